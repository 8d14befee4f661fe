/** Which messages may have arrived: a robot cannot tell a repeat, so each is repeated once within an hour, and then no more. */

const remembered = 3_600_000;

interface Doubt {
  readonly times: number;
  readonly at: number;
}

export class Doubts {
  private readonly doubts = new Map<string, Doubt>();

  /** Notes one more attempt with an unknown end, at an instant (ms). True: it may be sent once more. */
  add(key: string, at: number): boolean {
    const times = this.timesOf(key, at) + 1;
    this.doubts.set(key, { times, at });
    return times < 2;
  }

  /** Whether it has been sent as often as it may be. */
  isSpent(key: string, at: number): boolean {
    return this.timesOf(key, at) >= 2;
  }

  private timesOf(key: string, at: number): number {
    for (const [each, doubt] of this.doubts)
      if (at - doubt.at > remembered) this.doubts.delete(each);
    return this.doubts.get(key)?.times ?? 0;
  }
}
