/** 佐证材料: file it first, then name it in an event; read what an event named. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { EvidenceMissing, EvidenceRefused } from '../../../ledger';
import { noteEvidenceRead } from '../../identity/evidence-read';
import { noteRefused } from '../../layout/refused';
import type { Call, Operation } from '../operation';
import { notSeen, problemAt, rectificationAt } from '../place';
import { ApiProblem } from '../problem-details';

const problem = '/rectifications/{rectification}/problems/{seq}';

export const evidenceOperations: readonly Operation[] = [
  {
    id: 'fileEvidence',
    method: 'post',
    path: '/rectifications/{rectification}/evidence',
    summary: 'Keeps a file; the answer is what an event’s field `evidence` takes',
    tag: 'evidence',
    scope: 'act',
    query: z.strictObject({
      name: z.string().min(1).max(200).meta({ description: 'The file’s name, with its extension' }),
    }),
    body: { kind: 'bytes' },
    answers: { kind: 'one', of: 'File' },
    answer: keep,
  },
  {
    id: 'listEvidence',
    method: 'get',
    path: `${problem}/evidence`,
    summary: 'The files that were filed with a problem, in that order',
    tag: 'evidence',
    scope: 'read',
    answers: { kind: 'page', of: 'FiledFile' },
    answer: list,
  },
  {
    id: 'readEvidence',
    method: 'get',
    path: `${problem}/evidence/{sha256}`,
    summary: 'A file that was filed with a problem',
    tag: 'evidence',
    scope: 'read',
    answers: { kind: 'bytes' },
    answer: read,
  },
];

async function keep(call: Call): Promise<Response> {
  const { c, deps, caller, query } = call;
  const { person } = await rectificationAt(call);
  if (person === null) {
    await noteRefused(c, deps, 'readOnly', { account: caller.viewer.account.id });
    throw new ApiProblem('not-allowed', 'You look here and do nothing.');
  }
  const body = c.req.raw.body as AsyncIterable<Uint8Array> | null;
  try {
    const { sha256, name, size } = await deps.evidence.put(
      body ?? nothing(),
      String(query['name']),
    );
    return c.json({ sha256, name, size });
  } catch (error) {
    if (!(error instanceof EvidenceRefused)) throw error;
    const { why, limit, message } = error;
    if (why === 'tooLarge')
      throw new ApiProblem('too-large', `${message} (at most ${limit} bytes)`);
    throw new ApiProblem('file-refused', message);
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // A body that is not there is an empty file, which is refused as such.
}

async function list(call: Call): Promise<Response> {
  const { problem: row } = await problemAt(call);
  const files = await call.deps.ledger.evidence(row.workflow);
  const items = files.map(({ sha256, name, size, sequence, event, at, decided_by: by }) => ({
    ...{ sha256, name, size, sequence, event, at, by },
  }));
  return call.c.json({ items, next: null });
}

/** Only what a line of this problem names: a hash that somebody knows from elsewhere opens nothing. */
async function read(call: Call): Promise<Response> {
  const { c, deps, path } = call;
  const { problem: row } = await problemAt(call);
  const wanted = path('sha256');
  const file = (await deps.ledger.evidence(row.workflow)).find(({ sha256 }) => sha256 === wanted);
  if (file === undefined) throw await notSeen(call);
  const stream = await deps.evidence.open(wanted).catch((error: unknown) => {
    if (error instanceof EvidenceMissing)
      throw new ApiProblem('not-found', 'The file is on record and not in the store any more.');
    throw error;
  });
  await noteEvidenceRead(c, deps, file);
  c.header('content-type', 'application/octet-stream');
  c.header('content-length', String(file.size));
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  return c.body(Readable.toWeb(stream) as ReadableStream);
}
