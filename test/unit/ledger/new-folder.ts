/** An embedded ledger's folder as it is when new, its tables made: that takes five seconds of work, so it is done once and copied. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedLedger } from '../../../ledger';
import { withLock } from '../../../setup/lock.js';
import { addFolder } from '../../../worker/folder-hash';
import { holdDatabaseProgram } from './database-program';

const root = join(__dirname, '..', '..', '..');

/** Makes the folder, which must not be there yet. */
export async function newLedgerFolder(folder: string): Promise<void> {
  await holdDatabaseProgram();
  const template = join(root, '.cache', `ledger-${versionOfTables()}`);
  if (!existsSync(template)) await withLock(() => makeTemplate(template), `${template}.lock`);
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

/** By one of the test processes that want it at once. */
async function makeTemplate(template: string): Promise<void> {
  if (existsSync(template)) return;
  const draft = `${template}.${process.pid}`;
  const { close } = await openEmbeddedLedger(draft);
  await close();
  renameSync(draft, template);
}

/** Another as soon as the database or a migration is. */
function versionOfTables(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  addFolder(hash, join(root, 'ledger', 'migrations'), (name) => name.endsWith('.ts'));
  return hash.digest('hex').slice(0, 12);
}
