/** What somebody who only looks at the metrics knows of a process: when it was down, and that it began anew. Pure. */

export interface Sample {
  /** ms since 1970 */
  readonly at: number;
  readonly up: boolean;
  /** Of something that only grows in the life of a process; null where it was not told. */
  readonly counter: number | null;
}

export interface Seen {
  /** Times it was not there for at least one look. */
  readonly downs: number;
  /** The longest of them, ms. */
  readonly longest: number;
  /** Times the counter began anew, as Prometheus' `resets()`. */
  readonly restarts: number;
  readonly isUp: boolean;
}

export function seenIn(samples: readonly Sample[]): Seen {
  let [downs, longest, restarts] = [0, 0, 0];
  let downSince: number | null = null;
  let counter: number | null = null;
  for (const sample of samples) {
    if (!sample.up && downSince === null) {
      downs += 1;
      downSince = sample.at;
    }
    if (downSince !== null) longest = Math.max(longest, sample.at - downSince);
    if (sample.up) downSince = null;
    if (sample.counter !== null && counter !== null && sample.counter < counter) restarts += 1;
    counter = sample.counter ?? counter;
  }
  return { downs, longest, restarts, isUp: samples.at(-1)?.up === true };
}
