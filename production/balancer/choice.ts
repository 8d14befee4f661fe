/** Who gets the next request: in turn, of those that say they are ready; a request that came back goes to another one. Pure. */

export interface Standing {
  readonly isReady: boolean;
}

export interface Chosen {
  readonly index: number;
  /** None that had not been tried was ready: the rest is asked all the same. */
  readonly isLastResort: boolean;
}

/**
 * @param turn grows by one with each request
 * @param tried indexes of those that left this request unanswered
 * @returns null where nobody is left
 */
export function choose(
  standings: readonly Standing[],
  turn: number,
  tried: ReadonlySet<number>,
): Chosen | null {
  const left = [...standings.keys()].filter((index) => !tried.has(index));
  const ready = left.filter((index) => standings[index]?.isReady === true);
  const from = ready.length > 0 ? ready : left;
  const index = from[turn % from.length];
  return index === undefined ? null : { index, isLastResort: ready.length === 0 };
}
