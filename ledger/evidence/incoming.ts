/** A file on its way into the evidence folder: written under a name of its own, and gone again unless it was kept whole. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

export interface Arrived {
  /** Where it lies, flushed and read-only. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** No file that is still being written has been left alone so long, ms. */
const abandonedAfter = 60 * 60 * 1000;

/** Calls `work` with the file written; whatever becomes of it, nothing is left in the folder. */
export async function withArrived<Result>(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  work: (arrived: Arrived) => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  await removeAbandoned(folder);
  const path = join(folder, `${randomUUID()}.part`);
  const file = await open(path, 'wx', 0o600);
  try {
    const written = await received(file, source).finally(() => file.close());
    return await work({ path, ...written });
  } finally {
    await rm(path, { force: true });
  }
}

async function received(file: FileHandle, source: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    await file.appendFile(chunk);
    size += chunk.length;
  }
  await file.chmod(0o444);
  await file.sync();
  return { sha256: hash.digest('hex'), size };
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
