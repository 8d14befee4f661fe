/** An embedded ledger's folder as it is when new, its tables made: that takes five seconds of work, so it is done once and copied. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedLedger } from '../../../ledger';
import { addFolder } from '../../../worker/folder-hash';
import { holdDatabaseProgram } from './database-program';

const root = join(__dirname, '..', '..', '..');

/** Makes the folder, which must not be there yet. */
export async function newLedgerFolder(folder: string): Promise<void> {
  await holdDatabaseProgram();
  const template = join(root, '.cache', `ledger-${versionOfTables()}`);
  if (!existsSync(template)) await makeTemplate(template);
  copyFolder(template, folder);
}

/** By reading and writing: tried, the system’s own copying of a thousand small files takes two to five times as long. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, copy);
    else writeFileSync(copy, readFileSync(source));
  }
}

/** Of several test processes that make it at once, the first one's is kept. */
async function makeTemplate(template: string): Promise<void> {
  const draft = `${template}.${process.pid}`;
  const { close } = await openEmbeddedLedger(draft);
  await close();
  try {
    renameSync(draft, template);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Another as soon as the database or a migration is. */
function versionOfTables(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  addFolder(hash, join(root, 'ledger', 'migrations'), (name) => name.endsWith('.ts'));
  return hash.digest('hex').slice(0, 12);
}
