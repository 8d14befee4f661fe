/** Where the evidence of a command lies: EVIDENCE_FOLDER, else the store's own. */
import { join, resolve } from 'node:path';
import type { EvidenceStore } from '../ledger';
import { createEvidenceFolder, defaultLimit } from '../ledger/evidence/evidence-folder';
import { CliFailure, exitCodes, type CliContext } from './command';
import { evidenceWords as words } from './messages/evidence';
import { reachOf } from './reach';
import { storeOf } from './store';

type Place = Pick<CliContext, 'env' | 'cwd'>;

/** To look files up in. It may not be there. @throws CliFailure for a limit that is none */
export function openEvidence(context: Place): EvidenceStore {
  const place = givenFolder(context) ?? join(storeOf(context), 'evidence');
  return createEvidenceFolder(place, limitOf(context.env));
}

/** To file something with a command. @throws CliFailure when nobody else would find it there, or no server is known */
export function openEvidenceToFile(context: Place): EvidenceStore {
  // Else a store would be made wherever somebody happens to stand.
  reachOf(context);
  if (givenFolder(context) === null && (context.env['TEMPORAL_ADDRESS'] ?? '') !== '')
    throw usage(words.needsFolder);
  return openEvidence(context);
}

function givenFolder({ env, cwd }: Place): string | null {
  const folder = env['EVIDENCE_FOLDER'] ?? '';
  return folder === '' ? null : resolve(cwd, folder);
}

function limitOf(env: CliContext['env']): number {
  const given = env['EVIDENCE_MAX_MB'] ?? '';
  if (given === '') return defaultLimit;
  const megabytes = Number(given);
  if (Number.isInteger(megabytes) && megabytes >= 1 && megabytes <= 1900)
    return megabytes * 1024 * 1024;
  throw usage(words.badLimit(given));
}

function usage(message: string): CliFailure {
  return new CliFailure(message, exitCodes.usage, { code: 'usage' });
}
