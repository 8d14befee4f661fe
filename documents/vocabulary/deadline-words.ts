// The date a problem's text promises: the words, and the day they mean where they mean one.
// What is already past or already done is no deadline; vague words stay words, a person sets the date.
import { isoDate, lastDayOf, yearOf } from '../plain-date';
import { withArabicDates } from './cjk-numerals';
import { withPlainDigits } from './half-width';
import { firstSince, timePointsIn, type TimePoint } from './time-points';

export interface Deadline {
  readonly words: string;
  readonly due: string | null;
  /** The year was not in the text but taken from its context. */
  readonly yearInferred: boolean;
  /** The words name a day the calendar does not have. */
  readonly impossible: boolean;
}

const promise = /(?:预计|计划|力争|争取|确保|拟|将|待|目标|时限|预期|务必|限)[^。；;]{0,30}$/;
const intention =
  /^(?:还?将|为时限|为限|(?:全部|全面|基本)?(?:完成|动工|开工|完工|竣工|投用|落实|到位|整改|办结|启动|实现|建成|印发|出台)(?!了))/;
const happened = /(?:已|已经|至|到|自|从|[-—])(?:于|在)?$/;

/**
 * In running text: the last of the dates not before `asOf` that are promised and not yet kept, when all of it will be done;
 * failing that, vague words where `open`.
 */
export function deadlineIn(text: string, asOf: string | null, open: boolean): Deadline | null {
  let last: Deadline | null = null;
  for (const found of timePointsIn(text, asOf === null ? null : yearOf(asOf))) {
    if (!isPromised(text, found, open)) continue;
    const deadline = resolved(found, asOf, asOf);
    const isStill = deadline.due !== null && (asOf === null || deadline.due >= asOf);
    // A later one counts where its year stands there: one that is taken from the context may be past.
    const isLater =
      last === null || (found.year !== null && (deadline.due ?? '') > (last.due ?? ''));
    if (isStill && isLater) last = deadline;
  }
  return last ?? (open ? vagueDeadline(text) : null);
}

/** 8月底完成换届: of what is done it tells when it was; what a year is named for, or said to be expected, is still to come. */
function isPromised(text: string, found: TimePoint, open: boolean): boolean {
  const before = text.slice(Math.max(0, found.index - 40), found.index);
  const after = text.slice(found.end, found.end + 12);
  if (after.startsWith('的') || happened.test(before)) return false;
  return (
    found.words.startsWith('预计') ||
    promise.test(before) ||
    (found.bounded &&
      (open || found.year !== null) &&
      (/前$/.test(found.words) || intention.test(after)))
  );
}

/**
 * The value of a line of its own (整改时限：6月底前): the words are kept whole. A date without a year is the
 * first since `since` (the feedback); 年内 is the year of the text (`asOf`). 2026年春节前 names a day that a person looks up.
 */
export function deadlineOfField(
  value: string,
  asOf: string | null,
  since: string | null,
): Deadline {
  const words = value.replace(/^[（(]+|[。；;，,）)】\]]+$/g, '').trim();
  const plain = withArabicDates(withPlainDigits(words));
  const points = timePointsIn(plain, asOf === null ? null : yearOf(asOf));
  const last = points.findLast(({ end }) => !/^ ?[-—–－至到~～]/.test(plain.slice(end)));
  if (last !== undefined) return { ...resolved(last, asOf, since), words };
  const printed = /((?:19|20)\d{2})(?:年(?!.*节)|[-./](\d{1,2})(?:[-./](\d{1,2}))?)/.exec(plain);
  if (printed === null) return { words, due: null, yearInferred: false, impossible: false };
  const due = dayPrinted(Number(printed[1]), Number(printed[2] ?? 12), printed[3]);
  return { words, due, yearInferred: false, impossible: due === null };
}

function dayPrinted(year: number, month: number, day: string | undefined): string | null {
  if (month < 1 || month > 12) return null;
  const last = lastDayOf(year, month);
  return Number(day ?? last) > last ? null : isoDate(year, month, Number(day ?? last));
}

function resolved(found: TimePoint, asOf: string | null, since: string | null): Deadline {
  const { words } = found;
  if (found.year !== null) return dated(words, found.dayIn(found.year), false);
  const hasMonth = /[\d０-９]|季度/.test(words);
  const context = hasMonth ? (since ?? asOf) : asOf;
  if (context === null) return { words, due: null, yearInferred: false, impossible: false };
  return dated(
    words,
    hasMonth ? firstSince(found, context) : found.dayIn(yearOf(context)),
    hasMonth,
  );
}

function dated(words: string, due: string | null, yearInferred: boolean): Deadline {
  return { words, due, yearInferred: yearInferred && due !== null, impossible: due === null };
}

const count = '[一二两三四五六七八九十\\d]{1,3}';
const vague = new RegExp(
  [
    `预计(?:未来|今后)?${count}(?:[-—–至到]${count})?(?:年|个月)`,
    `(?:未来|今后)${count}(?:[-—–至到]${count})?年`,
    `(?:(?:会议?|反馈|发现|批复|下发|接到通知|收到[^，,。；;]{1,6})后)?${count}个?(?:工作日|月|日|天|周)之?内`,
    '待[^，,。；;、\\n]{3,40}后',
    '限期(?:完成|整改)',
  ].join('|'),
);

function vagueDeadline(text: string): Deadline | null {
  const found = vague.exec(withPlainDigits(text));
  if (found === null) return null;
  const words = text.slice(found.index, found.index + found[0].length);
  return { words, due: null, yearInferred: false, impossible: false };
}
