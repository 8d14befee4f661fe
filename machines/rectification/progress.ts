/** 月报: which departments owe a progress report for which month, and whose is missing. */
import { firstProgressMonth } from '../../domain/due-rules';
import { monthOf, monthPlus, type Month } from '../../domain/plain-date';
import { planDayAt } from '../../domain/plan-clock';
import type { Stage } from '../problem/stage';
import { endWait } from '../waits';
import type { ProblemStanding, ReportingDepartment, RectificationContext } from './context';

type Change = Partial<RectificationContext>;
type Problems = RectificationContext['problems'];

/** The stages in which a department still has work with a problem. */
const open: ReadonlySet<Stage> = new Set(['accepting', 'planning', 'rectifying', 'suspended']);

/** The problems as they are now, and with them which departments report: from the month after assigning to the one in which the last problem leaves. */
export function withProblems(context: RectificationContext, problems: Problems): Change {
  const month = monthOf(planDayAt(context.clock, context.now));
  const all: readonly ProblemStanding[] = Object.values(problems);
  const working = new Set(
    all.flatMap(({ stage, department }) =>
      open.has(stage) && department !== null ? [department] : [],
    ),
  );
  const known = Object.entries(context.departments).map(
    ([name, each]): [string, ReportingDepartment] => [
      name,
      { ...each, left: working.has(name) ? null : (each.left ?? month) },
    ],
  );
  const first = firstProgressMonth(planDayAt(context.clock, context.now));
  const fresh = [...working]
    .filter((name) => !Object.hasOwn(context.departments, name))
    .map((name): [string, ReportingDepartment] => [name, { first, left: null }]);
  return { problems, departments: Object.fromEntries([...known, ...fresh]) };
}

/** Departments that owe the report of the month under way, by name. */
export function owing(context: RectificationContext): readonly string[] {
  return owingFor(context, context.month).filter((name) => !context.reported.includes(name));
}

/** The next month for which somebody owes a report: none that is over already; null when nobody does. */
export function nextMonthOwed(context: RectificationContext): Month | null {
  const now = monthOf(planDayAt(context.clock, context.now));
  const start = context.month > now ? context.month : now;
  const found = [start, monthPlus(start, 1)].find((month) => owingFor(context, month).length > 0);
  return found ?? null;
}

export function beginMonth(context: RectificationContext): Change {
  return { month: nextMonthOwed(context) ?? context.month, reported: [] };
}

/** Every report of the month is there, or nobody owes one any more. */
export function monthClosed(context: RectificationContext): Change {
  const { month, reported, waits } = context;
  return {
    month: reported.length > 0 ? monthPlus(month, 1) : month,
    reported: [],
    waits: endWait(waits, 'progress'),
  };
}

/** The month is over: what is missing is chased on, beside the reports of the next. The latest month missed sets the pace. */
export function monthMissed(context: RectificationContext): Change {
  const { progress } = context.waits;
  const waits = endWait(context.waits, 'progress');
  return {
    month: monthPlus(context.month, 1),
    reported: [],
    arrears: [...new Set([...context.arrears, ...owing(context)])].sort(),
    waits:
      progress === undefined
        ? waits
        : { ...waits, arrears: { ...progress, schedule: null, reached: 0 } },
  };
}

export function isMissed({ waits }: RectificationContext): boolean {
  return waits.progress?.lamp === 'overdue';
}

export function reported(context: RectificationContext, department: string): Change {
  return { reported: [...new Set([...context.reported, department])] };
}

/** A report that comes late makes up for what is missing. */
export function madeUp(context: RectificationContext, department: string): Change {
  return { arrears: context.arrears.filter((name) => name !== department) };
}

function owingFor({ departments }: RectificationContext, month: Month): readonly string[] {
  return Object.entries(departments)
    .filter(([, { first, left }]) => first <= month && (left === null || left >= month))
    .map(([name]) => name)
    .sort();
}
