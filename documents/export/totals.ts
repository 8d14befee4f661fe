// The numbers of a record, counted from its problems and nothing else.
import { statuses, type Status } from '../../domain/words';
import type { ProblemRecord, RectificationRecord } from './record';
import { statusTerms } from './terms';

export interface Totals {
  /** Without those withdrawn. */
  readonly problems: number;
  readonly measures: number;
  readonly measuresDone: number;
  readonly withdrawn: number;
  readonly withheld: number;
  readonly byStatus: Readonly<Record<Status, number>>;
}

export function totalsOf(record: RectificationRecord): Totals {
  const counted = standing(record.problems);
  const measures = counted.flatMap((problem) => problem.measures);
  return {
    problems: counted.length,
    measures: measures.length,
    measuresDone: measures.filter(({ done }) => done).length,
    withdrawn: record.problems.length - counted.length,
    withheld: counted.filter(({ withheld }) => withheld !== null).length,
    byStatus: byStatus(counted),
  };
}

/** What the supervisor withdrew is no problem any more: neither counted nor printed. */
export function standing(problems: readonly ProblemRecord[]): readonly ProblemRecord[] {
  return problems.filter(({ outcome }) => outcome !== 'withdrawn');
}

/** Still to be done: in progress, or not completed in the period. */
export function isOpen({ status, outcome }: ProblemRecord): boolean {
  return outcome !== 'withdrawn' && (status === 'inProgress' || status === 'notCompleted');
}

export function byStatus(problems: readonly ProblemRecord[]): Readonly<Record<Status, number>> {
  const count = (status: Status) => problems.filter((problem) => problem.status === status).length;
  return {
    completed: count('completed'),
    phaseCompleted: count('phaseCompleted'),
    inProgress: count('inProgress'),
    notCompleted: count('notCompleted'),
  };
}

/** 已完成整改9个，正在整改2个; what there is none of is not named. */
export function statusSentence(counts: Readonly<Record<Status, number>>): string {
  return statuses
    .filter((status) => counts[status] > 0)
    .map((status) => `${statusTerms[status]}${counts[status]}个`)
    .join('，');
}
