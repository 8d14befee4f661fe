/** This version of the program. */
import { readFileSync } from 'node:fs';
import { packageFile } from './package-root';

export function version(): string {
  const read = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
    readonly version: string;
  };
  return read.version;
}
