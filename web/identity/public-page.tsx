/** A page that is seen without a sign-in. */
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Page } from '../layout/page';
import type { WebContext, WebDeps } from '../web-env';
import { languageHere } from './language';

export interface PublicPage {
  readonly title: string;
  readonly status?: ContentfulStatusCode;
}

export function publicPage(
  c: WebContext,
  { settings }: Pick<WebDeps, 'settings'>,
  { title, status = 200 }: PublicPage,
  children: Child,
): Response | Promise<Response> {
  c.header('cache-control', 'no-store');
  return c.html(
    <Page
      title={title}
      viewer={null}
      language={languageHere(c)}
      path={c.req.path}
      demonstration={settings.demonstration}
    >
      {children}
    </Page>,
    status,
  );
}

export function Fault({ children }: { readonly children?: Child }) {
  return (
    <p class="fault" role="alert">
      {children}
    </p>
  );
}
