/** A journal that tells what has been recorded in it. */
import { EventEmitter, once } from 'node:events';
import type { Journal } from '../activities';

export interface WatchedJournal extends Journal {
  /** Recorded until now, of all workflows. */
  readonly lines: () => number;
  /** The number of a workflow's last recorded line; 0: none. */
  readonly last: (workflow: string) => number;
  /** Resolves when more of a workflow has been recorded than now. */
  readonly next: (workflow: string) => Promise<void>;
}

export function watched(kept: Journal): WatchedJournal {
  const recordings = new EventEmitter();
  recordings.setMaxListeners(0);
  const last = new Map<string, number>();
  let count = 0;
  return {
    append: async (workflow, lines) => {
      await kept.append(workflow, lines);
      count += lines.length;
      last.set(workflow, lines.at(-1)?.sequence ?? 0);
      recordings.emit(workflow);
    },
    read: kept.read,
    lines: () => count,
    last: (workflow) => last.get(workflow) ?? 0,
    next: async (workflow) => void (await once(recordings, workflow)),
  };
}
