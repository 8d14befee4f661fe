/** An archive on disk: a gzipped tar, written beside and renamed, read as a stream; neither is ever held whole in memory. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { flushFolder } from '../evidence/flush-folder';
import { ArchiveRefused } from './errors';
import type { Entry } from './manifest';
import { tarEnd, TarDamaged, tarEntries, tarHeader, tarPadding, type TarEntry } from './tar';

/** A file that goes into an archive. */
export interface Content {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Buffer> | Iterable<Buffer>;
}

export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Durable when it resolves; nothing is there under the name when it throws.
 *
 * @param last made of all that came before, when that is written
 */
export async function writeArchive(
  file: string,
  contents: AsyncIterable<Content>,
  last: (entries: readonly Entry[]) => Content,
): Promise<Written> {
  const draft = `${file}.${process.pid}.part`;
  const hash = createHash('sha256');
  const hashed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(tarred(contents, last), createGzip(), hashed, createWriteStream(draft));
    await flush(draft);
    const { size: bytes } = await stat(draft);
    await rename(draft, file);
    await flushFolder(dirname(file));
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export function contentOf(name: string, text: string): Content {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, bytes: [bytes] };
}

async function* tarred(
  contents: AsyncIterable<Content>,
  last: (entries: readonly Entry[]) => Content,
): AsyncIterable<Buffer> {
  const entries: Entry[] = [];
  for await (const content of contents) entries.push(yield* entryOf(content));
  yield* entryOf(last(entries));
  yield tarEnd;
}

async function* entryOf({ name, size, bytes }: Content) {
  const hash = createHash('sha256');
  let length = 0;
  yield tarHeader(name, size);
  for await (const chunk of bytes) {
    hash.update(chunk);
    length += chunk.length;
    yield chunk;
  }
  if (length !== size) throw new Error(`${name} changed while it was read`);
  yield tarPadding(size);
  return { name, bytes: size, sha256: hash.digest('hex') };
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}

/** Its entries, in order. @throws ArchiveRefused where it is damaged, cut off or no archive; the file's own errors */
export async function* archiveEntries(file: string): AsyncIterable<TarEntry> {
  const gunzip = createGunzip();
  const reading = pipeline(createReadStream(file), gunzip);
  reading.catch(() => undefined);
  try {
    for await (const entry of tarEntries(gunzip as AsyncIterable<Buffer>))
      yield { ...entry, content: refusing(entry.content) };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    gunzip.destroy();
  }
}

async function* refusing(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  try {
    yield* content;
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'Z_DATA_ERROR' && /incorrect header check/.test(message))
    return new ArchiveRefused('notArchive', message);
  const isDamage = error instanceof TarDamaged || code.startsWith('Z_');
  return isDamage ? new ArchiveRefused('damaged', message) : error;
}
