// The last column: what a reader of the ledger would otherwise have to ask.
import { chineseDate } from '../chinese-date';
import type { ProblemRecord } from '../record';
import { outcomeTerms } from '../terms';

export function remarks(problem: ProblemRecord): string {
  return [...outcome(problem), ...dates(problem), ...urged(problem), ...history(problem)].join(
    '\n',
  );
}

function outcome({ outcome: ended, withheld, phase }: ProblemRecord): readonly string[] {
  return [
    ...(ended === null || ended === 'rectified' ? [] : [`结果：${outcomeTerms[ended]}`]),
    ...(phase === null ? [] : [`${chineseDate(phase.on)}阶段性认定`]),
    ...(withheld === null ? [] : [`不公开：${withheld}`]),
  ];
}

function dates(problem: ProblemRecord): readonly string[] {
  const { dueWords, extensions, carriedOver, suspended } = problem;
  return [
    ...(dueWords === null ? [] : [`时限原文：${dueWords}`]),
    ...extensions.map(({ to, reason }) => `延期至${chineseDate(to)}：${reason}`),
    ...(carriedOver === null
      ? []
      : [`转入持续整改至${chineseDate(carriedOver.to)}：${carriedOver.reason}`]),
    ...(suspended === null ? [] : [`${chineseDate(suspended.since)}起暂缓：${suspended.reason}`]),
  ];
}

function urged({ urges }: ProblemRecord): readonly string[] {
  return urges.length === 0 ? [] : [`督办${urges.length}次`];
}

function history({ predecessor, lookBack }: ProblemRecord): readonly string[] {
  const verdict = lookBack?.verdict === 'relapsed' ? '反弹' : '通过';
  return [
    ...(predecessor === null ? [] : [`以往指出：${predecessor}`]),
    ...(lookBack === null ? [] : [`${chineseDate(lookBack.on)}回头看${verdict}`]),
  ];
}
