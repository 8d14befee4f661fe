/** How much of the processors each process takes, with those that come from it: from Linux's own books, in seconds. */
import { readFileSync, readdirSync } from 'node:fs';

/** What is watched; its number is a process's. */
export type Watched = Readonly<Record<string, { readonly pid: number; readonly alone?: true }>>;

/** Clock ticks a second: the same on every Linux that Node runs on. */
const ticks = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and of those from it that have ended, s. */
  readonly seconds: number;
}

/**
 * Tells what each has taken since this was called, as processors: 1 is one of them all the time. Nothing where the system keeps
 * no such books.
 */
export function watchProcessors(watched: Watched): () => Readonly<Record<string, number>> {
  const before = secondsOf(watched);
  const began = performance.now();
  return () => {
    const [after, elapsed] = [secondsOf(watched), (performance.now() - began) / 1000];
    return Object.fromEntries(
      Object.entries(after).map(([name, seconds]) => [
        name,
        (seconds - (before[name] ?? 0)) / elapsed,
      ]),
    );
  };
}

function secondsOf(watched: Watched): Readonly<Record<string, number>> {
  const all = processes();
  if (all.length === 0) return {};
  return Object.fromEntries(
    Object.entries(watched).map(([name, { pid, alone }]) => [name, secondsFrom(all, pid, alone)]),
  );
}

function secondsFrom(all: readonly Process[], from: number, alone = false): number {
  const own = all.find(({ pid }) => pid === from)?.seconds ?? 0;
  if (alone) return own;
  const children = all.filter(({ parent }) => parent === from);
  return children.reduce((sum, { pid }) => sum + secondsFrom(all, pid), own);
}

function processes(): readonly Process[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => processAt(Number(name)));
  } catch {
    return [];
  }
}

/** None where it has ended meanwhile. */
function processAt(pid: number): readonly Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const times = fields.slice(11, 15).map(Number);
    return [
      {
        ...{ pid, parent: Number(fields[1]) },
        seconds: times.reduce((sum, each) => sum + each, 0) / ticks,
      },
    ];
  } catch {
    return [];
  }
}
