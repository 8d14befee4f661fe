/** 佐证材料: a row a file that a line names. */
import type { RawBuilder } from 'kysely';
import { filesNamedIn } from '../evidence/named';
import { insertsOf } from '../insert-rows';
import type { EvidenceRow } from '../tables';
import type { Recorded } from './recorded';

export function writeEvidence(lines: readonly Recorded[]): readonly RawBuilder<unknown>[] {
  return insertsOf('evidence', columns, lines.flatMap(rowsOf));
}

const columns = {
  workflow: 'text',
  sequence: 'integer',
  ordinal: 'integer',
  sha256: 'text',
  name: 'text',
  size: 'integer',
} as const;

function rowsOf({ workflow, line }: Recorded): readonly EvidenceRow[] {
  const { sequence } = line;
  return filesNamedIn(line).map((file, index) => ({
    ...{ workflow, sequence, ordinal: index + 1 },
    ...file,
  }));
}
