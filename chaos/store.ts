/** What the run left in its store, read as a person could. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from './model/history';
import { outboxMessage, type Delivered } from './model/messages';

/** Lines by workflow id. */
export function journalsIn(store: string): ReadonlyMap<string, readonly Line[]> {
  const folder = join(store, 'journal');
  const files = filesIn(folder).filter((file) => file.endsWith('.jsonl'));
  return new Map(
    files.map((file) => [file.replace(/\.jsonl$/, ''), linesIn(join(folder, file))] as const),
  );
}

function linesIn(file: string): readonly Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

export function outboxIn(store: string): readonly Delivered[] {
  return outboxFiles(store).map((file) => outboxMessage(readFileSync(file, 'utf8')));
}

/** Whole messages of a store, one a file. */
export function outboxFiles(store: string): readonly string[] {
  const folder = join(store, 'outbox');
  const files = filesIn(folder).filter((file) => file.endsWith('.md') && !/(^|\/)\./.test(file));
  return files.map((file) => join(folder, file));
}

/** Paths below a folder, with slashes; none where there is no folder. */
export function filesIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
        file.replaceAll('\\', '/'),
      )
    : [];
}
