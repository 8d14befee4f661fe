/** Raw results, kept as JSON: one file a run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../cli/package-root';
import type { Result } from './report';

/** @returns where it was written */
export function keepResult(result: Result): string {
  const folder = packageFile('bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${result.date.slice(0, 19).replace(/:/g, '')}.json`);
  writeFileSync(file, `${JSON.stringify(result, rounded, 1)}\n`);
  return file;
}

/** Six digits are more than any clock here is worth. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
