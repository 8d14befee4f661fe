/** How often a robot may speak: providers silence one that speaks more often, some of them for ten minutes. */

export interface Rate {
  readonly count: number;
  readonly withinMs: number;
}

export class Pace {
  private readonly rates: readonly Rate[];
  private readonly longest: number;
  private spoken: readonly number[] = [];

  constructor(rates: readonly Rate[]) {
    this.rates = rates;
    this.longest = Math.max(...rates.map(({ withinMs }) => withinMs));
  }

  /** Takes a turn at this instant (ms) and gives 0; or takes none and gives how long to wait for one, ms. */
  turn(at: number): number {
    this.spoken = this.spoken.filter((each) => each > at - this.longest && each <= at);
    const wait = Math.max(...this.rates.map((rate) => this.waitFor(rate, at)));
    if (wait === 0) this.spoken = [...this.spoken, at];
    return wait;
  }

  private waitFor({ count, withinMs }: Rate, at: number): number {
    const last = this.spoken.at(-count);
    return last === undefined ? 0 : Math.max(0, last + withinMs - at);
  }
}
