/** The second half of `zhenggai verify`: the files that the journal names. */
import { existsSync } from 'node:fs';
import type { EvidenceStore, Ledger, VerifiedEvidence } from '../ledger';
import { verifyEvidence } from '../ledger/evidence/verify-evidence';
import type { CliContext } from './command';
import { openEvidence } from './evidence-store';
import { evidenceWords } from './messages/evidence';

const words = evidenceWords.verify;

/** Reads every file that any line names; says every few seconds how far it has come. */
export async function verifiedEvidence(
  ledger: Ledger,
  context: CliContext,
): Promise<VerifiedEvidence> {
  const store = openEvidence(context);
  let saidAt = Date.now();
  const verified = await verifyEvidence(ledger.evidenceInLines(), store, (files, bytes) => {
    if (Date.now() - saidAt < 2000) return;
    saidAt = Date.now();
    context.err(`${words.progress(files, Math.floor(bytes / 1024 / 1024))}\n`);
  });
  tellNoFolder(verified.faults, store, context);
  return verified;
}

/** Everything is missing where the folder is: it lies elsewhere, most likely. */
export function tellNoFolder(
  faults: readonly unknown[],
  { place }: Pick<EvidenceStore, 'place'>,
  { err }: Pick<CliContext, 'err'>,
): void {
  if (faults.length > 0 && !existsSync(place)) err(`${words.noFolder(place)}\n`);
}

export function verifiedEvidenceLines({ files, faults }: VerifiedEvidence): readonly string[] {
  if (faults.length === 0) return files === 0 ? [] : [words.whole(files)];
  return faults.map(({ workflow, sequence, name, kind }) =>
    words.fault(workflow, sequence, name, words.kinds[kind]),
  );
}
