/** Problems in portions that one envelope may carry, under ids that say what is in them. */
import { createHash } from 'node:crypto';
import type { ReceivedProblem } from '../domain/reception';

/** Of the 64 KiB an envelope may have. */
const bytesPerBatch = 48 * 1024;
const problemsPerBatch = 50;

export function batchesOf(
  problems: readonly ReceivedProblem[],
): readonly (readonly ReceivedProblem[])[] {
  const batches: ReceivedProblem[][] = [];
  let bytes = 0;
  for (const problem of problems) {
    const size = Buffer.byteLength(JSON.stringify(problem)) + 1;
    const last = batches.at(-1);
    if (last === undefined || last.length >= problemsPerBatch || bytes + size > bytesPerBatch) {
      batches.push([problem]);
      bytes = size;
    } else {
      last.push(problem);
      bytes += size;
    }
  }
  return batches;
}

/** The same content gives the same id, so that what is received again is applied once. */
export function contentId(what: string, content: unknown): string {
  return `${what}/${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24)}`;
}
