/** A list for who may work on it: the office of the unit for which it is received. To all others it is not there. */
import { grantFor, receives } from '../../access/access';
import { noteRefused } from '../../layout/refused';
import { notFound } from '../../layout/respond';
import type { Viewer } from '../../viewer';
import type { WebContext, WebDeps } from '../../web-env';
import { readDraft, type Draft } from './draft';

/** As whom the viewer receives for a unit: null where they are not of its office. */
export function receiverFor(viewer: Viewer, unit: string): string | null {
  const grant = grantFor(viewer, unit);
  return grant?.standing === 'office' ? grant.person : null;
}

type Work = (draft: Draft) => Response | Promise<Response>;

/** Calls `work` with the list the path names; what may not be seen is not found, and noted. */
export async function opened(c: WebContext, deps: WebDeps, work: Work): Promise<Response> {
  const viewer = c.get('viewer');
  const draft = receives(viewer)
    ? await readDraft(deps.ledger.drafts, c.req.param('draft') ?? '')
    : null;
  if (draft !== null && receiverFor(viewer, draft.unit) !== null) return work(draft);
  if (draft !== null || !receives(viewer)) await refused(c, deps);
  return notFound(c, deps);
}

export function refused(c: WebContext, deps: WebDeps): Promise<void> {
  return noteRefused(c, deps, 'office');
}
