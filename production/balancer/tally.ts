/** What became of the requests, counted. */

export interface Tally {
  readonly requests: number;
  /** Left unanswered by one, and given to the other. */
  readonly retried: number;
  /** Of those, such as change something. */
  readonly retriedPosts: number;
  /** Of those, cut off in the middle of their answer. */
  readonly cutOff: number;
  /** Nobody had said that they were ready. */
  readonly lastResorts: number;
  /** Answered with 502: nobody answered for long. */
  readonly givenUp: number;
  /** Live pages that were open when they were cut off. */
  readonly liveCut: number;
}

export type Counting = { -readonly [Name in keyof Tally]: number };

export function startTally(): Counting {
  return {
    ...{ requests: 0, retried: 0, retriedPosts: 0, cutOff: 0 },
    ...{ lastResorts: 0, givenUp: 0, liveCut: 0 },
  };
}
