/** Small files that another process reads: written beside and renamed, so that nobody ever sees half of one. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

export function writeWhole(file: string, content: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

export function writeJson(file: string, value: object): void {
  writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Null when there is none, or it is not JSON: these files can all be made again. */
export function readJson<Shape>(file: string): Partial<Shape> | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof read === 'object' && read !== null ? read : null;
  } catch {
    return null;
  }
}

export function removeFile(file: string): void {
  rmSync(file, { force: true });
}
