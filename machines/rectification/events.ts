/** Every event of a rectification as a whole. */
import type { EventDescriptions, FieldValues } from '../../engine/core';
import { evidence } from '../evidence';
import { stages } from '../problem/stage';
import { statuses } from '../../domain/words';
import type { By } from '../problem/events';

const text = { type: 'text', max: 4000 } as const;
const reason = { ...text, title: '理由' } as const;
const opinion = { ...text, title: '意见', optional: true } as const;
const short = { type: 'text', max: 200 } as const;

export const rectificationEvents = {
  addProblems: {
    title: '收入问题',
    fields: {
      problems: { type: 'list', of: { type: 'json', max: 40_000 }, max: 100, title: '问题' },
    },
  },
  problemChanged: {
    title: '问题现状',
    internal: true,
    fields: {
      seq: { type: 'integer', min: 1, max: 100_000, title: '问题' },
      stage: { type: 'oneOf', values: stages, title: '阶段' },
      status: { type: 'oneOf', values: statuses, title: '状态' },
      department: { ...short, title: '责任部门', optional: true },
      onTime: { type: 'boolean', title: '按时报送' },
    },
  },
  noteAmended: {
    title: '登记更正后的原文',
    fields: {
      seq: { type: 'integer', min: 1, max: 100_000, title: '问题' },
      digest: { ...short, title: '原文摘要' },
    },
  },
  submitPlan: {
    title: '报送整改方案',
    fields: { text: { ...text, title: '方案说明', optional: true }, evidence },
  },
  approvePlan: { title: '审定整改方案', fields: { text: opinion, evidence } },
  returnPlan: { title: '退回整改方案', fields: { reason, evidence } },
  reportProgress: {
    title: '报送月度进展',
    fields: {
      department: { ...short, title: '责任部门' },
      text: { ...text, title: '进展' },
      evidence,
    },
  },
  submitReport: {
    title: '报送整改情况报告',
    fields: { text: { ...text, title: '报告说明', optional: true }, evidence },
  },
  approveReport: { title: '审定整改情况报告', fields: { text: opinion, evidence } },
  returnReport: { title: '退回整改情况报告', fields: { reason, evidence } },
  publish: {
    title: '公开整改情况',
    fields: {
      from: { type: 'date', title: '公开起日', optional: true },
      contact: { ...text, title: '联系方式', optional: true },
      evidence,
    },
  },
  reply: {
    title: '登记社会反映',
    fields: { from: { ...short, title: '来源' }, text: { ...text, title: '内容' }, evidence },
  },
  concludeLookBack: { title: '完成回头看', fields: { text: { ...text, title: '结论' }, evidence } },
  recalculate: { title: '重新推算日期', fields: {} },
} as const satisfies EventDescriptions;

export type RectificationEventType = keyof typeof rectificationEvents;

type Described = {
  readonly [T in RectificationEventType]: { readonly type: T; readonly by: By } & FieldValues<
    (typeof rectificationEvents)[T]['fields']
  >;
}[RectificationEventType];

export type RectificationEvent = Described | { readonly type: 'datesChanged' | 'monthMissed' };
export type EventOf<T extends RectificationEventType> = Extract<
  RectificationEvent,
  { readonly type: T }
>;
