/** 我的待办 */
import type { PetitionKind } from '../../machines';
import { catalogue } from '../catalogue';

interface TodoWords {
  readonly title: string;
  readonly problems: string;
  readonly count: (count: number) => string;
  readonly whole: string;
  readonly wholeAway: string;
  readonly wholeNone: string;
  readonly showWhole: string;
  readonly none: string;
  readonly noneNext: string;
  readonly noneLater: string;
  /** For an office that has received nothing yet. */
  readonly receive: string;
  readonly next: string;
  readonly due: string;
  readonly inDays: (days: number) => string;
  readonly waiting: Readonly<Record<DutyName, string>>;
  readonly done: string;
  readonly nothingWritten: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly asks: Readonly<Record<PetitionKind, string>>;
  readonly reason: string;
  readonly proposed: string;
  readonly progress: string;
  readonly urge: string;
  readonly urgedUntil: (due: string) => string;
  readonly by: (name: string, at: string) => string;
  readonly confirm: string;
  readonly more: string;
  readonly nextPage: string;
  readonly owing: (departments: string) => string;
  readonly newer: string;
}

/** What one person has to do about one problem. */
export type DutyName =
  | 'assign'
  | 'accept'
  | 'submit'
  | 'resume'
  | 'review'
  | 'decide'
  | 'reportUpkeep'
  | 'acceptUpkeep'
  | 'lookBack'
  | 'acknowledge'
  | 'plan';

export const todoWords = catalogue<TodoWords>(
  {
    title: '我的待办',
    problems: '问题',
    count: (count) => `共${count}项`,
    whole: '整改整体事项',
    wholeAway: '流程服务暂时没有应答，整体事项稍后再看。',
    wholeNone: '整体事项现在没有要您办的。',
    showWhole: '查看整体事项',
    none: '现在没有要您办的事。',
    noneNext: '有了会出现在这里，也会按您的方式发消息。接下来的时限：',
    noneLater: '有了会出现在这里，也会按您的方式发消息。',
    receive: '收入巡察反馈',
    next: '接下来',
    due: '时限',
    inDays: (days) =>
      days === 0 ? '今天' : days < 0 ? `已过${-days}天` : days === 1 ? '明天' : `还有${days}天`,
    waiting: {
      assign: '请分办',
      accept: '请领办',
      submit: '请整改并报送完成情况',
      resume: '暂缓中，请复核是否恢复整改',
      review: '请审核',
      decide: '请审批',
      reportUpkeep: '请报巩固情况',
      acceptUpkeep: '请审核巩固情况',
      lookBack: '请回头看',
      acknowledge: '请签收督办',
      plan: '请提出整改措施',
    },
    done: '整改情况',
    nothingWritten: '没有写明',
    evidence: '佐证材料',
    noEvidence: '没有佐证材料',
    asks: {
      extension: '申请延期',
      carryOver: '申请转入持续整改',
      reclassification: '申请转类',
      explanation: '情况说明',
    },
    reason: '理由',
    proposed: '拟改为',
    progress: '目前进展',
    urge: '督办要求',
    urgedUntil: (due) => `${due}前签收`,
    by: (name, at) => `${name}，${at}`,
    confirm: '确认',
    more: '其他办理',
    nextPage: '下一页',
    owing: (departments) => `待报进展的部门：${departments}`,
    newer: '有新的变化。为了不打断您填写，没有自动更新；提交后会看到，也可以',
  },
  {
    title: 'My tasks',
    problems: 'Problems',
    count: (count) => `${count} in all`,
    whole: 'The rectification as a whole',
    wholeAway: 'The workflow service does not answer; look again later.',
    wholeNone: 'Nothing is yours to do about the rectification as a whole.',
    showWhole: 'Show what concerns the whole',
    none: 'Nothing is yours to do now.',
    noneNext: 'It will appear here, and be sent to you as a message. Dates ahead:',
    noneLater: 'It will appear here, and be sent to you as a message.',
    receive: 'Receive a feedback',
    next: 'Ahead',
    due: 'Due',
    inDays: (days) =>
      days === 0
        ? 'today'
        : days < 0
          ? `${-days} day${days === -1 ? '' : 's'} late`
          : `in ${days} day${days === 1 ? '' : 's'}`,
    waiting: {
      assign: 'To be assigned',
      accept: 'To be accepted',
      submit: 'To be rectified and submitted',
      resume: 'Suspended: see whether it resumes',
      review: 'To be reviewed',
      decide: 'To be decided',
      reportUpkeep: 'Upkeep to be reported',
      acceptUpkeep: 'Upkeep report to be reviewed',
      lookBack: 'To be looked back on',
      acknowledge: 'Urge to be acknowledged',
      plan: 'Measures to be proposed',
    },
    done: 'What was done',
    nothingWritten: 'nothing written',
    evidence: 'Evidence',
    noEvidence: 'no evidence',
    asks: {
      extension: 'Asks for an extension',
      carryOver: 'Asks to carry over',
      reclassification: 'Asks to reclassify',
      explanation: 'Explanation',
    },
    reason: 'Reason',
    proposed: 'Proposed',
    progress: 'Progress so far',
    urge: 'What is demanded',
    urgedUntil: (due) => `to be acknowledged by ${due}`,
    by: (name, at) => `${name}, ${at}`,
    confirm: 'Confirm',
    more: 'More',
    nextPage: 'Next page',
    owing: (departments) => `Departments that owe a report: ${departments}`,
    newer:
      'There is something newer. It was not put in place, so that you can go on typing; send this, or',
  },
);
