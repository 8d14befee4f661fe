/** The first dates of what is about to be received, and dates that look wrong, in words. */
import type { Calendar } from '../domain/calendar';
import type { Reception } from '../domain/reception';
import type { PlainDate } from '../domain/words';
import { firstDates, type FirstDate } from '../documents/receiving/first-dates';
import { oddDates, oddDateWords } from '../documents/receiving/odd-dates';
import { zh } from './messages/zh';

const { receive: words } = zh.commands;

const called: Readonly<Record<FirstDate['of'], string>> = {
  acceptance: zh.waits.acceptance,
  plan: zh.waits.plan,
  immediate: `${zh.kinds.immediate}${zh.waits.work}`,
  timeLimited: `${zh.kinds.timeLimited}${zh.waits.work}`,
  longTerm: `${zh.kinds.longTerm}${zh.waits.work}`,
  named: words.earliestNamed,
  periodEnd: words.periodEnd,
};

/** What comes due first, in order of days. */
export function firstDatesInWords(
  reception: Reception,
  now: string,
  calendar: Calendar,
): readonly { readonly what: string; readonly day: PlainDate }[] {
  return firstDates(reception, now, calendar).map(({ of, day }) => ({ what: called[of], day }));
}

export function oddDatesInWords(
  reception: Reception,
  now: string,
  calendar: Calendar,
): readonly string[] {
  return oddDates(reception, now, calendar).map((odd) => oddDateWords(odd, words.findings));
}
