// The measures of one problem: 一是 … 二是 …; where there are none, the items of its numbered list.
// Printed ordinals are kept as they are, repeated or skipped; that is told, never repaired.
import type { ImportedMeasure } from '../imported-feedback';
import { warningAt, type ImportWarning } from '../import-warning';
import { numeralOf } from './cjk-numerals';
import type { Passage } from './problem-text';

interface Mark {
  readonly ordinal: string;
  readonly line: number;
  /** In the joined text: where the mark starts and where its measure's text does. */
  readonly start: number;
  readonly end: number;
}

export interface MeasuresFound {
  readonly measures: readonly ImportedMeasure[];
  readonly warnings: readonly ImportWarning[];
}

export function measuresOf(remedy: readonly Passage[]): MeasuresFound {
  const text = remedy.map((line) => line.text).join('\n');
  const marks = wordMarks(remedy);
  const found = marks.length > 0 ? marks : listMarks(remedy);
  return { measures: measuresAt(text, found, openings(remedy)), warnings: sequenceWarnings(found) };
}

/** A measure ends where the next begins, or where a label opens another part (整改成效：). */
function measuresAt(
  text: string,
  marks: readonly Mark[],
  openings: readonly number[],
): readonly ImportedMeasure[] {
  let opening = 0;
  return marks.map((mark, index) => {
    while ((openings[opening] ?? Infinity) <= mark.end) opening += 1;
    const end = Math.min(marks[index + 1]?.start ?? text.length, openings[opening] ?? text.length);
    return {
      ordinal: mark.ordinal,
      text: text
        .slice(mark.end, end)
        .replace(/[，,、；;\s]+$/, '')
        .trim(),
    };
  });
}

/** Where in the joined text a labelled paragraph starts. */
function openings(remedy: readonly Passage[]): readonly number[] {
  let offset = 0;
  return remedy.flatMap(({ text, opens }) => {
    const start = offset;
    offset += text.length + 1;
    return opens ? [start] : [];
  });
}

const wordMark =
  /(^|[。；;，,：:．.、！？!?\s”）)】])([一二三四五六七八九十]{1,3}) ?是[：:，,]? ?/g;

function wordMarks(remedy: readonly Passage[]): readonly Mark[] {
  return marksIn(remedy, (text) =>
    [...text.matchAll(wordMark)].map((found) => ({
      ordinal: found[2] ?? '',
      at: found.index + (found[1] ?? '').length,
      end: found.index + found[0].length,
    })),
  );
}

const listStyles: readonly RegExp[] = [
  /(^|[。；;：: ])[（(](\d{1,2})[)）][.、]? ?/g,
  /(^|[。；;：: ])(\d{1,2})[)）] ?/g,
  /(^|[。；;：: ])(\d{1,2})[.．、](?![\d０-９]) ?/g,
  /(^|[。；;：: ]?)([①-⑳]) ?/g,
];

/** Only a list that starts at 1 and counts up: other numbers in a text are no measures. */
function listMarks(remedy: readonly Passage[]): readonly Mark[] {
  if (!remedy.some(({ text }) => /[1①]/.test(text))) return [];
  for (const style of listStyles) {
    const marks = marksIn(remedy, (text) =>
      [...text.matchAll(style)].map((found) => ({
        ordinal: plainOrdinal(found[2] ?? ''),
        at: found.index + (found[1] ?? '').length,
        end: found.index + found[0].length,
      })),
    );
    const counted = countingUp(marks);
    if (counted.length > 0) return counted;
  }
  return [];
}

function plainOrdinal(printed: string): string {
  const code = printed.charCodeAt(0);
  return code >= 0x2460 && code < 0x2474 ? String(code - 0x245f) : printed;
}

function countingUp(marks: readonly Mark[]): readonly Mark[] {
  const counted: Mark[] = [];
  for (const mark of marks) if (Number(mark.ordinal) === counted.length + 1) counted.push(mark);
  return counted;
}

function marksIn(
  remedy: readonly Passage[],
  find: (
    text: string,
  ) => readonly { readonly ordinal: string; readonly at: number; readonly end: number }[],
): readonly Mark[] {
  let offset = 0;
  return remedy.flatMap(({ number, text }) => {
    const start = offset;
    offset += text.length + 1;
    return find(text).map((mark) => ({
      ordinal: mark.ordinal,
      line: number,
      start: start + mark.at,
      end: start + mark.end,
    }));
  });
}

function sequenceWarnings(marks: readonly Mark[]): readonly ImportWarning[] {
  return marks.flatMap((mark, index) => {
    const before = marks[index - 1]?.ordinal;
    const last = before === undefined ? 0 : (numeralOf(before) ?? 0);
    return sequenceWarning(mark, before ?? '无', (numeralOf(mark.ordinal) ?? last + 1) - last);
  });
}

function sequenceWarning(
  { ordinal, line }: Mark,
  before: string,
  step: number,
): readonly ImportWarning[] {
  if (step === 1) return [];
  return step === 0
    ? [
        warningAt(
          line,
          'ordinal-repeated',
          `第${line}行：措施序号“${ordinal}”重复出现，两条都已保留`,
        ),
      ]
    : [
        warningAt(
          line,
          'ordinal-skipped',
          `第${line}行：措施序号由“${before}”跳到“${ordinal}”，请核对是否有缺漏`,
        ),
      ];
}
