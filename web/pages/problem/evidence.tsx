/** `/evidence/<sha256>`: a file that was filed, for whoever may see a line that names it. Each read is in the audit trail. */
import { Readable } from 'node:stream';
import { EvidenceMissing, type EvidenceRow } from '../../../ledger';
import { problemWords } from '../../../words/pages/problem';
import { sees } from '../../access/access';
import { rectificationOf } from '../../forms/targets';
import { noteEvidenceRead } from '../../identity/evidence-read';
import { noteRefused } from '../../layout/refused';
import { notFound, page } from '../../layout/respond';
import type { Part, WebContext, WebDeps } from '../../web-env';

export const evidence: Part = (app, deps) => {
  app.get('/evidence/:sha256', async (c) => {
    const sha256 = c.req.param('sha256');
    if (!/^[0-9a-f]{64}$/.test(sha256)) return notFound(c, deps);
    const seen = await linesSeen(c, deps, sha256);
    const wanted = c.req.query('workflow');
    const named = seen.find(({ workflow }) => workflow === wanted) ?? seen[0];
    if (named === undefined) {
      await noteRefused(c, deps, 'evidence');
      return notFound(c, deps);
    }
    return give(c, deps, named);
  });
};

/** The lines naming the file that the viewer may see; who came by a link sees those of its problem alone. */
async function linesSeen(
  c: WebContext,
  { ledger }: WebDeps,
  sha256: string,
): Promise<readonly EvidenceRow[]> {
  const viewer = c.get('viewer');
  const rows = await ledger.evidenceNamed(sha256);
  const ids = new Set(rows.flatMap(({ workflow }) => rectificationOf(workflow) ?? []));
  const wholes = ids.size === 0 ? [] : await ledger.rectifications([...ids]);
  const own = new Set(wholes.filter(({ unit }) => sees(viewer, unit)).map(({ id }) => id));
  return rows.filter(
    ({ workflow }) =>
      own.has(rectificationOf(workflow) ?? '') &&
      (viewer.only === null || viewer.only.workflow === workflow),
  );
}

async function give(c: WebContext, deps: WebDeps, { sha256, name, size, workflow }: EvidenceRow) {
  const words = problemWords[c.get('viewer').language];
  try {
    const bytes = await deps.evidence.open(sha256);
    await noteEvidenceRead(c, deps, { workflow, sha256 });
    return c.body(Readable.toWeb(bytes) as ReadableStream, 200, {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
      'x-content-type-options': 'nosniff',
    });
  } catch (error) {
    if (!(error instanceof EvidenceMissing)) throw error;
    // Nobody was refused: it is the store that has lost it.
    c.set('noted', true);
    return page(c, deps, { title: words.gone, status: 404 }, <p>{words.goneHint}</p>);
  }
}

/** RFC 8187: what `encodeURIComponent` leaves and the header does not take. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
