// The summary's numbers: problems by department, leader, kind, lamp and status, and the lists of what is late or due soon.
import { kinds, lamps, statuses, type PlainDate, type Status } from '../../../domain/words';
import { daysBetween } from '../chinese-date';
import type { ProblemRecord, RectificationRecord } from '../record';
import { kindTerms, lampTerms, statusTerms, unassigned } from '../terms';
import { byStatus, isOpen, standing } from '../totals';

export interface Group {
  readonly name: string;
  readonly rows: readonly GroupRow[];
}

export interface GroupRow {
  readonly label: string;
  readonly problems: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly overdue: number;
}

export function groupsOf(record: RectificationRecord): readonly Group[] {
  const problems = standing(record.problems);
  const departmentOf = ({ department }: ProblemRecord) => department ?? unassigned;
  const leaderOf = ({ responsibleLeader }: ProblemRecord) => responsibleLeader ?? unassigned;
  return [
    group('按责任部门', problems, named(problems, departmentOf), departmentOf),
    group('按责任领导', problems, named(problems, leaderOf), leaderOf),
    group('按类型', problems, valuesOf(kindTerms, kinds), ({ kind }) => kindTerms[kind]),
    group('按亮灯', problems, valuesOf(lampTerms, lamps), ({ lamp }) => lampTerms[lamp]),
    group(
      '按报告口径',
      problems,
      valuesOf(statusTerms, statuses),
      ({ status }) => statusTerms[status],
    ),
  ];
}

/** All problems as one row. */
export function totalRow(record: RectificationRecord): GroupRow {
  return rowOf('合计', standing(record.problems));
}

function group(
  name: string,
  problems: readonly ProblemRecord[],
  labels: readonly string[],
  labelOf: (problem: ProblemRecord) => string,
): Group {
  const rows = labels.map((label) =>
    rowOf(
      label,
      problems.filter((problem) => labelOf(problem) === label),
    ),
  );
  return { name, rows };
}

function rowOf(label: string, problems: readonly ProblemRecord[]): GroupRow {
  const overdue = problems.filter(({ lamp }) => lamp === 'overdue').length;
  return { label, problems: problems.length, byStatus: byStatus(problems), overdue };
}

function named(
  problems: readonly ProblemRecord[],
  labelOf: (problem: ProblemRecord) => string,
): readonly string[] {
  return [...new Set(problems.map(labelOf))];
}

function valuesOf<Code extends string>(
  terms: Readonly<Record<Code, string>>,
  codes: readonly Code[],
): readonly string[] {
  return codes.map((code) => terms[code]);
}

export interface Listed {
  readonly problem: ProblemRecord;
  /** From the due day to the record's day; negative while there is time; null without a date. */
  readonly daysLate: number | null;
}

/** Red, the latest first. */
export function overdueOf({ problems, asOf }: RectificationRecord): readonly Listed[] {
  const late = standing(problems).filter(({ lamp }) => lamp === 'overdue');
  return inOrder(late, asOf);
}

/** Open, not red, and due within so many calendar days; the nearest first. */
export function dueWithin(
  { problems, asOf }: RectificationRecord,
  days: number,
): readonly Listed[] {
  const soon = problems.filter(
    (problem) =>
      isOpen(problem) &&
      problem.lamp !== 'overdue' &&
      problem.dueOn !== null &&
      problem.dueOn >= asOf &&
      daysBetween(asOf, problem.dueOn) <= days,
  );
  return inOrder(soon, asOf);
}

function inOrder(problems: readonly ProblemRecord[], asOf: PlainDate): readonly Listed[] {
  return problems
    .map((problem) => ({
      problem,
      daysLate: problem.dueOn === null ? null : daysBetween(problem.dueOn, asOf),
    }))
    .sort(
      (a, b) =>
        (b.daysLate ?? -Infinity) - (a.daysLate ?? -Infinity) || a.problem.seq - b.problem.seq,
    );
}
