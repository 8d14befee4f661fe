// What every form says of its problem, at its top.
import { chineseDate } from '../chinese-date';
import { inOneLine } from '../clean';
import { gap } from '../gap';
import { withoutNumber } from '../headings';
import type { Row } from '../page/blocks';
import type { ProblemRecord } from '../record';
import { kindTerms } from '../terms';
import { pairRow, wideRow } from './form-rows';

export function problemFacts(problem: ProblemRecord): readonly Row[] {
  const { responsibleLeader, department, departmentHead, handlers, assisting } = problem;
  return [
    wideRow('问题', [inOneLine(problem.title)], 2),
    wideRow('分类', [placeOf(problem)]),
    pairRow(['类型', kindTerms[problem.kind]], ['整改时限', dueOf(problem)]),
    pairRow(
      ['责任领导', responsibleLeader ?? gap('责任领导')],
      ['责任部门', department ?? gap('责任部门')],
    ),
    pairRow(['部门负责人', departmentHead ?? ''], ['经办人', handlers.join('、')]),
    ...(assisting.length === 0 ? [] : [wideRow('协办部门', [assisting.join('、')])]),
  ];
}

/** 第3号: the feedback's own number, else its place in the record. */
export function numberOf({ number, seq }: ProblemRecord): string {
  return `第${number ?? seq}号`;
}

function placeOf({ section, group }: ProblemRecord): string {
  return [section, group]
    .flatMap((heading) => (heading === null ? [] : [withoutNumber(heading)]))
    .join('　');
}

function dueOf({ dueOn, dueWords }: ProblemRecord): string {
  if (dueOn === null) return gap('整改时限');
  return dueWords === null ? chineseDate(dueOn) : `${chineseDate(dueOn)}（${dueWords}）`;
}
