/** Workflows bundled for tests: each bundle is made once for all test files, and kept until a source of it changes. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, type BundleOptions } from '@temporalio/worker';
import { bundleOptions } from '../../worker/bundler-options';
import { addFolder } from '../../worker/folder-hash';
import { machinesPath, workflowsPath } from '../../worker/workflow-paths';

const root = join(__dirname, '..', '..');
const kept = join(root, '.cache', 'workflow-bundle');

/** Whatever can end up in a bundle, or says how it is made; of tests only what they play. */
const sources = ['engine', 'machines', 'domain', 'workflows', 'worker', 'test/workflow'].concat(
  'test/unit/engine',
);

export interface Bundle {
  readonly code: string;
}

/** Our own workflows, as every worker of ours has them. */
export const workflowBundle = (): Promise<Bundle> =>
  keptBundle(bundleOptions(workflowsPath, [machinesPath]));

/** @param options what is no plain data in them must come from the sources */
export async function keptBundle(options: BundleOptions): Promise<Bundle> {
  const file = join(kept, `${fingerprint(options)}.js`);
  if (existsSync(file)) return { code: readFileSync(file, 'utf8') };
  const { code } = await bundleWorkflowCode(options);
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
  return { code };
}

function fingerprint({ logger: _logger, ...options }: BundleOptions): string {
  const hash = createHash('sha256').update(JSON.stringify(options));
  hash.update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of sources)
    addFolder(hash, join(root, folder), (name) => !name.endsWith('.test.ts'));
  return hash.digest('hex').slice(0, 20);
}
