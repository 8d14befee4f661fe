/** Sees a message the moment its file appears in the outbox: then whoever wrote it has not reported it yet. */
import { mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Calls `then` at the next message; gives false when none came within so many ms. */
export function atNextMessage(store: string, within: number, then: () => void): Promise<boolean> {
  const folder = join(store, 'outbox');
  mkdirSync(folder, { recursive: true });
  return new Promise((resolve) => {
    const watcher = watch(folder, { recursive: true });
    const end = (came: boolean): void => {
      clearTimeout(limit);
      watcher.close();
      resolve(came);
    };
    const limit = setTimeout(() => end(false), within);
    watcher.on('change', (_kind, name) => {
      if (!/\/[^./][^/]*\.md$/.test(String(name))) return;
      then();
      end(true);
    });
    watcher.on('error', () => end(false));
  });
}
