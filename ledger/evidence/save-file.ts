/** A file of evidence written out for people, under its own name; nothing that is there is overwritten. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceStore } from './evidence-store';
import { isCode, orFailed } from './failing';
import { nameOnDisk } from './file-name';

export type Saved =
  { readonly kind: 'saved'; readonly path: string } | { readonly kind: 'missing' | 'altered' };

/**
 * Saved again it is found there already. What is no longer what was filed is not written.
 *
 * @param folder made where it is missing
 * @throws EvidenceStoreFailed, also where the folder cannot be written
 */
export function saveFile(
  store: Pick<EvidenceStore, 'has' | 'open'>,
  file: FileToSave,
  folder: string,
): Promise<Saved> {
  return orFailed(folder, () => save(store, file, folder));
}

interface FileToSave {
  readonly sha256: string;
  readonly name: string;
}

async function save(
  store: Pick<EvidenceStore, 'has' | 'open'>,
  { sha256, name }: FileToSave,
  folder: string,
): Promise<Saved> {
  if (!(await store.has(sha256))) return { kind: 'missing' };
  await mkdir(folder, { recursive: true });
  for (let copy = 1; ; copy++) {
    const path = join(folder, nameOnDisk(name, copy));
    const file = await openNew(path);
    if (file !== null) return fill(file, path, await store.open(sha256), sha256);
    if ((await hashOf(path)) === sha256) return { kind: 'saved', path };
  }
}

/** Null when something is there already. */
async function openNew(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (isCode(error, 'EEXIST')) return null;
    throw error;
  }
}

async function fill(
  file: FileHandle,
  path: string,
  source: AsyncIterable<Uint8Array>,
  sha256: string,
): Promise<Saved> {
  const hash = createHash('sha256');
  let isWhole = false;
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      await file.appendFile(chunk);
    }
    isWhole = hash.digest('hex') === sha256;
    return isWhole ? { kind: 'saved', path } : { kind: 'altered' };
  } finally {
    await file.close();
    if (!isWhole) await rm(path, { force: true });
  }
}

/** Null for what is no file. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (isCode(error, 'EISDIR') || isCode(error, 'EACCES')) return null;
    throw error;
  }
}
