/** Where the bundler and the SDK find the workflows and the payload converter: compiled, or their source when run from there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const payloadConverterPath = require.resolve('../workflows/payload-converter');

/** For bundles; clients and activities have another where there are keys. */
export const failureConverterPath = moduleFile('engine', 'temporal', 'failure-converter');

export const workflowsPath = moduleFile('workflows', 'index');

/** The machines: built once, shared by all workflows that a worker keeps in memory. */
export const machinesPath = moduleFile('workflows', 'registry');

/** The engine's shell: no workflow keeps anything in its modules. */
export const enginePath = moduleFile('engine', 'temporal', 'index');

/** Keeps queries from breaking workflows. */
export const interceptorsPath = moduleFile('engine', 'temporal', 'stale-query');

function moduleFile(...path: readonly string[]): string {
  const base = join(__dirname, '..', ...path);
  return existsSync(`${base}.js`) ? `${base}.js` : `${base}.ts`;
}
