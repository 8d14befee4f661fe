/** What the date of each wait is called, and where a rectification as a whole stands. */
import type { Wait } from '../domain/schedule';
import { dueTerms } from '../domain/wait-words';
import { catalogue } from './catalogue';

export const waitWords = catalogue<Readonly<Record<Wait, string>>>(dueTerms, {
  acceptance: 'acceptance due',
  plan: 'plan due',
  work: 'rectification due',
  measure: 'measure due',
  review: 'review due',
  suspension: 'suspension to be reviewed',
  carryOver: 'carried-over work due',
  upkeep: 'upkeep report due',
  lookBack: 'look-back due',
  urge: 'answer to the urge due',
  progress: 'monthly report due',
  arrears: 'monthly report due',
  period: 'concentrated period ends',
  rest: 'look-back may begin',
  report: 'progress report due',
  publicity: 'publicity ends',
});

export const wholeStages = catalogue<Readonly<Record<string, string>>>(
  {
    planning: '拟定方案',
    planReview: '方案审核中',
    rectifying: '整改中',
    reporting: '拟写报告',
    publishing: '公开中',
    lookBack: '待回头看',
    closed: '已办结',
  },
  {
    planning: 'drawing up the plan',
    planReview: 'plan under review',
    rectifying: 'rectifying',
    reporting: 'writing the report',
    publishing: 'published',
    lookBack: 'awaiting look-back',
    closed: 'closed',
  },
);
