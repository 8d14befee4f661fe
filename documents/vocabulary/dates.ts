// Dates as reports write them: with spaces inside, without their year, as ranges, down to the month.
// Plain dates only (YYYY-MM-DD); no clock, no zone.
import { isoDate, lastDayOf, yearOf } from '../plain-date';
import { withPlainDigits } from './half-width';

export interface DateMention {
  readonly index: number;
  readonly end: number;
  readonly words: string;
  /** null: the text gives no year. */
  readonly year: number | null;
  readonly month: number;
  /** null: the text stops at the month. */
  readonly day: number | null;
}

const mention =
  /(?:((?:19|20)\d{2}) ?年 ?|(去年|今年|本年度?|明年) ?)?(\d{1,2}) ?月(?:份)?(?: ?(\d{1,2}) ?[日号](?!线|楼|路|院|文))?|((?:19|20)\d{2}) ?[-./] ?(\d{1,2}) ?[-./] ?(\d{1,2})(?!\d)/g;

/** Every month or day named in the text. `thisYear` resolves 今年, 去年 and 明年. */
export function datesIn(text: string, thisYear: number | null = null): readonly DateMention[] {
  return [...withPlainDigits(text).matchAll(mention)].flatMap((found) => {
    const [plain, year, relative, month, day, year2, month2, day2] = found;
    const date = {
      index: found.index,
      end: found.index + plain.length,
      words: text.slice(found.index, found.index + plain.length),
      year: numberOf(year ?? year2) ?? relativeYear(relative, thisYear),
      month: Number(month ?? month2),
      day: numberOf(day ?? day2),
    };
    return date.month >= 1 && date.month <= 12 && (date.day ?? 1) >= 1 ? [date] : [];
  });
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function relativeYear(word: string | undefined, thisYear: number | null): number | null {
  if (word === undefined || thisYear === null) return null;
  return thisYear + (word === '去年' ? -1 : word === '明年' ? 1 : 0);
}

/** The day a mention names, once its year is known; a month is its first or its last day; null for 2月30日. */
export function dayOf(
  date: DateMention,
  year: number,
  edge: 'first' | 'last' = 'last',
): string | null {
  const last = lastDayOf(year, date.month);
  const day = date.day ?? (edge === 'last' ? last : 1);
  return day > last ? null : isoDate(year, date.month, day);
}

/** The mention's day in the latest year that keeps it on or before `until`. */
export function latestUntil(date: DateMention, until: string): string | null {
  return inYearsFrom(date, yearOf(until), -1, (day) => day <= until);
}

/** The mention's day in the first year that keeps it on or after `since`. */
export function firstSince(date: DateMention, since: string): string | null {
  return inYearsFrom(date, yearOf(since), 1, (day) => day >= since);
}

function inYearsFrom(
  date: DateMention,
  year: number,
  step: 1 | -1,
  fits: (day: string) => boolean,
): string | null {
  for (let tries = 0; tries < 5; tries += 1) {
    const day = dayOf(date, year + step * tries);
    if (day !== null && fits(day)) return day;
  }
  return null;
}

export interface RangeMention {
  readonly from: DateMention;
  readonly to: DateMention;
}

/** 2021年4月15日至5月21日, 7月1日—21日: two mentions joined by 至, 到 or a dash. */
export function rangesIn(text: string, thisYear: number | null = null): readonly RangeMention[] {
  const dates = datesIn(text, thisYear);
  const byIndex = new Map(dates.map((date) => [date.index, date]));
  return dates.flatMap((from) => {
    const joined = /^ ?(?:起?至|到|[-—–－~～]{1,3}) ?/.exec(text.slice(from.end, from.end + 6));
    if (joined === null) return [];
    const at = from.end + joined[0].length;
    const to = byIndex.get(at) ?? dayAlone(text, at, from);
    return to === null ? [] : [{ from, to }];
  });
}

function dayAlone(text: string, at: number, from: DateMention): DateMention | null {
  const found = /^(\d{1,2}) ?[日号]/.exec(withPlainDigits(text.slice(at, at + 5)));
  if (found === null) return null;
  return {
    index: at,
    end: at + found[0].length,
    words: found[0],
    year: from.year,
    month: from.month,
    day: Number(found[1]),
  };
}
