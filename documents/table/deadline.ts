/** What a cell of the column of dates says: a day, words that mean one, or how the problem lives instead of a day. */
import { addDays, addMonths } from '../../domain/plain-date';
import type { PlainDate } from '../../domain/words';
import type { ImportedKind, ImportedStatus } from '../imported-feedback';
import { numeralOf, withArabicDates } from '../vocabulary/cjk-numerals';
import { deadlineOfField } from '../vocabulary/deadline-words';
import { recurrenceWords } from '../vocabulary/recurrence-words';
import { timePointsIn } from '../vocabulary/time-points';
import { yearOf } from '../plain-date';
import { dayInDigits, type DayFound } from './days';

export interface DeadlineCell {
  /** As printed; null for an empty cell. */
  readonly words: string | null;
  readonly due: PlainDate | null;
  readonly kind: ImportedKind | null;
  readonly status: ImportedStatus | null;
  readonly recurrence: readonly string[];
  /** Why a person should look at it. */
  readonly why: string | null;
  /** The words have no year: it was taken from the feedback. Asked about once for all. */
  readonly yearTaken: boolean;
  /** A number where a day was meant. Asked about once for all. */
  readonly fromSerial: boolean;
}

/** `since`: the day of the feedback, for words without a year; null where the file does not say. */
export function deadlineOf(
  text: string,
  date: PlainDate | null,
  since: PlainDate | null,
): DeadlineCell {
  const words = text === '' ? (date ?? '') : text;
  if (isBlank(words)) return nothing;
  if (date !== null) return ofDateCell(words, date);
  const digits = dayInDigits(words, since);
  return digits === null ? ofWords(words, since) : ofDigits(words, digits);
}

/** What people write where there is nothing to write. */
export function isBlank(text: string): boolean {
  return /^[\s/／\\—–\-_~无]*$/.test(text);
}

const nothing: DeadlineCell = {
  words: null,
  due: null,
  kind: null,
  status: null,
  recurrence: [],
  why: null,
  yearTaken: false,
  fromSerial: false,
};

/** A cell that shows only the month means the whole month, whatever day it holds. */
function ofDateCell(words: string, date: PlainDate): DeadlineCell {
  const shown =
    dayInDigits(words, date) ?? (/^\d{4}年\d{1,2}月$/.test(words) ? inWords(words) : null);
  const monthOnly = shown?.monthOnly === true && shown.day?.slice(0, 7) === date.slice(0, 7);
  return { ...nothing, words, due: monthOnly ? (shown.day ?? date) : date };
}

function inWords(words: string): DayFound {
  return { day: deadlineOfField(words, null, null).due, guess: null, monthOnly: true };
}

function ofDigits(words: string, { day, guess, monthOnly }: DayFound): DeadlineCell {
  const why =
    day === null
      ? guess === 'year'
        ? `“${words}”没有年份，文件也没有写反馈日期，没有填日期`
        : `“${words}”不是日历上存在的日期，没有填日期`
      : guess === 'century'
        ? `“${words}”读作 ${day}`
        : monthOnly && /(?<![底末])前$/.test(words)
          ? `“${words}”读作 ${day}，也可能是该月之前`
          : null;
  const yearTaken = guess === 'year' && day !== null;
  return { ...nothing, words, due: day, why, yearTaken, fromSerial: guess === 'serial' };
}

function ofWords(words: string, since: PlainDate | null): DeadlineCell {
  const printed = withArabicDates(words.normalize('NFKC').replace(/\s+/g, ''));
  const text = withWholeYears(printed);
  const kinds = kindsIn(text);
  const status = statusIn(text);
  const base = { ...nothing, words, kind: kinds[0] ?? null, status };
  if (/每|逐[月季]|按[月季]/.test(text)) return recurring(base, text);
  if (kinds.length > 1)
    return { ...base, kind: null, why: `“${words}”里有两种整改类型，没有填类型` };
  const rest = withoutKinds(text);
  const dated = datedIn(rest, since);
  if (dated !== null && status !== null) return doneOn(base);
  const short = text === printed ? null : `“${words}”的年份按本世纪读，请核对`;
  if (dated !== null) return { ...base, ...dated, why: dated.why ?? short };
  if (kinds.length > 0 || status !== null) return base;
  return { ...base, ...relative(rest, since) };
}

/** 26年6月底 → 2026年6月底. */
function withWholeYears(text: string): string {
  return text.replace(/(?<!\d)(\d{2})年(?=\d{1,2}月|[底末内])/g, '20$1年');
}

function recurring(base: DeadlineCell, text: string): DeadlineCell {
  const recurrence = recurrenceWords(text);
  const sure = recurrence.length > 0 && !/\d{1,2}月|年底|前/.test(text);
  return {
    ...base,
    recurrence,
    why: sure ? null : `“${base.words ?? ''}”看不出具体日期，没有填日期`,
  };
}

function doneOn(base: DeadlineCell): DeadlineCell {
  return { ...base, why: `“${base.words ?? ''}”像是完成的日期而不是时限，没有填时限` };
}

const kindPatterns: readonly (readonly [ImportedKind, RegExp])[] = [
  ['immediate', /立行立改|立整立改|即知即改|立知立改|立查立改|立即(?:整改|完成)?|马上改|即时整改/g],
  [
    'longTerm',
    /(?:已完成)?(?:并|需|且)*(?:长期|持续|常态化?)(?:坚持|整改|推进|巩固|落实|抓好|进行)*|常抓不懈/g,
  ],
  ['timeLimited', /限期整改|限时整改|限期完成/g],
];

function kindsIn(text: string): readonly ImportedKind[] {
  return kindPatterns.filter(([, pattern]) => text.search(pattern) >= 0).map(([kind]) => kind);
}

function withoutKinds(text: string): string {
  return kindPatterns
    .reduce((rest, [, pattern]) => rest.replace(pattern, ''), text)
    .replace(/^[，,；;、。（(]+|[，,；;、。）)]+$/g, '');
}

function statusIn(text: string): ImportedStatus | null {
  return /已(?:经)?(?:全部)?(?:整改)?(?:完成|办结|销号|到位)|^完成$|完成整改$/.test(text) &&
    !/长期|持续|常态/.test(text)
    ? 'completed'
    : null;
}

type Dated = Pick<DeadlineCell, 'due' | 'why' | 'yearTaken'>;

function datedIn(text: string, since: PlainDate | null): Dated | null {
  const digits = dayInDigits(text, since);
  if (digits !== null) {
    const { due, why, yearTaken } = ofDigits(text, digits);
    return { due, why, yearTaken };
  }
  const points = timePointsIn(text, since === null ? null : yearOf(since));
  const printed = /(?:19|20)\d{2}(?:年|[-./]\d{1,2})/.test(text);
  if (points.length === 0 && !printed) return null;
  const { due, yearInferred, impossible } = deadlineOfField(text, since, since);
  const several = points.length > 1 && !/[-—–－至到~～]/.test(text);
  return {
    due,
    yearTaken: yearInferred || (due !== null && !/\d{4}/.test(text)),
    why: whyDated(text, due, impossible, several),
  };
}

function whyDated(
  text: string,
  due: string | null,
  impossible: boolean,
  several: boolean,
): string | null {
  if (impossible) return `“${text}”不是日历上存在的日期，没有填日期`;
  if (due === null) return `“${text}”没有年份，文件也没有写反馈日期，没有填日期`;
  return several ? `“${text}”里有几个日期，取了最后一个 ${due}` : null;
}

const span =
  /([一二两三四五六七八九十\d]{1,3})(个?(?:工作日|日|天|个?月|周|星期|年))(?:之?内|以内|完成|$)/;

/** 3个月内: counted from the feedback, which a person should confirm; anything else stays words. */
function relative(text: string, since: PlainDate | null): Pick<DeadlineCell, 'due' | 'why'> {
  const found = span.exec(text);
  const count = found === null ? null : numeralOf((found[1] ?? '').replace('两', '二'));
  const due = since === null || count === null ? null : spanEnd(since, count, found?.[2] ?? '');
  return due === null
    ? { due: null, why: `“${text}”看不出具体日期，没有填日期，请确定一个` }
    : { due, why: `“${text}”从反馈日期 ${since ?? ''} 算起，推定为 ${due}` };
}

function spanEnd(since: PlainDate, count: number, unit: string): PlainDate | null {
  if (/工作日/.test(unit)) return null;
  if (/月/.test(unit)) return addMonths(since, count);
  if (/周|星期/.test(unit)) return addDays(since, count * 7);
  return /年/.test(unit) ? addMonths(since, count * 12) : addDays(since, count);
}
