/** Files written for people: never over one that is there unless told, never half of one. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliFailure, exitCodes } from './command';
import { fileWords as words } from './messages/files';

/** Where it will be. Throws CliFailure where a file is there already and nobody said to replace it. */
export function newFile(file: string, cwd: string, force: true | undefined): string {
  const path = resolve(cwd, file);
  if (force === undefined && existsSync(path))
    throw new CliFailure(words.exists(file), exitCodes.usage, { code: 'exists', file: path });
  return path;
}

/** Beside it first. Throws CliFailure where it cannot be written. @param mode who may read it, from its first byte on */
export function writeNew(path: string, content: string | Uint8Array, mode = 0o666): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content, { mode });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    const why = words.reasons[code ?? ''] ?? code ?? message;
    const facts = { code: 'cannotWrite', file: path };
    throw new CliFailure(words.cannotWrite(path, why), exitCodes.refused, facts);
  }
}
