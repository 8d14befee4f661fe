/** Some at a time: whoever comes when all places are taken waits for the first that is free. */

export type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function inTurn(places: number): Turn {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
