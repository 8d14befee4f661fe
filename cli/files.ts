/** Files that people name on the command line. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliFailure, exitCodes } from './command';
import { zh } from './messages/zh';

/** The bytes of a file named relative to the current folder. Throws CliFailure when there is none or it cannot be read. */
export function bytesOf(file: string, cwd: string): Buffer {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? zh.errors.noFile(file) : zh.errors.noAccess(file);
    throw new CliFailure(message, exitCodes.usage, { code: 'noFile', file });
  }
}

export function textOf(file: string, cwd: string): string {
  return bytesOf(file, cwd).toString('utf8');
}
