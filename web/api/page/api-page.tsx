/** `/api`: what programs can do, to read and to try; and one's own tokens. */
import type { MiddlewareHandler } from 'hono';
import { apiWords } from '../../../words/pages/api';
import { forbidden, page } from '../../layout/respond';
import type { Part, WebContext, WebDeps, WebEnv } from '../../web-env';
import { scopesFor } from '../scopes';
import { tokenAsked, type TokenFault } from '../token-form';
import { makeToken } from '../tokens';
import { Operations, Errors } from './operations';
import { TokenForm, TokenList } from './token-views';

export const apiPage: Part = (app, deps) => {
  app.use('/api/*', wholeSessions(deps));
  app.get('/api', (c) => show(c, deps, { made: null, faults: [] }));
  app.post('/api/tokens', async (c) => {
    const { account, grants } = c.get('viewer');
    const asked = tokenAsked(await c.req.formData(), scopesFor(account, grants));
    if (!('days' in asked)) return show(c, deps, { made: null, faults: asked });
    const made = await makeToken(deps.ledger.tokens, { account: account.id, ...asked }, deps.now());
    await note(c, deps, `token ${asked.scopes.join(' ')}`);
    return show(c, deps, { made, faults: [] });
  });
  app.post('/api/tokens/revoke', async (c) => {
    const { id = '' } = await c.req.parseBody<Record<string, string>>();
    const revoked = await deps.ledger.tokens.revoke(c.get('viewer').account.id, id, deps.now());
    if (revoked) await note(c, deps, 'token revoked');
    return c.redirect(revoked ? '/api?revoked' : '/api', 303);
  });
};

/** A link of a message signs in for its one act. */
function wholeSessions(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return (c, next) => {
    const { only, language } = c.get('viewer');
    return only === null
      ? next()
      : Promise.resolve(forbidden(c, deps, apiWords[language].onlySession));
  };
}

function note(c: WebContext, { identity, now }: WebDeps, detail: string): Promise<void> {
  const { id } = c.get('viewer').account;
  return identity.note({ at: now(), account: id, what: 'accountChanged', subject: id, detail });
}

interface Shown {
  readonly made: string | null;
  readonly faults: readonly TokenFault[];
}

async function show(c: WebContext, deps: WebDeps, { made, faults }: Shown): Promise<Response> {
  const viewer = c.get('viewer');
  const words = apiWords[viewer.language];
  const tokens = await deps.ledger.tokens.of(viewer.account.id);
  const status = faults.length > 0 ? 422 : 200;
  return page(
    c,
    deps,
    { title: words.title, scripts: ['api.js'], status },
    <>
      {c.req.query('revoked') === undefined ? null : (
        <p class="notice done">{words.revokedNotice}</p>
      )}
      <p>{words.intro}</p>
      <p>
        <a href="/api/v1/openapi.json" download="zhenggai-openapi.json">
          {words.document}
        </a>
      </p>
      <section class="card" id="tokens">
        <h2>{words.tokens}</h2>
        <p class="hint">{words.tokensHint}</p>
        {made === null ? null : (
          <div class="notice done" role="status">
            <strong>{words.made}</strong>
            <pre class="token">{made}</pre>
          </div>
        )}
        <TokenList viewer={viewer} tokens={tokens} now={deps.now()} />
        <TokenForm viewer={viewer} faults={faults} />
      </section>
      <Operations viewer={viewer} />
      <Errors language={viewer.language} />
    </>,
  );
}
