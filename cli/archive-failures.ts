/** What is wrong with an archive, with its file, or with the ledger that it is to go into: as a sentence and an exit code. */
import {
  ArchiveRefused,
  CannotPack,
  LedgerNotEmpty,
  RectificationDiffers,
} from '../ledger/archive/errors';
import { CliFailure, exitCodes } from './command';
import { faultWords } from './fault-words';
import { evidenceWords } from './messages/evidence';
import { keepingWords } from './messages/keeping';

const { archive: words } = keepingWords;

/** @throws CliFailure for what is wrong with the archive or its file; other errors as they are */
export async function orArchiveFailure<Result>(
  file: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw failure(file, error) ?? error;
  }
}

function failure(file: string, error: unknown): CliFailure | null {
  if (error instanceof ArchiveRefused) {
    const { why, detail } = error;
    const code = why === 'kind' || why === 'notArchive' ? exitCodes.usage : exitCodes.refused;
    return new CliFailure(words.refusals[why](file, detail), code, {
      code: 'archive',
      why,
      detail,
    });
  }
  if (error instanceof LedgerNotEmpty) {
    const { rows } = error;
    return refused(words.notEmpty(rows), { code: 'notEmpty', rows });
  }
  if (error instanceof RectificationDiffers) {
    const { workflow, sequence } = error;
    return refused(words.differs(workflow, sequence), { code: 'differs', workflow, sequence });
  }
  if (error instanceof CannotPack) {
    const { rectification, fault } = error;
    const say = fault === null ? words.noLines(rectification) : null;
    const message = say ?? words.notWhole(rectification, fault === null ? '' : faultWords(fault));
    return refused(message, { code: 'cannotPack', rectification, fault });
  }
  return fileFailure(file, error);
}

/** By what the system was asked to do: a database that is away is not the file's fault. */
const writes: readonly unknown[] = ['write', 'fsync', 'rename', 'mkdir'];

function fileFailure(file: string, error: unknown): CliFailure | null {
  const { code = '', syscall, path, message } = error as NodeJS.ErrnoException;
  const isOfFile = path?.startsWith(file) === true || (syscall === 'write' && code !== 'EPIPE');
  if (!isOfFile) return null;
  const why = code === 'ENOENT' ? words.noFile : (evidenceWords.reasons[code] ?? message);
  const isWriting = writes.includes(syscall) || path?.endsWith('.part') === true;
  const say = isWriting ? words.cannotWrite : words.cannotRead;
  return new CliFailure(say(file, why), isWriting ? exitCodes.refused : exitCodes.usage, {
    code: isWriting ? 'cannotWrite' : 'noFile',
    file,
  });
}

function refused(message: string, facts: object): CliFailure {
  return new CliFailure(message, exitCodes.refused, facts);
}
