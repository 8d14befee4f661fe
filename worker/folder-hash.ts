/** Whether anything in a folder has changed. */
import type { Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds the files that count, in the order of their names, of the folders in it too. */
export function addFolder(hash: Hash, folder: string, counts: (name: string) => boolean): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path, counts);
    else if (counts(entry.name)) hash.update(entry.name).update(readFileSync(path));
  }
}
