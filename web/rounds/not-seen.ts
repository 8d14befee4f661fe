/** The answer for a rectification that is not there or may not be seen: the same for both, and noted. */
import { noteRefused } from '../layout/refused';
import { notFound } from '../layout/respond';
import type { WebContext, WebDeps } from '../web-env';

export async function notSeen(c: WebContext, deps: WebDeps): Promise<Response> {
  await noteRefused(c, deps, 'notSeen');
  return notFound(c, deps);
}
