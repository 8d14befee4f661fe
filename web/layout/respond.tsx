/** Answers: a whole page, or where there is none a page that says so. */
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { shellWords } from '../../words/pages/shell';
import type { WebContext, WebDeps } from '../web-env';
import { NoticeBox, takeNotice } from './notice';
import { Page } from './page';

interface Shown {
  readonly title: string;
  readonly scripts?: readonly string[];
  readonly status?: ContentfulStatusCode;
}

/** A page for who is signed in, with what came of the form before it. */
export function page(
  c: WebContext,
  { settings }: Pick<WebDeps, 'settings'>,
  { title, scripts = [], status = 200 }: Shown,
  children: Child,
): Response | Promise<Response> {
  const viewer = c.get('viewer');
  return c.html(
    <Page
      title={title}
      viewer={viewer}
      language={viewer.language}
      path={c.req.path}
      demonstration={settings.demonstration}
      scripts={scripts}
    >
      <NoticeBox notice={takeNotice(c)} />
      {children}
    </Page>,
    status,
  );
}

/** The same for what is not there and for what may not be seen: nobody learns which. */
export function notFound(c: WebContext, deps: Pick<WebDeps, 'settings'>) {
  const words = shellWords[c.get('viewer').language];
  return page(c, deps, { title: words.notFound, status: 404 }, <p>{words.notFoundHint}</p>);
}

export function forbidden(c: WebContext, deps: Pick<WebDeps, 'settings'>, why: string) {
  const words = shellWords[c.get('viewer').language];
  return page(c, deps, { title: words.forbidden, status: 403 }, <p>{why}</p>);
}
