/** 核验佐证材料: every file that any line names is read again. */
import type { LineEvidence } from '../read-evidence';
import type { Condition, EvidenceStore } from './evidence-store';

/** A file that is not what a line says, once for each line that names it. */
export interface EvidenceFault extends LineEvidence {
  readonly kind: Exclude<Condition, 'whole'>;
}

export interface VerifiedEvidence {
  /** Different files; one that several lines name counts once. */
  readonly files: number;
  readonly faults: readonly EvidenceFault[];
}

/**
 * @param tell is told while files are read how many there were so far, and bytes of all of them
 * @throws EvidenceStoreFailed when one is there and cannot be read
 */
export async function verifyEvidence(
  named: AsyncIterable<LineEvidence>,
  store: Pick<EvidenceStore, 'check'>,
  tell: (files: number, bytes: number) => void = () => undefined,
): Promise<VerifiedEvidence> {
  const conditions = new Map<string, Condition>();
  const faults: EvidenceFault[] = [];
  let bytes = 0;
  const check = async (sha256: string): Promise<Condition> => {
    const before = bytes;
    const found = await store.check(sha256, (read) =>
      tell(conditions.size, (bytes = before + read)),
    );
    conditions.set(sha256, found);
    return found;
  };
  for await (const file of named) {
    const kind = conditions.get(file.sha256) ?? (await check(file.sha256));
    if (kind !== 'whole') faults.push({ ...file, kind });
  }
  return { files: conditions.size, faults };
}
