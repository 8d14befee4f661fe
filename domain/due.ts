/**
 * The due day of a wait, and the sentences that derive it. Computed ends move to the next working day, named days never.
 * Pure: the calendar is an argument, no clock is read.
 */
import { assertNever } from './assert-never';
import {
  addWorkingDays,
  lastWorkdayOfMonth,
  nextWorkday,
  workingDaysBefore,
  type Calendar,
} from './calendar';
import * as say from './due-words';
import { addDays, addMonths, isPlainDate } from './plain-date';
import type { DueRule, ThenRule } from './schedule';
import { watched } from './watched-calendar';
import type { Instant, PlainDate } from './words';

export interface Due {
  readonly dueOn: PlainDate;
  /** In Chinese, a sentence a line: the rule, whether the first day counts, the days skipped. */
  readonly because: readonly string[];
  /** True when it needed a year whose holidays the calendar does not know. */
  readonly provisional: boolean;
  /** Those years, ascending. */
  readonly unknownYears: readonly number[];
}

/** Derives the due day. Throws a RangeError for a rule whose dates do not exist: edges refuse those. */
export function dueOn(rule: DueRule, calendar: Calendar): Due {
  const asked = watched(calendar);
  const { day, because } = derive(rule, asked);
  const unknownYears = asked.unknownYears();
  return {
    dueOn: day,
    because: [...because, ...unknownYears.map(say.provisionalYear)],
    provisional: unknownYears.length > 0,
    unknownYears,
  };
}

/** On time is what was submitted before 24:00 of the due day (民法典 203); both instants real, or both the plan's. */
export function isOnTime(submittedAt: Instant, dueAt: Instant): boolean {
  return Date.parse(submittedAt) < Date.parse(dueAt);
}

interface Derived {
  readonly day: PlainDate;
  readonly because: readonly string[];
}

function derive(rule: DueRule, calendar: Calendar): Derived {
  switch (rule.kind) {
    case 'named':
      return { day: real(rule.date), because: [say.named(rule)] };
    case 'workingDays':
      return workingDays(real(rule.from), rule, calendar);
    case 'calendarDays':
      return calendarDays(rule, calendar);
    case 'months':
      return months(real(rule.from), rule, calendar);
    case 'workingDaysBefore':
      return backwards(rule, calendar);
    case 'monthLastWorkingDay':
      return lastOfMonth(rule, calendar);
    case 'then':
      return follow(derive(rule.first, calendar), rule.next, calendar);
    case 'later':
      return latest(rule, calendar);
    default:
      return assertNever(rule);
  }
}

type Rule<Kind extends DueRule['kind']> = Extract<DueRule, { kind: Kind }>;

function workingDays(
  from: PlainDate,
  rule: { count: number; what: string; inclusive?: boolean },
  calendar: Calendar,
): Derived {
  const inclusive = rule.inclusive ?? false;
  const day = addWorkingDays(calendar, inclusive ? addDays(from, -1) : from, rule.count);
  const because = say.workingDays({ from, day, ...rule, inclusive }, calendar);
  return { day, because };
}

function calendarDays(rule: Rule<'calendarDays'>, calendar: Calendar): Derived {
  const nominal = addDays(real(rule.from), rule.inclusive ? rule.count - 1 : rule.count);
  const day = nextWorkday(calendar, nominal);
  return { day, because: [say.calendarDays(rule, nominal) + say.moved(nominal, day, calendar)] };
}

function months(
  from: PlainDate,
  rule: { count: number; what: string },
  calendar: Calendar,
): Derived {
  const nominal = addMonths(from, rule.count);
  const day = nextWorkday(calendar, nominal);
  const sentence = say.months({ ...rule, from }, nominal) + say.moved(nominal, day, calendar);
  return { day, because: [sentence] };
}

function backwards(rule: Rule<'workingDaysBefore'>, calendar: Calendar): Derived {
  const end = derive(rule.end, calendar);
  const day = workingDaysBefore(calendar, end.day, rule.count);
  const because = [...end.because, ...say.workingDaysBefore(rule, end.day, day, calendar)];
  return { day, because };
}

function lastOfMonth(rule: Rule<'monthLastWorkingDay'>, calendar: Calendar): Derived {
  real(`${rule.month}-01`);
  const day = lastWorkdayOfMonth(calendar, rule.month);
  return { day, because: [say.monthLastWorkingDay(rule, day)] };
}

/** What is counted from a moved end counts from where it moved. */
function follow(first: Derived, next: ThenRule, calendar: Calendar): Derived {
  const second =
    next.kind === 'months'
      ? months(first.day, next, calendar)
      : workingDays(first.day, next, calendar);
  return { day: second.day, because: [...first.because, ...second.because] };
}

function latest(rule: Rule<'later'>, calendar: Calendar): Derived {
  const all = rule.of.map((one) => derive(one, calendar));
  const day = all.map((one) => one.day).reduce((a, b) => (a > b ? a : b));
  return { day, because: [...all.flatMap((one) => one.because), say.later(rule, day)] };
}

function real(date: PlainDate): PlainDate {
  if (!isPlainDate(date)) throw new RangeError(`没有这个日期：${date}`);
  return date;
}
