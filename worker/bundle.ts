/** The workflows bundled for workers, kept beside the compiled code until that changes: bundling takes some seconds. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { version as sdkVersion } from '@temporalio/worker/package.json';
import { version as xstateVersion } from 'xstate/package.json';
import { bundleOptions } from './bundler-options';
import { addFolder } from './folder-hash';
import { machinesPath, workflowsPath } from './workflow-paths';

const root = join(__dirname, '..');

/** Whatever can end up in the bundle, or says how it is made. */
const sources = ['engine', 'machines', 'domain', 'workflows', 'worker'];

export interface Bundled {
  readonly bundle: WorkflowBundle;
  readonly from: 'cache' | 'sources';
}

/** @param folder where it is kept; not being able to write there costs time at the next start and nothing else */
export async function workflowBundle(folder: string = join(root, '.cache')): Promise<Bundled> {
  const file = join(folder, `workflows-${fingerprint()}.js`);
  const kept = read(file);
  if (kept !== null) return { bundle: { code: kept }, from: 'cache' };
  const bundle = await bundleWorkflowCode(bundleOptions(workflowsPath, [machinesPath]));
  keep(folder, file, bundle.code);
  return { bundle, from: 'sources' };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function keep(folder: string, file: string, code: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    dropOlder(folder);
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Only a cache.
  }
}

function dropOlder(folder: string): void {
  const older = readdirSync(folder).filter((name) => /^workflows-\w+[.]js$/.test(name));
  for (const name of older) rmSync(join(folder, name), { force: true });
}

function fingerprint(): string {
  const hash = createHash('sha256').update(`${sdkVersion} ${xstateVersion}`);
  for (const folder of sources) addFolder(hash, join(root, folder), isSource);
  return hash.digest('hex').slice(0, 20);
}

function isSource(name: string): boolean {
  return /[.](js|ts)$/.test(name);
}
