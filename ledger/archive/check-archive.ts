/** Reads an archive once through before anything is done with it. */
import { createHash } from 'node:crypto';
import { archiveEntries } from './archive-file';
import { ArchiveRefused } from './errors';
import {
  aboutName,
  manifestName,
  readAbout,
  readManifest,
  type Entry,
  type Manifest,
} from './manifest';
import type { TarEntry } from './tar';
import { evidenceIn } from './contents';

/** More than an entry that is held in memory ever has. */
const largest = 512 * 1024 * 1024;

/**
 * @param tell is told after each entry how many bytes there were so far, unpacked
 * @throws ArchiveRefused; the file's own errors
 */
export async function checkArchive(
  file: string,
  tell: (bytes: number) => void = () => undefined,
): Promise<Manifest> {
  const entries: Entry[] = [];
  let manifest: Manifest | null = null;
  let bytes = 0;
  for await (const entry of archiveEntries(file)) {
    if (manifest !== null) throw new ArchiveRefused('damaged', entry.name);
    if (entries.length === 0 && entry.name !== aboutName)
      throw new ArchiveRefused('notArchive', entry.name);
    if (entry.name === manifestName) manifest = readManifest(await wholeOf(entry), entries);
    else entries.push(await checked(entry));
    tell((bytes += entry.size));
  }
  if (manifest === null) throw new ArchiveRefused('damaged', manifestName);
  return manifest;
}

async function checked(entry: TarEntry): Promise<Entry> {
  const { name, size: bytes } = entry;
  const hash = createHash('sha256');
  if (name === aboutName) {
    const content = await wholeOf(entry);
    readAbout(content);
    hash.update(content);
  } else for await (const chunk of entry.content) hash.update(chunk);
  const sha256 = hash.digest('hex');
  if (sha256 !== (evidenceIn(name) ?? sha256)) throw new ArchiveRefused('damaged', name);
  return { name, bytes, sha256 };
}

/** An entry's content in memory. @throws ArchiveRefused for one that is too large for that */
export async function wholeOf({ name, size, content }: TarEntry): Promise<Buffer> {
  if (size > largest) throw new ArchiveRefused('damaged', name);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
