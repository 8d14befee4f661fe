/** 运行: what whoever looks after the running system sees and may do. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { operationsWords, type OperationsWords } from '../../../words/pages/operations';
import { refused } from '../../layout/refused';
import { page } from '../../layout/respond';
import { shellWords } from '../../../words/pages/shell';
import type { Sent } from '../../../client';
import type { Part, WebContext, WebDeps, WebEnv } from '../../web-env';
import { Standing } from './sections';
import { systemStanding } from './standing';
import { Versions } from './versions';

/** Workflows that are asked for their version; each takes a worker some milliseconds. */
const askedForVersions = 200;

export const operations: Part = (app, deps) => {
  app.use('/operations/*', onlyAdministrators(deps));
  app.get('/operations', async (c) => {
    const { language } = c.get('viewer');
    const words = operationsWords[language];
    const standing = await systemStanding(deps);
    const notice = noticeOf(c);
    return page(
      c,
      deps,
      { title: words.title },
      <>
        {notice === null ? null : <p class={`notice ${notice.kind}`}>{notice.text}</p>}
        <Standing
          viewer={c.get('viewer')}
          settings={deps.settings}
          now={deps.now()}
          commandId={randomUUID()}
          standing={standing}
        />
        <section class="card">
          <h2>{words.versions}</h2>
          <div hx-get="/operations/versions" hx-trigger="load">
            <a href="/operations/versions">{words.versions}</a>
          </div>
        </section>
        <p class="soft">{words.metrics}</p>
      </>,
    );
  });
  app.get('/operations/versions', async (c) => {
    const { language } = c.get('viewer');
    const versions = await deps.zhenggai.versions(askedForVersions);
    return c.html(<Versions versions={versions} language={language} />);
  });
  app.post('/operations/retry', async (c) => {
    const form = await c.req.parseBody<Record<string, string>>();
    const { workflow = '', effect = '', command = randomUUID() } = form;
    const by = { by: c.get('viewer').account.id };
    const sent = await deps.zhenggai.retryIncident(workflow, effect, by, command);
    return c.redirect(`/operations?outcome=${outcomeOf(sent)}`, 303);
  });
};

function onlyAdministrators(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { account, only, language } = c.get('viewer');
    if (account.administrator && only === null) return next();
    return refused(c, deps, shellWords[language].forbidden, 'operations');
  };
}

type Outcome = keyof OperationsWords['outcomes'];

function outcomeOf({ outcome }: Sent): Outcome {
  if (outcome === 'accepted') return 'retried';
  return outcome === 'refused' ? 'refused' : 'notThere';
}

function noticeOf(c: WebContext): { readonly kind: string; readonly text: string } | null {
  const { outcomes } = operationsWords[c.get('viewer').language];
  const outcome = c.req.query('outcome') ?? '';
  if (!Object.hasOwn(outcomes, outcome)) return null;
  return {
    kind: outcome === 'retried' ? 'done' : 'refused',
    text: outcomes[outcome as Outcome],
  };
}
