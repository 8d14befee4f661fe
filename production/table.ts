/** What was tried and what was seen, as a table. Pure. */
import type { Check } from './checks';
import type { Evidence } from './evidence';
import type { Done } from './strikes';

export function tableOf({ seed, seconds, strikes }: Evidence, checks: readonly Check[]): string {
  const first = strikes[0]?.began ?? 0;
  const origin = first - (strikes[0]?.at ?? 0);
  return [
    `seed ${seed}, ${Math.round(seconds)} s`,
    '',
    ...strikes.map((strike) => triedOf(strike, origin)),
    '',
    ...checks.map(rowOf),
  ].join('\n');
}

/** The first of what is wrong, for whoever looks into it. */
export function detailsOf(checks: readonly Check[]): string {
  return checks
    .flatMap(({ what, faults }) =>
      faults.length === 0 ? [] : [`${what}:`, ...faults.slice(0, 10).map((each) => `  ${each}`)],
    )
    .join('\n');
}

function triedOf({ who, how, began, backAfter }: Done, origin: number): string {
  const what = how === 'killed' ? 'killed (kill -9)' : 'told to stop (SIGTERM)';
  const when = `at ${Math.round((began - origin) / 1000)} s`;
  return `  ${who} ${what} ${when}, at work again after ${(backAfter / 1000).toFixed(1)} s`;
}

const marks = { true: '✓', false: '✗', null: ' ' } as const;

function rowOf({ what, seen, holds }: Check): string {
  return `${marks[`${holds}`]} ${what.padEnd(62)} ${seen.padStart(6)}`;
}
