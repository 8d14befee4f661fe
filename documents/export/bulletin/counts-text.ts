// The numbers of the first chapter, and what is said of problems that are not printed.
import { chineseDate } from '../chinese-date';
import type { RectificationRecord } from '../record';
import { statusSentence, totalsOf } from '../totals';

/** Paragraphs. */
export function countsText(record: RectificationRecord): readonly string[] {
  const totals = totalsOf(record);
  const { inspectionWord: word, asOf } = record;
  const measures = totals.measures === 0 ? '' : `共制定整改措施${totals.measures}条。`;
  const states = statusSentence(totals.byStatus);
  return [
    `对${word}反馈的${totals.problems}个问题，${measures}` +
      `截至${chineseDate(asOf)}，${states === '' ? '没有需要整改的问题' : states}。`,
    ...withheldText(totals.problems, totals.withheld),
    ...(totals.withdrawn === 0
      ? []
      : [`另有${totals.withdrawn}个事项经同意撤销，不计入上述数量。`]),
  ];
}

function withheldText(problems: number, withheld: number): readonly string[] {
  return withheld === 0
    ? []
    : [
        `上述问题中有${withheld}个按照有关规定不予公开，以下公布其余${problems - withheld}个的整改情况。`,
      ];
}
