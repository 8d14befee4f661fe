// The date a problem's text promises: the words, and the day they mean where they mean one.
// What is already past or already done is no deadline; vague words stay words, a person sets the date.
import { isoDate, lastDayOf, yearOf } from './dates';

export interface Deadline {
  readonly words: string;
  readonly due: string | null;
  /** The year was not in the text but taken from its context. */
  readonly yearInferred: boolean;
}

const promise = /(?:预计|计划|力争|争取|确保|拟|将|待|目标|时限|预期|预期|务必|限)[^。；;]{0,30}$/;
const intention =
  /^(?:还将|将|完成|动工|开工|竣工|投用|落实|到位|整改|办结|为时限|为限|启动|实现|建成|印发|出台)(?!了)/;

const point =
  /(预计)?(?:((?:19|20)\d{2}) ?年|(今年|本年度?|明年|次年|当年|去年|上年))?(?:(\d{1,2}) ?月(?:份)?(?: ?(\d{1,2}) ?[日号]|(上旬|中旬|下旬|底|末|内|中)?)|(上半年|下半年|第?[一二三四1-4]季度)(?:底|末|内)?|(?:年)?(底|末|内))?(之?前)?/;
const points = new RegExp(`${point.source}`, 'g');

/** In running text: a date not before `asOf`, promised and not yet kept; failing that, vague words where `open`. */
export function deadlineIn(text: string, asOf: string | null, open: boolean): Deadline | null {
  for (const found of text.matchAll(points)) {
    if (found[0] === '' || !isPoint(found)) continue;
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 12);
    const before = text.slice(Math.max(0, found.index - 40), found.index);
    if (/^的/.test(after) || /(?:已|已经|至|到|自|从|-|—)(?:于|在)?$/.test(before)) continue;
    if (!promise.test(before + (found[1] ?? '')) && !(isBounded(found) && intention.test(after)))
      continue;
    const deadline = resolved(found, asOf);
    if (deadline?.due !== null && deadline !== null && (asOf === null || deadline.due >= asOf))
      return deadline;
  }
  return open ? vagueDeadline(text) : null;
}

/** The value of a line of its own (整改时限：2023年6月底前): the words are kept whole. */
export function deadlineOfField(value: string, asOf: string | null): Deadline {
  const words = value.replace(/^[（(]+|[。；;，,）)】\]]+$/g, '').trim();
  for (const found of words.matchAll(points)) {
    if (found[0] === '' || !isPoint(found)) continue;
    const rest = words.slice(found.index + found[0].length);
    if (/^ ?[-—–－至到~～]/.test(rest)) continue;
    const deadline = resolved(found, asOf);
    if (deadline !== null) return { ...deadline, words };
  }
  const iso = /((?:19|20)\d{2})[-./](\d{1,2})(?:[-./](\d{1,2}))?/.exec(words);
  const due =
    iso === null
      ? null
      : dayIn(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]));
  return { words, due, yearInferred: false };
}

/** A year, a month or an end of year has to be there; 年内 and 底 alone need the 年. */
function isPoint(found: RegExpMatchArray): boolean {
  const [words, , year, relative, month, , , half, end] = found;
  if (month !== undefined || half !== undefined) return true;
  return (
    (end !== undefined && words.includes('年')) ||
    ((year ?? relative) !== undefined && found[9] !== undefined)
  );
}

/** 底, 末, 内 or 前: more than the bare name of a month or a day. */
function isBounded(found: RegExpMatchArray): boolean {
  return [found[6], found[8], found[9]].some((part) => part !== undefined);
}

function resolved(found: RegExpMatchArray, asOf: string | null): Deadline | null {
  const [words, , printedYear, relative, month, day, part, half, , before] = found;
  const context = asOf === null ? null : yearOf(asOf);
  const year = printedYear !== undefined ? Number(printedYear) : yearOfWord(relative, context);
  if (year === null && context === null) return { words, due: null, yearInferred: false };
  const inYear = (candidate: number) => {
    if (month !== undefined)
      return monthPoint(candidate, Number(month), day, part, before !== undefined);
    if (half !== undefined) return halfPoint(candidate, half);
    return found[8] === undefined && before !== undefined
      ? isoDate(candidate - 1, 12, 31)
      : isoDate(candidate, 12, 31);
  };
  if (year !== null) return { words, due: inYear(year), yearInferred: false };
  const thisYear = inYear(context ?? 0);
  const due =
    thisYear !== null && asOf !== null && thisYear < asOf ? inYear((context ?? 0) + 1) : thisYear;
  return { words, due, yearInferred: month !== undefined };
}

function yearOfWord(word: string | undefined, context: number | null): number | null {
  if (word === undefined || context === null) return null;
  if (word === '明年' || word === '次年') return context + 1;
  return word === '去年' || word === '上年' ? context - 1 : context;
}

function monthPoint(
  year: number,
  month: number,
  day: string | undefined,
  part: string | undefined,
  before: boolean,
): string | null {
  if (month < 1 || month > 12) return null;
  if (day !== undefined) return dayIn(year, month, Number(day));
  if (part === '上旬') return isoDate(year, month, 10);
  if (part === '中旬') return isoDate(year, month, 20);
  if (before && part === undefined)
    return month === 1 ? isoDate(year - 1, 12, 31) : dayIn(year, month - 1, null);
  return dayIn(year, month, null);
}

function dayIn(year: number, month: number, day: number | null): string | null {
  if (month < 1 || month > 12) return null;
  const last = lastDayOf(year, month);
  return day !== null && day > last ? null : isoDate(year, month, day ?? last);
}

function halfPoint(year: number, half: string): string {
  if (half === '上半年') return isoDate(year, 6, 30);
  if (half === '下半年') return isoDate(year, 12, 31);
  const quarter =
    '一二三四'.indexOf(half.charAt(half.length - 3)) + 1 || Number(half.charAt(half.length - 3));
  return isoDate(year, quarter * 3, lastDayOf(year, quarter * 3));
}

const vague =
  /预计(?:未来|今后)?[一二两三四五\d]{1,2}(?:[-—–至到][一二两三四五\d]{1,2})?(?:年|个月)|(?:预计)?(?:未来|今后)[一二两三四五\d]{1,2}(?:[-—–至到][一二两三四五\d]{1,2})?年|(?:[一-鿿]{1,8}后)?(?:[一二两三四五六七八九十\d]{1,3})个?(?:工作日|个?月|[日天周])(?:之?内)|待[^，,。；;、\n]{3,40}后|限期(?:完成|整改)/;

function vagueDeadline(text: string): Deadline | null {
  const found = vague.exec(text);
  return found === null
    ? null
    : { words: found[0].replace(/^.{0,8}?规定(?=.{0,4}后)/, ''), due: null, yearInferred: false };
}
