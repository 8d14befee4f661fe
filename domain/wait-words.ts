/** What the date of each wait is called in messages. */
import type { Wait } from './schedule';

export const dueTerms: { readonly [wait in Wait]: string } = {
  acceptance: '领办时限',
  plan: '整改方案时限',
  work: '整改时限',
  measure: '整改措施时限',
  review: '审核时限',
  suspension: '暂缓复核时限',
  carryOver: '持续整改时限',
  upkeep: '巩固报告时限',
  lookBack: '回头看时限',
  urge: '督办时限',
  progress: '进展报告时限',
  arrears: '进展报告时限',
  period: '集中整改期',
  rest: '回头看起始日',
  report: '整改情况报告时限',
  publicity: '公开期',
};
