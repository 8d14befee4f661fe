/** What is refused to who is signed in: said in words, and in the audit trail. */
import type { MiddlewareHandler } from 'hono';
import { clientAddress } from '../client-address';
import type { WebContext, WebDeps, WebEnv } from '../web-env';
import { forbidden } from './respond';

interface About {
  /** Null for nobody known; the viewer where it is not given. */
  readonly account?: string | null;
  /** The request's address where it is not given. */
  readonly subject?: string;
}

/** Noted once a request, under the more exact word where there is one. */
export async function noteRefused(
  c: WebContext,
  deps: Pick<WebDeps, 'identity' | 'now' | 'settings'>,
  detail: string,
  { account = c.get('viewer').account.id, subject = `${c.req.method} ${c.req.path}` }: About = {},
): Promise<void> {
  c.set('noted', true);
  await deps.identity.note({
    ...{ at: deps.now(), account, what: 'refused', subject, detail },
    address: clientAddress(c, deps),
  });
}

export async function refused(c: WebContext, deps: WebDeps, why: string, detail: string) {
  await noteRefused(c, deps, detail);
  return forbidden(c, deps, why);
}

/** Whatever page turns somebody away, or does not show them what they may not see, it is noted. */
export function recordRefusals(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    const { status } = c.res;
    if ((status === 403 || status === 404) && c.get('noted') !== true)
      await noteRefused(c, deps, String(status));
  };
}
