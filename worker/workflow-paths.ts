/** Where the bundler and the SDK find the workflows and the payload converter: compiled, or their source when run from there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const payloadConverterPath = require.resolve('../workflows/payload-converter');

export const workflowsPath = workflowsFile();

function workflowsFile(): string {
  const base = join(__dirname, '..', 'workflows', 'index');
  return existsSync(`${base}.js`) ? `${base}.js` : `${base}.ts`;
}
