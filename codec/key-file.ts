/** The keys as `ENCRYPTION_KEYS` says: the keys themselves, or the file they are in, which nobody else may read. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { KeyError } from './key-error';
import { noKeys, parseKeys, type KeyRing } from './key-ring';
import { codecWords } from './words';

const words = codecWords.keys;

export interface KeySetting {
  readonly keys: KeyRing;
  /** Absolute; null where there is none: encryption is off, or the keys are in the variable itself. */
  readonly file: string | null;
}

/**
 * @param setting a path, or `id:base64` entries; off where it is empty
 * @param cwd what a relative path starts from
 * @throws KeyError
 */
export function readKeys(setting: string | undefined, cwd: string): KeySetting {
  const said = (setting ?? '').trim();
  if (said === '') return { keys: noKeys, file: null };
  if (isInline(said)) return { keys: parseKeys(said, words.variable), file: null };
  const file = resolve(cwd, said);
  return { keys: parseKeys(textOf(file), words.file(file)), file };
}

/** A path does not end in the base64 of 32 bytes behind a colon. */
function isInline(setting: string): boolean {
  return /:\s*([A-Za-z0-9+/]{43}=|lost)\s*$/.test(setting);
}

/** @throws KeyError where it cannot be read, or others can read or write it */
export function textOf(file: string): string {
  try {
    const { mode } = statSync(file);
    // Windows has no such bits. A group may read: that is how containers mount secrets.
    if (process.platform !== 'win32' && (mode & 0o027) !== 0)
      throw new KeyError(words.exposed(file, `0${(mode & 0o777).toString(8)}`));
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof KeyError) throw error;
    throw new KeyError(words.noFile(file, why(error)));
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '它是文件夹',
  ENOTDIR: '路径中有一段是文件而不是文件夹',
};

function why(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
