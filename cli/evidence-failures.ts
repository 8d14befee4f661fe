/** What is wrong with evidence, as a sentence and an exit code. */
import { EvidenceMissing, EvidenceRefused, EvidenceStoreFailed } from '../ledger/evidence/errors';
import { extensionsTaken } from '../ledger/evidence/file-types';
import { exitCodes, type ExitCode } from './command';
import { evidenceWords as words } from './messages/evidence';

/** Null for an error of another kind. */
export function evidenceFailure(
  error: unknown,
): { readonly message: string; readonly exitCode: ExitCode; readonly facts: object } | null {
  if (error instanceof EvidenceRefused) {
    const { why, file, limit } = error;
    const taken = extensionsTaken.map((extension) => extension.slice(1)).join('、');
    const message = words.refusals[why](file, Math.floor(limit / 1024 / 1024), taken);
    return { message, exitCode: exitCodes.usage, facts: { code: 'evidence', why, file } };
  }
  if (error instanceof EvidenceMissing) {
    const { sha256 } = error;
    const facts = { code: 'noEvidence', sha256 };
    return { message: words.missing(sha256), exitCode: exitCodes.refused, facts };
  }
  if (!(error instanceof EvidenceStoreFailed)) return null;
  const { place, code } = error;
  const message = words.failed(place, words.reasons[code] ?? error.message);
  return { message, exitCode: exitCodes.refused, facts: { code: 'evidenceStore', place } };
}
