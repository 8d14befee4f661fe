/** Who sends too often waits: an account, an address from which too much comes, and whoever tries secrets that are none. */
import type { MiddlewareHandler } from 'hono';
import { shellWords } from '../../words/pages/shell';
import { apiPath } from '../api/openapi';
import { ApiProblem, problemAnswer } from '../api/problem-details';
import { clientAddress } from '../client-address';
import { languageHere } from '../identity/language';
import { publicPage } from '../identity/public-page';
import type { WebContext, WebDeps, WebEnv } from '../web-env';
import type { Limits } from './limits';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Before anything else is asked of a request. */
export function limitAddresses(deps: WebDeps, limits: Limits): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    c.set('limits', limits);
    const address = clientAddress(c, deps);
    if (address === null) return next();
    const at = Date.parse(deps.now());
    const guessing = limits.guesses.wait(address, at);
    if (guessing !== null && takesSecret(c)) return tooOften(c, deps, guessing);
    if (!safe.has(c.req.method)) {
      const { wait, isNews } = limits.address.take(address, at);
      if (wait !== null) {
        if (isNews) await noteTooOften(c, deps, null);
        return tooOften(c, deps, wait);
      }
    }
    await next();
    if (isGuess(c) && limits.guesses.take(address, at).isNews) await noteTooOften(c, deps, null);
  };
}

/** Nobody's sign-in is asked for: whoever has the secret is let in. */
function takesSecret(c: WebContext): boolean {
  const isSecretPath = /^\/(link|invitation|calendar\/feed)\//.test(c.req.path);
  return isSecretPath || c.req.header('authorization') !== undefined;
}

function isGuess(c: WebContext): boolean {
  return takesSecret(c) && [401, 404, 410].includes(c.res.status) && !hasViewer(c);
}

function hasViewer(c: WebContext): boolean {
  return (c.get('viewer') as unknown) !== undefined;
}

/** Of who is signed in. */
export function limitAccounts(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const wait = await waitOf(c, deps, c.get('viewer').account.id);
    return wait === null ? next() : tooOften(c, deps, wait);
  };
}

/**
 * Counts a request that changes something. What is refused is noted once a minute.
 *
 * @returns how long to wait, s; null: it may go on
 */
export async function waitOf(
  c: WebContext,
  deps: WebDeps,
  account: string,
): Promise<number | null> {
  if (safe.has(c.req.method)) return null;
  const { wait, isNews } = c.get('limits').account.take(account, Date.parse(deps.now()));
  if (isNews) await noteTooOften(c, deps, account);
  return wait;
}

async function noteTooOften(c: WebContext, deps: WebDeps, account: string | null): Promise<void> {
  await deps.identity.note({
    ...{ at: deps.now(), account, what: 'refused', subject: `${c.req.method} ${c.req.path}` },
    ...{ detail: 'tooOften', address: clientAddress(c, deps) },
  });
}

function tooOften(c: WebContext, deps: WebDeps, wait: number): Response | Promise<Response> {
  if (c.req.path.startsWith(`${apiPath}/`)) return problemAnswer(c, tooOftenProblem(wait));
  c.header('retry-after', String(wait));
  const words = shellWords[languageHere(c)];
  const hint = <p>{words.tooOftenHint(wait)}</p>;
  return publicPage(c, deps, { title: words.tooOften, status: 429 }, hint);
}

export function tooOftenProblem(wait: number): ApiProblem {
  return new ApiProblem('too-often', `Wait ${wait} s; a command under the same Idempotency-Key.`, {
    retryAfter: wait,
  });
}
