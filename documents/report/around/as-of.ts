// The last day the text itself speaks of as past. Rule: of all days named in full in the report proper, and
// of all ends of months that 截至 names, the latest that is not after the report's date and not a promise.
import { yearOf } from '../../plain-date';
import { datesIn, dayOf, latestUntil, rangesIn, type DateMention } from '../../vocabulary/dates';
import type { Line } from '../lines/lines';

export function asOfDay(lines: readonly Line[], reportOn: string | null): string | null {
  return lines.reduce<string | null>((latest, line) => {
    const day = latestIn(line.text, reportOn);
    return day !== null && (latest === null || day > latest) ? day : latest;
  }, null);
}

function latestIn(text: string, reportOn: string | null): string | null {
  if (!/月|\d[-./]\d/.test(text) || /^[\d\s年月日号:：./-]+$/.test(text)) return null;
  const thisYear = reportOn === null ? null : yearOf(reportOn);
  const dates = datesIn(text, thisYear);
  const starts = new Map(rangesIn(text, thisYear).map((range) => [range.to.index, range.from]));
  let latest: string | null = null;
  dates.forEach((date, index) => {
    if (!speaksOf(text, date)) return;
    const day = dayFor(
      date,
      yearFrom(text, date, starts.get(date.index) ?? dates[index - 1]),
      reportOn,
    );
    if (day !== null && (reportOn === null || day <= reportOn) && (latest === null || day > latest))
      latest = day;
  });
  return latest;
}

/** A full day, or the end of a month after 截至; never a time limit, nor a day before which something is still to happen. */
function speaksOf(text: string, date: DateMention): boolean {
  const before = text.slice(Math.max(0, date.index - 30), date.index);
  const after = text.slice(date.end, date.end + 2);
  if (/(?:时限|期限|(?<!反馈|巡[察视])(?:时间|日期))(?:为|是)?[:：]?[^。；;，,]{0,4}$/.test(before))
    return false;
  if (/公[示开布告](?:的)?(?:期|时间|日期)[^。；;，,]{0,20}$/.test(before)) return false;
  if (date.day === null) return /截[至止]到?$/.test(before) && /^[底末]/.test(after);
  return !/^之?前/.test(after) || /已[^。；;]{0,12}$/.test(before);
}

function dayFor(date: DateMention, year: number | null, reportOn: string | null): string | null {
  if (year !== null) return dayOf(date, year);
  return reportOn === null ? null : latestUntil(date, reportOn);
}

/** 2021年3月5日、4月6日: the year carries over to what follows closely. */
function yearFrom(text: string, date: DateMention, before: DateMention | undefined): number | null {
  if (date.year !== null || before === undefined || before.year === null) return date.year;
  const between = text.slice(before.end, date.index);
  return between.length <= 15 && !/[。；;]/.test(between)
    ? before.year + (date.month < before.month ? 1 : 0)
    : null;
}
