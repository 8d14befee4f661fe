/** A recorder as a process that can be killed at any moment, and what it acknowledged until then. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { killGroup } from '../world/process';
import { placesIn } from './places';
import type { Asked, Order, Told } from './protocol';

export interface Recorder {
  /** Where its ledger is reached; null when it ended without having opened one. */
  readonly opened: Promise<string | null>;
  readonly go: () => void;
  /** Lets it finish what it has in hand. False when it did not within a minute, or ended otherwise. */
  readonly stop: () => Promise<boolean>;
  /** kill -9; resolves when it is gone and everything it said has been heard. */
  readonly kill: () => Promise<void>;
}

const stopsWithin = 60_000;

export function startRecorder(order: Order, hear: (told: Told) => void): Recorder {
  const log = openSync(placesIn(order.store).log, 'a');
  const child = fork(join(__dirname, 'recorder.js'), [JSON.stringify(order)], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  // Not before the channel is closed has everything been heard that was said.
  const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  const opened = new Promise<string | null>((resolve) => {
    child.on('message', (told: Told) => {
      if (told.kind === 'open') resolve(told.url);
      hear(told);
    });
    void ended.then(() => resolve(null));
  });
  const ask = (asked: Asked): void => void (child.connected && child.send(asked));
  return {
    opened,
    go: () => ask('go'),
    stop: async () => {
      ask('stop');
      const limit = setTimeout(() => killGroup(child.pid), stopsWithin);
      await ended;
      clearTimeout(limit);
      return child.exitCode === 0;
    },
    kill: async () => {
      killGroup(child.pid);
      await ended;
    },
  };
}
