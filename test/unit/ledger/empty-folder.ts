/** An embedded database's folder as it is when new: making one takes four seconds of work, so it is made once and copied. */
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '../../../ledger/embedded';

const root = join(__dirname, '..', '..', '..');
const template = join(root, '.cache', `pglite-${versionOfPglite()}`);

/** Makes the folder, which must not be there yet. */
export async function newEmptyFolder(folder: string): Promise<void> {
  if (!existsSync(template)) await makeTemplate(`${template}.${process.pid}`);
  cpSync(template, folder, { recursive: true });
}

/** Of several test processes that make it at once, the first one's is kept. */
async function makeTemplate(draft: string): Promise<void> {
  const { stop } = await startEmbedded(draft);
  await stop();
  try {
    renameSync(draft, template);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

function versionOfPglite(): string {
  const file = join(root, 'package.json');
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return String(dependencies['@electric-sql/pglite']);
}
