/** Where the program's own files are: policies and samples. The same from source and compiled. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function packageFile(...parts: readonly string[]): string {
  return join(rootAbove(__dirname), ...parts);
}

function rootAbove(folder: string): string {
  const parent = dirname(folder);
  if (existsSync(join(folder, 'package.json')) || parent === folder) return folder;
  return rootAbove(parent);
}
