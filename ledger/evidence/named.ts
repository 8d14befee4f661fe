/** The evidence that a line of the journal names. */
import { numberOr, partOf, textOr } from '../line-fields';
import type { RecordedLine } from '../recording';
import { isSha256 } from './evidence-store';

export interface NamedFile {
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Of lines that were accepted: what was refused has filed nothing. */
export function filesNamedIn(line: RecordedLine): readonly NamedFile[] {
  const evidence = line['kind'] === 'accepted' ? partOf(line['fields'], 'evidence') : null;
  if (!Array.isArray(evidence)) return [];
  return evidence
    .map((file) => ({
      sha256: textOr(partOf(file, 'sha256'), ''),
      name: textOr(partOf(file, 'name'), ''),
      size: numberOr(partOf(file, 'size'), 0),
    }))
    .filter(({ sha256 }) => isSha256(sha256));
}
