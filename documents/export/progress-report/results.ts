// The fourth chapter: rules issued, money recovered, people dealt with. Listed where recorded; a gap where not.
import { chineseNumeral } from '../chinese-numeral';
import { gap } from '../gap';
import { paragraph, type Block } from '../page/blocks';
import type { RectificationRecord, ResultRecord } from '../record';
import { resultTerms } from '../terms';
import { standing } from '../totals';

export function resultsChapter({ problems }: RectificationRecord): readonly Block[] {
  const results = standing(problems).flatMap((problem) => problem.results);
  const owed = (['rules', 'money', 'people'] as const).map((kind) => listed(kind, results));
  const others = results.some(({ kind }) => kind === 'other') ? [listed('other', results)] : [];
  return [...owed, ...others];
}

function listed(kind: ResultRecord['kind'], results: readonly ResultRecord[]): Block {
  const texts = results.filter((result) => result.kind === kind).map(({ text }) => text.trim());
  const term = resultTerms[kind];
  const body =
    texts.length === 0
      ? gap(`${term}情况，没有的写“无”`)
      : `共${texts.length}项。${texts.map(ordered).join('')}`;
  return paragraph(body, `${term}：`);
}

function ordered(text: string, index: number): string {
  return `${chineseNumeral(index + 1)}是${text.replace(/[。；;]+$/, '')}。`;
}
