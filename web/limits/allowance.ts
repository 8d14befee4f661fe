/** How often something may be done: so many at once, then as many a minute as come back. Each process counts by itself. */
export interface Taken {
  /** Null: it may be done. Else how long to wait, in whole seconds. */
  readonly wait: number | null;
  /** Refused, and none of this key was in the minute before: what is told is told of this one. */
  readonly isNews: boolean;
}

export interface Allowance {
  /** @param at milliseconds since 1970 */
  readonly take: (key: string, at: number) => Taken;
  /** Whether the next would be refused; takes nothing. */
  readonly wait: (key: string, at: number) => number | null;
}

const minute = 60_000;
/** Keys remembered before those that have nothing to tell any more are forgotten. */
const few = 10_000;

/** @param perMinute so many at once, and as many a minute afterwards */
export function createAllowance(perMinute: number): Allowance {
  const each = minute / perMinute;
  /** When all that was taken will have come back. */
  const backAt = new Map<string, number>();
  const toldAt = new Map<string, number>();
  let many = few;
  const waitMs = (key: string, at: number): number => (backAt.get(key) ?? at) + each - minute - at;
  const forget = (at: number): void => {
    for (const [key, back] of backAt)
      if (back <= at) {
        backAt.delete(key);
        toldAt.delete(key);
      }
    // Where few could be forgotten it is not tried again with each key that comes.
    many = Math.max(few, 2 * backAt.size);
  };
  return {
    wait: (key, at) => inSeconds(waitMs(key, at)),
    take: (key, at) => {
      if (backAt.size >= many) forget(at);
      const wait = inSeconds(waitMs(key, at));
      if (wait === null) backAt.set(key, Math.max(backAt.get(key) ?? at, at) + each);
      const isNews = wait !== null && at - (toldAt.get(key) ?? -minute) >= minute;
      if (isNews) toldAt.set(key, at);
      return { wait, isNews };
    },
  };
}

/** A thousandth of a second is nobody's wait. */
function inSeconds(ms: number): number | null {
  return ms < 1 ? null : Math.ceil(ms / 1000);
}
