// The measures of one problem, from mark to mark.
// Printed ordinals are kept as they are, repeated or skipped; that is told, never repaired.
import type { ImportedMeasure } from '../../imported-feedback';
import { warningAt, type ImportWarning } from '../../import-warning';
import { numeralOf } from '../../vocabulary/cjk-numerals';
import { measureMarks, type Mark } from './measure-marks';
import type { Passage } from './problem-text';

export interface MeasuresFound {
  readonly measures: readonly ImportedMeasure[];
  readonly warnings: readonly ImportWarning[];
}

export function measuresOf(remedy: readonly Passage[]): MeasuresFound {
  const text = remedy.map((line) => line.text).join('\n');
  const found = measureMarks(remedy);
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
        // A line that does not end where a sentence may was broken.
        .replace(/(?<=[一-鿿\d，、])\n(?=[一-鿿\d])/g, '')
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
    ? [warningAt(line, 'ordinal-repeated', `措施序号“${ordinal}”重复出现，两条都已保留`)]
    : [
        warningAt(
          line,
          'ordinal-skipped',
          `措施序号由“${before}”跳到“${ordinal}”，请核对是否有缺漏`,
        ),
      ];
}
