/** 流转记录: the port through which lines are kept, and its first home, JSON Lines files, one a workflow. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A line as the engine writes it; only its number matters here. */
export interface JournalLine {
  readonly sequence: number;
  readonly [field: string]: unknown;
}

export interface Journal {
  /** Keeps lines in order, each (workflow, sequence) once: what is there already is passed over. Durable when it resolves. */
  readonly append: (workflow: string, lines: readonly JournalLine[]) => Promise<void>;
  /** All lines of a workflow, in order; none when it is unknown. */
  readonly read: (workflow: string) => Promise<readonly JournalLine[]>;
}

/** A journal of `<folder>/<workflow>.jsonl` files. One process writes a folder at a time. */
export function createFileJournal(folder: string): Journal {
  const queues = new Map<string, Promise<void>>();
  return {
    append: (workflow, lines) => {
      const before = queues.get(workflow) ?? Promise.resolve();
      const after = before
        .catch(() => undefined)
        .then(() => append(journalFile(folder, workflow), lines));
      queues.set(workflow, after);
      return after.finally(() => {
        if (queues.get(workflow) === after) queues.delete(workflow);
      });
    },
    read: (workflow) => linesIn(journalFile(folder, workflow)),
  };
}

/** The whole lines of a journal's file; none where there is no file. @throws SyntaxError when one is no JSON */
export async function linesIn(file: string): Promise<readonly JournalLine[]> {
  return parse(await textOf(file));
}

async function append(file: string, lines: readonly JournalLine[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+');
  try {
    const last = await lastSequence(handle);
    const fresh = lines.filter((line) => line.sequence > last);
    if (fresh.length === 0) return;
    await handle.appendFile(fresh.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** The number of the last whole line; a half line, left by a crash in the middle of a write, is cut off first. */
async function lastSequence(handle: FileHandle): Promise<number> {
  const { size } = await handle.stat();
  for (let room = 16_384; ; room *= 4) {
    const start = Math.max(0, size - room);
    const tail = Buffer.alloc(size - start);
    await handle.read(tail, 0, tail.length, start);
    const end = tail.lastIndexOf(0x0a);
    const before = end === -1 ? -1 : tail.lastIndexOf(0x0a, end - 1);
    if (end === -1 && start > 0) continue;
    if (before === -1 && start > 0 && end !== -1) continue;
    if (start + end + 1 < size) await handle.truncate(start + end + 1);
    if (end === -1) return 0;
    return (JSON.parse(tail.subarray(before + 1, end).toString('utf8')) as JournalLine).sequence;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parse(text: string): readonly JournalLine[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalLine);
}

/** A file name that any system takes: the id's own slashes are folders, everything odd is replaced and told apart by a hash. */
export function journalFile(folder: string, workflow: string): string {
  const safe = workflow
    .split('/')
    .map((part) => (/^[\w.-]{1,80}$/.test(part) && !/^\.+$/.test(part) ? part : hashed(part)));
  return `${join(folder, ...safe)}.jsonl`;
}

function hashed(part: string): string {
  const kept = part.replace(/[^\p{L}\p{N}_-]/gu, '_').slice(0, 40);
  return `${kept}~${createHash('sha256').update(part).digest('hex').slice(0, 12)}`;
}
