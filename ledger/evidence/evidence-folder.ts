/**
 * Evidence in a local folder: `ab/abcdef…`, named by content, read-only, each content once. A file is written beside, flushed and
 * renamed, so that kill -9 at any instant leaves none half. Several processes may share the folder.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EvidenceMissing, EvidenceRefused, EvidenceStoreFailed } from './errors';
import {
  isSha256,
  type Condition,
  type EvidenceFile,
  type EvidenceStore,
  type StoredFile,
} from './evidence-store';
import { isCode, orFailed, sourceErrors } from './failing';
import { cleanName } from './file-name';
import { flushFolder } from './flush-folder';
import { fileTypeOf } from './file-types';
import { withArrived, type Arrived } from './incoming';
import { inspected, type Arriving } from './inspected';

const megabyte = 1024 * 1024;
export const defaultLimit = 100 * megabyte;

/** Files on their way; no hash is called that. */
const incoming = 'incoming';

/**
 * @param place made where it is missing, when the first file comes
 * @param limit bytes that a file may have
 */
export function createEvidenceFolder(place: string, limit: number = defaultLimit): EvidenceStore {
  return {
    place,
    put: (source, name, tell = () => undefined) => {
      const arriving = { source: sourceErrors(source), name: cleanName(name), limit, tell };
      return orFailed(place, () => put(place, arriving));
    },
    putBack: (sha256, source) =>
      orFailed(place, () => putBack(place, sha256, sourceErrors(source))),
    open: (sha256) => orFailed(place, () => opened(place, sha256)),
    has: (sha256) =>
      orFailed(place, async () => isSha256(sha256) && isThere(pathOf(place, sha256))),
    check: (sha256, tell) =>
      orFailed(place, async () =>
        isSha256(sha256) ? check(pathOf(place, sha256), sha256, tell) : 'missing',
      ),
    list: () => list(place),
  };
}

async function put(place: string, arriving: Arriving): Promise<EvidenceFile> {
  const { name, limit } = arriving;
  const type = fileTypeOf(name)?.type;
  if (type === undefined) throw new EvidenceRefused('type', name, limit);
  return withArrived(join(place, incoming), inspected(arriving), async (arrived) => {
    await keep(place, arrived);
    const { sha256, size } = arrived;
    return { sha256, size, type, name };
  });
}

async function putBack(
  place: string,
  sha256: string,
  source: AsyncIterable<Uint8Array>,
): Promise<void> {
  if ((await check(pathOf(place, sha256), sha256)) === 'whole') return;
  await withArrived(join(place, incoming), source, async (arrived) => {
    if (arrived.sha256 !== sha256) throw new Error(`what came is not ${sha256}`);
    await keep(place, arrived);
  });
}

/** One that is there already stays, unless it is no longer what it was. */
async function keep(place: string, { path, sha256 }: Arrived): Promise<void> {
  const final = pathOf(place, sha256);
  await mkdir(dirname(final), { recursive: true });
  if ((await check(final, sha256)) !== 'whole') await rename(path, final);
  await flushFolder(dirname(final));
  await flushFolder(place);
}

async function opened(place: string, sha256: string) {
  const path = pathOf(place, sha256);
  if (!(await isThere(path))) throw new EvidenceMissing(sha256);
  const file = await open(path, 'r');
  return file.createReadStream();
}

async function check(
  path: string,
  sha256: string,
  tell: (bytes: number) => void = () => undefined,
): Promise<Condition> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      tell((bytes += chunk.length));
    }
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 'missing';
    if (isCode(error, 'EISDIR')) return 'altered';
    throw error;
  }
  return hash.digest('hex') === sha256 ? 'whole' : 'altered';
}

async function* list(place: string): AsyncIterable<StoredFile> {
  for (const start of (await namesIn(place)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const sha256 of (await namesIn(join(place, start))).filter(isSha256))
      yield { sha256, size: (await stat(join(place, start, sha256))).size };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw new EvidenceStoreFailed(folder, error);
  }
}

/** Nothing but a hash becomes a path. */
function pathOf(place: string, sha256: string): string {
  if (!isSha256(sha256)) throw new EvidenceMissing(sha256);
  return join(place, sha256.slice(0, 2), sha256);
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}
