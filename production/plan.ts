/** Who is struck when: every worker and every page process is killed once, and one page process is told to stop. From the seed. Pure. */
import { randomOf } from '../chaos/random';

export interface Strike {
  /** The process's name, e.g. `worker-1`. */
  readonly who: string;
  /** `killed`: kill -9. `drained`: SIGTERM. */
  readonly how: 'killed' | 'drained';
  /** Since people are at work, ms. */
  readonly at: number;
  /** How long after its end it is started again, ms. */
  readonly away: number;
}

export interface Struck {
  readonly workers: readonly string[];
  readonly pages: readonly string[];
}

/** In which part of the time each of them falls; the last tenth is left to come to rest. */
const parts = [0.12, 0.29, 0.46, 0.63, 0.8];
/** Of the time, how much earlier or later. */
const spread = 0.02;
/** As long as whoever watches takes to start it anew: longer than what scrapes it waits twice, ms. */
const away = [5000, 8000] as const;

/** @param seconds how long people are at work */
export function planOf(
  seed: number,
  seconds: number,
  { workers, pages }: Struck,
): readonly Strike[] {
  const random = randomOf(seed, 'strikes');
  const [worker, other] = [random.shuffled(workers), random.shuffled(pages)];
  const kills = worker.flatMap((each, index) => [each, other[index]]);
  const whole = [...kills, random.pick(pages)].filter((each) => each !== undefined);
  return whole.map((who, index) => ({
    who,
    how: index < kills.length ? ('killed' as const) : ('drained' as const),
    at: Math.round(seconds * 1000 * ((parts[index] ?? 1) + random.between(-spread, spread))),
    away: Math.round(random.between(...away)),
  }));
}
