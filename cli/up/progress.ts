/** Steps of a start as a person sees them: what is being done, and how long it took. */
import type { CliContext } from '../command';

export type Step = <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;

/** Announces only what takes a moment; says of everything when it is done. */
export function stepsOf({ err }: Pick<CliContext, 'err'>): Step {
  return async (title, work) => {
    const since = performance.now();
    const announce = setTimeout(() => err(`… ${title}`), 1500);
    try {
      const result = await work();
      err(`✓ ${title}（${secondsSince(since)}）`);
      return result;
    } finally {
      clearTimeout(announce);
    }
  };
}

export function secondsSince(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} 秒`;
}
