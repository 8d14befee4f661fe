// The second chapter: every problem that may be printed, what was done, how far it is.
import { publicDeeds } from '../deeds';
import { placed } from '../headings';
import { paragraph, type Block } from '../page/blocks';
import { progressWords } from '../progress-words';
import type { ProblemRecord, RectificationRecord } from '../record';
import { standing } from '../totals';

export function implementation({ problems, asOf }: RectificationRecord): readonly Block[] {
  const printed = standing(problems).filter(({ withheld }) => withheld === null);
  return placed(printed).flatMap(({ problem, headings }) => [
    ...headings,
    ...publicDeeds(problem, asOf).map((text, index) =>
      paragraph(text, index === 0 ? '整改情况：' : ''),
    ),
    progress(problem, asOf),
  ]);
}

function progress(problem: ProblemRecord, asOf: string): Block {
  return paragraph(`${progressWords(problem, asOf)}。`, '整改进度：');
}
