/** The answer for a rectification that is not there or may not be seen: the same for both, and noted. */
import { notFound } from '../layout/respond';
import type { WebContext, WebDeps } from '../web-env';

export async function notSeen(c: WebContext, deps: WebDeps): Promise<Response> {
  const [account, subject] = [c.get('viewer').account.id, `${c.req.method} ${c.req.path}`];
  await deps.identity.note({
    at: deps.now(),
    account,
    what: 'refused',
    subject,
    detail: 'notSeen',
  });
  return notFound(c, deps);
}
