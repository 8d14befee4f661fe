/** A file on its way into the evidence folder: written under a name of its own, and gone again unless it was kept whole. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { EvidenceRefused } from './errors';
import { fileTypeOf, headBytes } from './file-types';

export interface Arrived {
  /** Where it lies, flushed and read-only. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
}

export interface Arriving {
  readonly source: AsyncIterable<Uint8Array>;
  readonly name: string;
  /** Bytes. */
  readonly limit: number;
  readonly tell: (bytes: number) => void;
}

/** No file that is still being written has been left alone so long, ms. */
const abandonedAfter = 60 * 60 * 1000;

/** Calls `work` with the file written; whatever becomes of it, nothing is left in the folder. */
export async function withArrived<Result>(
  folder: string,
  arriving: Arriving,
  work: (arrived: Arrived) => Promise<Result>,
): Promise<Result> {
  const type = fileTypeOf(arriving.name);
  if (type === null) throw new EvidenceRefused('type', arriving.name, arriving.limit);
  await mkdir(folder, { recursive: true });
  await removeAbandoned(folder);
  const path = join(folder, `${randomUUID()}.part`);
  const file = await open(path, 'wx', 0o600);
  try {
    const written = await received(file, arriving).finally(() => file.close());
    return await work({ path, type: type.type, ...written });
  } finally {
    await rm(path, { force: true });
  }
}

async function received(file: FileHandle, arriving: Arriving) {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of inspected(arriving)) {
    hash.update(chunk);
    await file.appendFile(chunk);
    arriving.tell((size += chunk.length));
  }
  await file.chmod(0o444);
  await file.sync();
  return { sha256: hash.digest('hex'), size };
}

/** The source's bytes, as long as they are of a file that may be kept. */
async function* inspected({ source, name, limit }: Arriving): AsyncIterable<Uint8Array> {
  let head: Buffer = Buffer.alloc(0);
  let size = 0;
  const inspect = (): void => {
    if (size === 0) throw new EvidenceRefused('empty', name, limit);
    if (fileTypeOf(name)?.looks(head) !== true) throw new EvidenceRefused('content', name, limit);
  };
  for await (const chunk of source) {
    const wasKnown = head.length === headBytes;
    if (!wasKnown) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
    size += chunk.length;
    if (size > limit) throw new EvidenceRefused('tooLarge', name, limit);
    if (!wasKnown && head.length === headBytes) inspect();
    yield chunk;
  }
  if (head.length < headBytes) inspect();
}

/** What a killed process left behind. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
    if (changed !== null && Date.now() - changed > abandonedAfter) await rm(path, { force: true });
  }
}
