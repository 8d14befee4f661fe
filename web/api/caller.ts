/** Who calls the API: an account by its token, or whoever is signed in to the pages and tries it there. */
import type { Viewer } from '../viewer';
import { noteRefused } from '../layout/refused';
import { isFromOurPages } from '../security';
import type { WebContext, WebDeps } from '../web-env';
import { ApiProblem } from './problem-details';
import { scopesFor, scopesIn, type Scope } from './scopes';
import { useToken } from './tokens';

export interface Caller {
  readonly viewer: Viewer;
  readonly scopes: readonly Scope[];
}

/** @throws ApiProblem where nobody is known */
export async function callerOf(c: WebContext, deps: WebDeps): Promise<Caller> {
  const given = c.req.header('authorization');
  return given === undefined ? bySession(c, deps) : byToken(c, deps, given);
}

async function byToken(c: WebContext, deps: WebDeps, given: string): Promise<Caller> {
  const { ledger, identity, now } = deps;
  const secret = /^Bearer +(\S+)$/i.exec(given)?.[1] ?? '';
  const token = await useToken(ledger.tokens, secret, now());
  // As the account is now: what was taken from it since is taken from the token too.
  const holder = token === null ? null : await identity.holder(token.account);
  if (token === null || holder === null) {
    await noteRefused(c, deps, 'token', { account: token?.account ?? null });
    throw new ApiProblem('not-signed-in', 'The token is unknown, has expired or was revoked.');
  }
  const { account, grants } = holder;
  const allowed = scopesFor(account, grants);
  return {
    viewer: { account, grants, language: 'zh', csrf: '', only: null },
    scopes: scopesIn(token.scopes).filter((scope) => allowed.includes(scope)),
  };
}

/** A browser sends its cookie whoever asks it to: what changes something must come from a page of ours. */
async function bySession(c: WebContext, deps: WebDeps): Promise<Caller> {
  const viewer = await deps.identity.viewerOf(c.req.raw);
  if (viewer !== null && viewer.only !== null)
    await noteRefused(c, deps, 'onlyThis', { account: viewer.account.id });
  if (viewer === null || viewer.only !== null)
    throw new ApiProblem('not-signed-in', 'Send a token: Authorization: Bearer …');
  c.set('viewer', viewer);
  if (!(await isFromOurPages(c))) {
    await noteRefused(c, deps, 'forged');
    throw new ApiProblem('not-allowed', 'This was not sent from our page.');
  }
  return { viewer, scopes: scopesFor(viewer.account, viewer.grants) };
}
