/** Every event of a problem's life: its name, what people call it, its fields. The one source for edges, engine and types. */
import type { EventDescriptions, FieldShape, FieldValues } from '../../engine/core';
import { kinds, recurrences } from '../../domain/words';
import type { Sender } from '../../domain/people';
import { evidence } from '../evidence';

const text = { type: 'text', max: 4000 } as const;
const person = { type: 'text', max: 100 } as const;
const names = { type: 'list', of: person, max: 50 } as const;
const reason = { ...text, title: '理由' } as const;
const date = { type: 'date' } as const;
const kind = { type: 'oneOf', values: kinds } as const;

const measure = {
  type: 'object',
  fields: {
    text: { ...text, title: '措施' },
    department: { ...person, title: '责任部门', optional: true },
    due: { ...date, title: '完成时限', optional: true },
    recurrence: { type: 'oneOf', values: recurrences, title: '周期', optional: true },
  },
} as const satisfies FieldShape;

const measures = { type: 'list', of: measure, max: 100 } as const;

export const problemEvents = {
  assign: {
    title: '分办',
    fields: {
      department: { ...person, title: '责任部门' },
      assisting: { ...names, title: '协办部门', optional: true },
      handlers: { ...names, title: '经办人', optional: true },
      departmentHead: { ...person, title: '责任部门负责人', optional: true },
      responsibleLeader: { ...person, title: '责任领导', optional: true },
      kind: { ...kind, title: '整改类型', optional: true },
      due: { ...date, title: '整改时限', optional: true },
    },
  },
  accept: { title: '领办', fields: { handlers: { ...names, title: '经办人', optional: true } } },
  plan: {
    title: '提出整改措施',
    fields: {
      measures: { ...measures, title: '整改措施' },
      due: { ...date, title: '整改时限', optional: true },
      dueWords: { ...person, title: '时限原文', optional: true },
    },
  },
  planApproved: { title: '整改方案获批', fields: {}, internal: true },
  report: {
    title: '报进展',
    fields: { text: { ...text, title: '进展' }, evidence },
  },
  completeMeasure: {
    title: '完成措施',
    fields: {
      ordinal: { type: 'integer', min: 1, max: 100, title: '措施序号' },
      text: { ...text, title: '完成情况', optional: true },
      evidence,
    },
  },
  flag: { title: '标记滞后', fields: { reason } },
  unflag: { title: '取消滞后标记', fields: { reason } },
  submit: { title: '报送完成', fields: { text: { ...text, title: '整改情况' }, evidence } },
  approve: {
    title: '审核通过',
    fields: { text: { ...text, title: '意见', optional: true }, evidence },
  },
  return: {
    title: '退回',
    fields: { reason, due: { ...date, title: '新的时限', optional: true }, evidence },
  },
  requestExtension: {
    title: '申请延期',
    fields: {
      reason,
      due: { ...date, title: '拟延至' },
      progress: { ...text, title: '目前进展' },
      evidence,
    },
  },
  approveExtension: {
    title: '同意延期',
    fields: { text: { ...text, title: '意见', optional: true }, evidence },
  },
  refuseExtension: { title: '不同意延期', fields: { reason, evidence } },
  requestCarryOver: {
    title: '申请转入持续整改',
    fields: { reason, due: { ...date, title: '最后时限' }, evidence },
  },
  approveCarryOver: {
    title: '同意转入持续整改',
    fields: { text: { ...text, title: '意见', optional: true }, evidence },
  },
  refuseCarryOver: { title: '不同意转入持续整改', fields: { reason, evidence } },
  requestReclassification: {
    title: '申请转类',
    fields: { reason, kind: { ...kind, title: '转为' }, evidence },
  },
  approveReclassification: {
    title: '同意转类',
    fields: { text: { ...text, title: '意见', optional: true }, evidence },
  },
  refuseReclassification: { title: '不同意转类', fields: { reason, evidence } },
  explain: { title: '提交情况说明', fields: { reason, evidence } },
  acceptExplanation: {
    title: '认可情况说明',
    fields: { text: { ...text, title: '意见', optional: true }, evidence },
  },
  refuseExplanation: { title: '不认可情况说明', fields: { reason, evidence } },
  suspend: { title: '暂缓', fields: { reason, until: { ...date, title: '复核日期' }, evidence } },
  resume: { title: '恢复整改', fields: { reason: { ...reason, optional: true }, evidence } },
  reassign: {
    title: '改派',
    fields: {
      role: {
        type: 'oneOf',
        values: ['handler', 'departmentHead', 'responsibleLeader'],
        title: '岗位',
      },
      from: { ...person, title: '原承办人', optional: true },
      to: { ...person, title: '改派给' },
      reason: { ...reason, optional: true },
    },
  },
  urge: {
    title: '督办',
    fields: { text: { ...text, title: '督办要求' }, due: { ...date, title: '最后期限' }, evidence },
  },
  acknowledge: {
    title: '签收督办',
    fields: { text: { ...text, title: '回复', optional: true }, evidence },
  },
  spotCheck: { title: '抽查', fields: { text: { ...text, title: '抽查情况' }, evidence } },
  settleSubFinding: {
    title: '了结具体表现',
    fields: {
      number: { type: 'integer', min: 1, max: 200, title: '序号' },
      outcome: {
        type: 'oneOf',
        values: ['rectified', 'explained', 'withdrawn', 'merged'],
        title: '结果',
      },
      text: { ...text, title: '说明', optional: true },
      evidence,
    },
  },
  reportUpkeep: { title: '报巩固情况', fields: { text: { ...text, title: '巩固情况' }, evidence } },
  acceptUpkeep: {
    title: '认可巩固情况',
    fields: { text: { ...text, title: '意见', optional: true }, evidence },
  },
  returnUpkeep: { title: '退回巩固情况', fields: { reason, evidence } },
  lookBack: {
    title: '回头看',
    fields: {
      verdict: { type: 'oneOf', values: ['passed', 'relapsed'], title: '结论' },
      text: { ...text, title: '情况', optional: true },
      evidence,
    },
  },
  relapse: {
    title: '记录反弹',
    fields: { reason, due: { ...date, title: '整改时限', optional: true }, evidence },
  },
  withdraw: { title: '撤销', fields: { reason, evidence } },
  merge: {
    title: '并入',
    fields: {
      reason,
      into: { type: 'integer', min: 1, max: 100_000, title: '并入的问题' },
      evidence,
    },
  },
  amend: {
    title: '更正',
    fields: {
      reason,
      title: { ...text, title: '问题', optional: true },
      due: { ...date, title: '整改时限', optional: true },
      measures: { ...measures, title: '整改措施', optional: true },
      evidence,
    },
  },
  recalculate: { title: '重新推算日期', fields: {} },
} as const satisfies EventDescriptions;

export type ProblemEventType = keyof typeof problemEvents;

/** What guards find as `event.by`: a person's decision, another workflow, or nobody. */
export type By = Sender | { readonly workflow: string } | null;

type Described = {
  readonly [T in ProblemEventType]: { readonly type: T; readonly by: By } & FieldValues<
    (typeof problemEvents)[T]['fields']
  >;
}[ProblemEventType];

/** Raised by the machine itself: the date of a wait has changed. */
type Raised = { readonly type: 'datesChanged' };

export type ProblemEvent = Described | Raised;
export type EventOf<T extends ProblemEventType> = Extract<ProblemEvent, { readonly type: T }>;
