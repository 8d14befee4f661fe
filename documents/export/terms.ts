// The Chinese of what a record holds as codes, as documents print it.
import type { Basis, Kind, Lamp, Outcome, Recurrence, Status } from '../../domain/words';
import type { ReportRecord, ResultRecord, ReviewRecord } from './record';

export const kindTerms: Readonly<Record<Kind, string>> = {
  immediate: '立行立改',
  timeLimited: '限期整改',
  longTerm: '长期坚持',
};

export const statusTerms: Readonly<Record<Status, string>> = {
  completed: '已完成整改',
  phaseCompleted: '阶段性完成并需长期坚持',
  inProgress: '正在整改',
  notCompleted: '未完成',
};

export const lampTerms: Readonly<Record<Lamp, string>> = {
  normal: '正常',
  approaching: '蓝灯',
  behind: '黄灯',
  overdue: '红灯',
};

export const outcomeTerms: Readonly<Record<Outcome, string>> = {
  rectified: '已整改',
  explained: '情况说明',
  withdrawn: '撤销',
  merged: '并入其他问题',
};

export const recurrenceTerms: Readonly<Record<Recurrence, string>> = {
  monthly: '每月',
  quarterly: '每季度',
  halfYearly: '每半年',
  yearly: '每年',
};

export const basisTerms: Readonly<Record<Basis, string>> = {
  signedSheet: '签批单',
  minutes: '会议纪要',
  ownSignIn: '本人办理',
};

export const decisionTerms: Readonly<Record<ReviewRecord['decision'], string>> = {
  approved: '同意',
  returned: '退回',
};

export const reportTerms: Readonly<Record<ReportRecord['kind'], string>> = {
  progress: '报进展',
  submission: '报送完成',
  upkeep: '常态化巩固',
};

export const resultTerms: Readonly<Record<ResultRecord['kind'], string>> = {
  rules: '建章立制',
  money: '资金清收',
  people: '问责处理',
  other: '其他成效',
};

/** Where nobody or no department is recorded yet. */
export const unassigned = '未分办';
