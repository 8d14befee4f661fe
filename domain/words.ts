/** The words of the field as code uses them (DOMAIN.md). No rules here, only names that several parts share. */

/** How a problem lives: 立行立改, 限期整改, 长期坚持. */
export const kinds = ['immediate', 'timeLimited', 'longTerm'] as const;
export type Kind = (typeof kinds)[number];

/** What a report prints of a problem: 已完成整改, 阶段性完成并需长期坚持, 正在整改, 未完成. */
export const statuses = ['completed', 'phaseCompleted', 'inProgress', 'notCompleted'] as const;
export type Status = (typeof statuses)[number];

/** How a problem ended: 已整改, 情况说明, 撤销, 并入. */
export const outcomes = ['rectified', 'explained', 'withdrawn', 'merged'] as const;
export type Outcome = (typeof outcomes)[number];

/** 亮灯: none, 蓝, 黄, 红; from least to most urgent. */
export const lamps = ['normal', 'approaching', 'behind', 'overdue'] as const;
export type Lamp = (typeof lamps)[number];

/** 经办人, 责任部门负责人, 责任领导, 主要负责人, 整改办, 巡察办, 查阅. */
export const roles = [
  'handler',
  'departmentHead',
  'responsibleLeader',
  'principal',
  'office',
  'supervisor',
  'reader',
] as const;
export type Role = (typeof roles)[number];

/** On what a decision recorded for somebody else rests: 签批单, 会议纪要, 本人登录. */
export const bases = ['signedSheet', 'minutes', 'ownSignIn'] as const;
export type Basis = (typeof bases)[number];

/** A recurring measure's cycle: 每月, 每季度, 每半年, 每年. */
export const recurrences = ['monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type Recurrence = (typeof recurrences)[number];

/** A day of the plan's calendar, `YYYY-MM-DD`, in the policy's time zone. */
export type PlainDate = string;

/** An instant, ISO 8601 in UTC with milliseconds, e.g. `2026-11-23T01:00:00.000Z`. */
export type Instant = string;
