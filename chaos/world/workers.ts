/** Workers as processes of their own, each in some time zone and with a clock of its own; one that ends is started again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random';
import { environment, zhenggai, type Place } from './place';
import { startProgram, type Program } from './process';
import { clockFileVariable } from './shifted-clock';

export const zones = [
  'UTC',
  'America/New_York',
  'Asia/Shanghai',
  'Pacific/Auckland',
  'Asia/Kolkata',
] as const;

export interface Workers {
  readonly start: () => void;
  /** Ends them for good, or until `start`. */
  readonly stop: () => Promise<void>;
  readonly killOne: () => void;
  readonly killAll: () => void;
  /** Of one of them, by some hours or days in either direction. */
  readonly jumpClock: () => void;
  /** Instants of all kills, real ms. */
  readonly kills: readonly number[];
  /** How many ended without having been killed. */
  readonly endings: () => number;
}

interface Slot {
  readonly clock: string;
  program: Program | null;
  killed: boolean;
}

/** What one step of a clock may be, ms: from daylight saving to a machine whose battery was changed. */
const jumps = [3_600_000, -3_600_000, 86_400_000, -86_400_000, 30 * 86_400_000, -7 * 86_400_000];

/** @param args of the command each of them runs: `worker`, or `up` for the one that brings its server along */
export function createWorkers(
  place: Place,
  count: number,
  args: readonly string[],
  random: Random,
): Workers {
  const slots = Array.from({ length: count }, (_each, index): Slot => {
    const clock = join(place.store, `clock-${args[0]}-${index}`);
    writeFileSync(clock, '0');
    return { clock, program: null, killed: false };
  });
  const kills: number[] = [];
  let wanted = false;
  let endings = 0;

  const startOne = (slot: Slot): void => {
    slot.killed = false;
    slot.program = startProgram(
      process.execPath,
      [zhenggai, ...args],
      environmentOf(place, args, slot, random),
      join(place.store, `${args[0]}.log`),
    );
    void slot.program.ended.then(async () => {
      if (!slot.killed && wanted) endings += 1;
      await pause(100);
      if (wanted) startOne(slot);
    });
  };
  const kill = (slot: Slot): void => {
    slot.killed = true;
    slot.program?.kill();
    kills.push(Date.now());
  };
  return {
    start: () => {
      wanted = true;
      slots.forEach(startOne);
    },
    stop: async () => {
      wanted = false;
      slots.forEach(kill);
      await Promise.all(slots.flatMap(({ program }) => program?.ended ?? []));
    },
    killOne: () => kill(random.pick(slots)),
    killAll: () => slots.forEach(kill),
    jumpClock: () => writeFileSync(random.pick(slots).clock, String(random.pick(jumps))),
    kills,
    endings: () => endings,
  };
}

function environmentOf(
  place: Place,
  args: readonly string[],
  { clock }: Slot,
  random: Random,
): NodeJS.ProcessEnv {
  return environment(place, {
    TZ: random.pick(zones),
    [clockFileVariable]: clock,
    NODE_OPTIONS: `--require ${join(__dirname, 'shifted-clock.js')}`,
    ...(args[0] === 'worker' ? { TEMPORAL_ADDRESS: place.address } : {}),
  });
}
