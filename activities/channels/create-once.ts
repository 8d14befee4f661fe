/** Creates a file whole and once: whoever comes second is told so, and kill -9 at any instant leaves no half file. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes beside, flushes, then links under the final name, which fails where that exists. What a killed process leaves
 * is at most a hidden `.….tmp` file that nobody reads.
 *
 * @returns `exists` when the file was there already; it is then untouched
 */
export async function createOnce(path: string, content: string): Promise<'created' | 'exists'> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFlushed(temporary, content);
    await link(temporary, path);
    await flushFolder(folder);
    return 'created';
  } catch (error) {
    if (isCode(error, 'EEXIST')) return 'exists';
    throw error;
  } finally {
    await unlink(temporary).catch(ignoreMissing);
  }
}

/** Whether a file error has this code, e.g. `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) await flushFolder(dirname(first));
}

async function writeFlushed(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the name survives a power cut as the content does. Windows cannot open a folder and does not need it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): void {
  if (!isCode(error, 'ENOENT')) throw error;
}
