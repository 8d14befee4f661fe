// Points in time as plans name them: 2023年6月底前, 今年年底, 年内, 三季度末, 9月上旬. The words and the last day they allow.
import { isoDate, lastDayOf, yearOf } from '../plain-date';
import { withPlainDigits } from './half-width';

export interface TimePoint {
  readonly index: number;
  readonly end: number;
  readonly words: string;
  /** As printed, or by 今年, 明年, 去年 from the year of the text; null where the words have none. */
  readonly year: number | null;
  /** 底, 末, 内 or 前 is there: more than the bare name of a month or day. */
  readonly bounded: boolean;
  /** The last day the words allow in a given year; null for a day the calendar does not have. */
  readonly dayIn: (year: number) => string | null;
}

const point =
  /(?=[预\d今本明次当去上下第一二三四年])(?<sure>预计)?(?:(?<year>(?:19|20)\d{2}) ?年|(?<relative>今年|本年度?|明年|次年|当年|去年|上年))?(?:(?<month>\d{1,2}) ?月(?:份)?(?: ?(?<day>\d{1,2}) ?[日号]|(?<part>上旬|中旬|下旬|底|末|内)?)|(?<half>上半年|下半年)|第?(?<quarter>[一二三四1-4])季度(?:底|末|内)?|年?(?<edge>底|末|内))?(?<before>之?前)?/g;

type Parts = Readonly<Record<string, string | undefined>>;

/** `thisYear`: the year of the text, for 今年 and the like. */
export function timePointsIn(text: string, thisYear: number | null): readonly TimePoint[] {
  return [...withPlainDigits(text).matchAll(point)].flatMap((found) => {
    const parts: Parts = found.groups ?? {};
    if (!isPoint(found[0], parts)) return [];
    return [
      {
        index: found.index,
        end: found.index + found[0].length,
        words: text.slice(found.index, found.index + found[0].length),
        year:
          parts['year'] === undefined
            ? relativeYear(parts['relative'], thisYear)
            : Number(parts['year']),
        bounded: (parts['part'] ?? parts['edge'] ?? parts['before']) !== undefined,
        dayIn: (year: number) => dayOf(parts, year),
      },
    ];
  });
}

/** 底 and 内 alone are no time: they need their 年. */
function isPoint(
  words: string,
  { month, half, quarter, edge, year, relative, before }: Parts,
): boolean {
  if ((month ?? half ?? quarter) !== undefined) return true;
  if (edge !== undefined) return words.includes('年');
  return (year ?? relative) !== undefined && before !== undefined;
}

function relativeYear(word: string | undefined, thisYear: number | null): number | null {
  if (word === undefined || thisYear === null) return null;
  if (word === '明年' || word === '次年') return thisYear + 1;
  return word === '去年' || word === '上年' ? thisYear - 1 : thisYear;
}

function dayOf(
  { month, day, part, half, quarter, edge, before }: Parts,
  year: number,
): string | null {
  if (month !== undefined)
    return dayOfMonth(year, Number(month), { day, part, before: before !== undefined });
  if (half !== undefined) return half === '上半年' ? isoDate(year, 6, 30) : isoDate(year, 12, 31);
  if (quarter !== undefined) return endOfMonth(year, quarterNumber(quarter) * 3);
  return isoDate(edge === undefined && before !== undefined ? year - 1 : year, 12, 31);
}

function quarterNumber(quarter: string): number {
  return '一二三四'.indexOf(quarter) + 1 || Number(quarter);
}

interface InMonth {
  readonly day: string | undefined;
  readonly part: string | undefined;
  readonly before: boolean;
}

/** 6月前 ends with May; 6月底前 and 6月30日前 end with the day they name. */
function dayOfMonth(year: number, month: number, { day, part, before }: InMonth): string | null {
  if (month < 1 || month > 12) return null;
  if (day !== undefined)
    return Number(day) >= 1 && Number(day) <= lastDayOf(year, month)
      ? isoDate(year, month, Number(day))
      : null;
  if (part === '上旬') return isoDate(year, month, 10);
  if (part === '中旬') return isoDate(year, month, 20);
  if (before && part === undefined)
    return month === 1 ? isoDate(year - 1, 12, 31) : endOfMonth(year, month - 1);
  return endOfMonth(year, month);
}

function endOfMonth(year: number, month: number): string {
  return isoDate(year, month, lastDayOf(year, month));
}

/** The first year, not before that of `since`, in which the day is not before `since`. */
export function firstSince(found: TimePoint, since: string): string | null {
  const day = found.dayIn(yearOf(since));
  return day !== null && day < since ? found.dayIn(yearOf(since) + 1) : day;
}
