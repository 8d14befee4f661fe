/** Days as people type them into cells: 2026.5.31, 2026/5, 5.31, 20260531, 46173. Words go on to the reader of reports. */
import { isoDate, lastDayOf, yearOf } from '../plain-date';

export interface DayFound {
  /** Null: the calendar has no such day. */
  readonly day: string | null;
  /** How the day came about where the text alone does not give it. */
  readonly guess: 'year' | 'century' | 'serial' | null;
  /** The text names a month, the day is its last. */
  readonly monthOnly: boolean;
}

/** The last day a text of digits names; null where it is not such a text. `since`: the feedback, for years left out. */
export function dayInDigits(text: string, since: string | null): DayFound | null {
  const words = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[（(](?:周|星期).[)）]/g, '');
  const last = /^(?:.*\d)(?:至|到|[-—–~～]+)((?:19|20)\d{2}[-./年].*)$/.exec(words)?.[1] ?? words;
  const bare = last.replace(/(?:之?前|以前|前完成|止|底前?|末前?)$/, '').replace(/[-./]$/, '');
  return (
    fullDay(bare) ??
    monthOf(bare) ??
    compact(bare) ??
    shortYear(bare) ??
    serial(bare) ??
    withoutYear(bare, since)
  );
}

/** 2026-05-31, 2026.5.31, 2026/5/31 0:00:00. */
function fullDay(text: string): DayFound | null {
  const found =
    /^((?:19|20)\d{2})([-./年])(\d{1,2})(?:\2|月)(\d{1,2})日?(?:T?\d{1,2}:\d{2}.*)?$/.exec(text);
  if (found === null) return null;
  return dated(Number(found[1]), Number(found[3]), Number(found[4]));
}

function monthOf(text: string): DayFound | null {
  const found = /^((?:19|20)\d{2})[-./](\d{1,2})月?$/.exec(text);
  return found === null ? null : dated(Number(found[1]), Number(found[2]), null);
}

function compact(text: string): DayFound | null {
  const found = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  return found === null ? null : dated(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** 26.5.31 */
function shortYear(text: string): DayFound | null {
  const found = /^(\d{2})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (found === null) return null;
  return {
    ...dated(2000 + Number(found[1]), Number(found[3]), Number(found[4])),
    guess: 'century',
  };
}

const firstSerial = 36526; // 2000-01-01
const lastSerial = 73050; // 2099-12-31
const dayMs = 86_400_000;

/** The days a spreadsheet counts from the end of 1899, where a cell lost its date format. */
function serial(text: string): DayFound | null {
  const days = /^\d{5}(?:\.0+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (days < firstSerial || days > lastSerial) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + days * dayMs).toISOString().slice(0, 10);
  return { day, guess: 'serial', monthOnly: false };
}

/** 5.31, 5/31, 5-31: the first since the feedback. */
function withoutYear(text: string, since: string | null): DayFound | null {
  const found = /^(\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (found === null || Number(found[1]) > 12) return null;
  if (since === null) return { day: null, guess: 'year', monthOnly: false };
  const inYear = (year: number) => dated(year, Number(found[1]), Number(found[2])).day;
  const day = inYear(yearOf(since));
  const next = day !== null && day < since ? inYear(yearOf(since) + 1) : day;
  return { day: next, guess: 'year', monthOnly: false };
}

function dated(year: number, month: number, day: number | null): DayFound {
  const real = month >= 1 && month <= 12 && (day ?? 1) >= 1 && (day ?? 1) <= lastDayOf(year, month);
  return {
    day: real ? isoDate(year, month, day ?? lastDayOf(year, month)) : null,
    guess: null,
    monthOnly: day === null,
  };
}
