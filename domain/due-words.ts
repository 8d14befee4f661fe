/** The sentences by which a due day explains itself to a clerk. No dates are computed here. */
import type { Calendar } from './calendar';
import { daysOff, makeUpDays, type Stretch } from './days-off';
import { addDays } from './plain-date';
import type { DueRule } from './schedule';
import type { PlainDate } from './words';

type Rule<Kind extends DueRule['kind']> = Extract<DueRule, { kind: Kind }>;

export function named({ date, words }: Rule<'named'>): string {
  const given = words === undefined || words === null ? '' : `（${words}）`;
  return `指定日期${date}${given}，遇非工作日不顺延`;
}

export function months(
  { from, count, what }: { from: PlainDate; count: number; what: string },
  end: PlainDate,
): string {
  const sameDay = end.slice(8) === from.slice(8);
  return `自${from}${what}之日起${count}个月（首日不计${sameDay ? '' : '，无对应日取月末'}），至${end}`;
}

export function calendarDays(rule: Rule<'calendarDays'>, end: PlainDate): string {
  return `自${rule.from}${rule.what}之日起${rule.count}日（${firstDay(rule.inclusive)}），至${end}`;
}

/** The tail of a sentence whose end moved; empty where it did not. */
export function moved(from: PlainDate, to: PlainDate, calendar: Calendar): string {
  if (from === to) return '';
  const reasons = daysOff(calendar, from, addDays(to, -1)).map(off);
  return `，因${reasons.join('、')}，顺延至${to}`;
}

interface CountedDays {
  readonly from: PlainDate;
  readonly day: PlainDate;
  readonly count: number;
  readonly what: string;
  readonly inclusive: boolean;
}

export function workingDays(counted: CountedDays, calendar: Calendar): readonly string[] {
  const { from, day, count, what, inclusive } = counted;
  const rule = `自${from}${what}之日起${count}个工作日（${firstDay(inclusive)}），至${day}`;
  return [rule, ...between(inclusive ? from : addDays(from, 1), day, calendar)];
}

export function workingDaysBefore(
  { count, what }: Rule<'workingDaysBefore'>,
  end: PlainDate,
  day: PlainDate,
  calendar: Calendar,
): readonly string[] {
  if (count === 0) return [];
  const rule = `预留${count}个工作日用于${what}：自${end}往前数（当日不计），至${day}`;
  return [rule, ...between(day, addDays(end, -1), calendar)];
}

export function monthLastWorkingDay(
  { month, what }: Rule<'monthLastWorkingDay'>,
  day: PlainDate,
): string {
  return `${what}：${Number(month.slice(0, 4))}年${Number(month.slice(5))}月最后一个工作日，即${day}`;
}

export function later({ what }: Rule<'later'>, day: PlainDate): string {
  return `${what}：以上取较晚者，即${day}`;
}

export function provisionalYear(year: number): string {
  return `${year}年节假日安排尚未公布，暂按周一至周五推算`;
}

export function provisionalReminders(year: number): string {
  return `${year}年节假日安排尚未公布，该年的提醒日期暂按周一至周五推算`;
}

/** The holidays skipped and the weekend days worked within a stretch that was counted in working days. */
function between(from: PlainDate, to: PlainDate, calendar: Calendar): readonly string[] {
  const skipped = daysOff(calendar, from, to).filter(({ holiday }) => holiday !== null);
  const worked = makeUpDays(calendar, from, to).map(span).join('、');
  const facts = [...skipped.map(off), ...(worked === '' ? [] : [`${worked}为调休上班日，计入`])];
  return facts.length === 0 ? [] : [`其间${facts.join('，')}`];
}

function off(stretch: Stretch): string {
  return `${span(stretch)}为${stretch.holiday === null ? '周末' : `${stretch.holiday}假期`}`;
}

function span({ from, to }: Stretch): string {
  return from === to ? from : `${from}至${to}`;
}

function firstDay(inclusive: boolean): string {
  return inclusive ? '首日计入' : '首日不计';
}
