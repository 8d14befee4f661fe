/** Who has read a file of evidence, in the pages or by the API: of which problem, which content. */
import { clientAddress } from '../client-address';
import type { WebContext, WebDeps } from '../web-env';

export function noteEvidenceRead(
  c: WebContext,
  deps: Pick<WebDeps, 'identity' | 'now' | 'settings'>,
  { workflow, sha256 }: { readonly workflow: string; readonly sha256: string },
): Promise<void> {
  return deps.identity.note({
    ...{ at: deps.now(), account: c.get('viewer').account.id, what: 'evidenceRead' },
    ...{ subject: workflow, detail: sha256, address: clientAddress(c, deps) },
  });
}
