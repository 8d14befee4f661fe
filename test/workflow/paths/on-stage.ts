/** Stories played together before the tests of a file, on a server that stops after them. */
import { startServer, type Options, type Server } from '../server';
import { play, type Played } from './play';
import type { Story } from './story';

/** Replaying every step takes its time on a busy machine. */
const patience = 600_000;
export const from = '2025-02-10 09:30';
const end = '2026-10-28 08:00';

/** To be asked within tests only. */
export interface Stage {
  readonly server: () => Server;
  readonly played: (name: string) => Played;
}

/** @param until as for `play`; all lives are over by the end */
export function onStage(
  stories: readonly Story[],
  options: Options,
  until: string | null = end,
): Stage {
  let server: Server;
  let played: ReadonlyMap<string, Played>;
  beforeAll(async () => {
    server = await startServer(options);
    played = await play(server, stories, from, until);
  }, patience);
  afterAll(async () => server.stop());
  return {
    server: () => server,
    played: (name) => {
      const found = played.get(name);
      if (found === undefined) throw new Error(`${name} was not played`);
      return found;
    },
  };
}
