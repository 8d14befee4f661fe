/** Units ranked by lateness. Pure; the rule is said on the page. */
import { daysBetween } from '../../../domain/plain-date';
import type { PlainDate } from '../../../domain/words';
import type { Sums } from '../../../ledger';

export interface RankedRound {
  readonly id: string;
  readonly unit: string;
  readonly today: PlainDate;
}

export interface UnitRank {
  readonly unit: string;
  /** Equal ones share it. */
  readonly rank: number;
  readonly rounds: readonly string[];
  readonly problems: number;
  readonly completed: number;
  readonly open: number;
  readonly overdue: number;
  readonly behind: number;
  /** Of the problems not completed, how many are red: 0 to 1. */
  readonly share: number;
  /** Days that the red problem with the oldest date is late. */
  readonly longest: number;
}

/** The latest first: by share, number of red ones, longest, yellow ones; then by name. */
export function rankedUnits(
  units: readonly string[],
  rounds: readonly RankedRound[],
  sums: readonly Sums[],
): readonly UnitRank[] {
  const byId = new Map(sums.map((each) => [each.rectification, each]));
  const all = units
    .map((unit) =>
      summed(
        unit,
        rounds.filter((round) => round.unit === unit),
        byId,
      ),
    )
    .toSorted((one, other) => compared(one, other) || (one.unit < other.unit ? -1 : 1));
  return all.map((each) => ({
    ...each,
    rank: all.findIndex((other) => compared(each, other) === 0) + 1,
  }));
}

type Unranked = Omit<UnitRank, 'rank'>;

function compared(one: Unranked, other: Unranked): number {
  return (
    other.share - one.share ||
    other.overdue - one.overdue ||
    other.longest - one.longest ||
    other.behind - one.behind
  );
}

function summed(
  unit: string,
  rounds: readonly RankedRound[],
  byId: ReadonlyMap<string, Sums>,
): Unranked {
  const own = rounds.flatMap((round) => {
    const sums = byId.get(round.id);
    return sums === undefined ? [] : [{ ...sums, longest: daysLate(sums.oldest, round.today) }];
  });
  const sum = (name: 'problems' | 'completed' | 'open' | 'overdue' | 'behind'): number =>
    own.reduce((all, each) => all + each[name], 0);
  const [open, overdue] = [sum('open'), sum('overdue')];
  return {
    ...{ unit, rounds: rounds.map(({ id }) => id), open, overdue },
    ...{ problems: sum('problems'), completed: sum('completed'), behind: sum('behind') },
    // A red urge or look-back of a completed problem counts too.
    share: open === 0 ? (overdue > 0 ? 1 : 0) : Math.min(1, overdue / open),
    longest: Math.max(0, ...own.map(({ longest }) => longest)),
  };
}

function daysLate(oldest: PlainDate | null, today: PlainDate): number {
  return oldest === null ? 0 : Math.max(0, daysBetween(oldest, today));
}
