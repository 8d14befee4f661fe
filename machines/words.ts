/** What people call stages, kinds, lamps and statuses. */
import type { Kind, Lamp, Status } from '../domain/words';
import type { Stage } from './problem/stage';

export const stageWords: Readonly<Record<Stage, string>> = {
  unassigned: '待分办',
  accepting: '待领办',
  planning: '待方案获批',
  rectifying: '整改中',
  suspended: '暂缓',
  reviewing: '审核中',
  upkeep: '常态化巩固',
  signedOff: '已销号',
  lookBack: '待回头看',
  closed: '已办结',
};

export const kindWords: Readonly<Record<Kind, string>> = {
  immediate: '立行立改',
  timeLimited: '限期整改',
  longTerm: '长期坚持',
};

export const lampWords: Readonly<Record<Lamp, string>> = {
  normal: '正常',
  approaching: '蓝灯（临近）',
  behind: '黄灯（滞后）',
  overdue: '红灯（逾期）',
};

export const statusWords: Readonly<Record<Status, string>> = {
  completed: '已完成整改',
  phaseCompleted: '阶段性完成并需长期坚持',
  inProgress: '正在整改',
  notCompleted: '未完成',
};
