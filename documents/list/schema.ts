// The shape of a unit's own list of problems, field by field; unknown fields are refused.
// What two fields mean together is checked in checks.ts.
import { z } from 'zod';
import { isRealDate } from '../plain-date';

const longestText = 1024 * 1024;

const text = z
  .string()
  .max(longestText, { error: `文字超过 1 MB（${longestText} 字符）的上限，请精简` })
  .refine((value) => value.trim() !== '', { error: '不能为空' });

const date = z
  .string()
  .refine(isRealDate, { error: '应为日历上存在的日期，写成 2026-11-02 的样子' });
const period = z.strictObject({ from: date.nullable(), to: date.nullable() });
const counted = z.int().nonnegative().nullable();
const person = text;

/** English words, and the Chinese ones people write. */
const kinds = {
  immediate: 'immediate',
  timeLimited: 'timeLimited',
  longTerm: 'longTerm',
  立行立改: 'immediate',
  限期整改: 'timeLimited',
  长期坚持: 'longTerm',
} as const;

const statuses = {
  completed: 'completed',
  phaseCompleted: 'phaseCompleted',
  inProgress: 'inProgress',
  notCompleted: 'notCompleted',
  已完成整改: 'completed',
  阶段性完成并需长期坚持: 'phaseCompleted',
  正在整改: 'inProgress',
  未完成: 'notCompleted',
} as const;

const recurrences = {
  monthly: 'monthly',
  quarterly: 'quarterly',
  halfYearly: 'halfYearly',
  yearly: 'yearly',
  每月: 'monthly',
  每季度: 'quarterly',
  每半年: 'halfYearly',
  每年: 'yearly',
} as const;

type Keys<Table> = (keyof Table)[] & [keyof Table, ...(keyof Table)[]];

function oneOf<const Table extends Readonly<Record<string, string>>>(table: Table) {
  return z
    .enum(Object.keys(table) as Keys<Table> & [string, ...string[]])
    .transform((word) => table[word as keyof Table]);
}

const measure = z.strictObject({
  ordinal: z.union([z.int().positive(), text]).optional(),
  text,
  department: text.optional(),
  due: date.optional(),
  recurrence: oneOf(recurrences).optional(),
  done: z.boolean().optional(),
});

const problem = z.strictObject({
  seq: z.int().positive().optional(),
  number: z.int().positive().optional(),
  group: text.optional(),
  section: text.optional(),
  title: text,
  kind: oneOf(kinds).optional(),
  kindBasis: z.enum(['stated', 'inferred', 'default']).optional(),
  status: oneOf(statuses).optional(),
  /** Null: no date, whatever the words say. */
  due: date.nullable().optional(),
  dueWords: text.optional(),
  deadlineWords: text.optional(),
  recurrence: z.array(text).optional(),
  department: text.optional(),
  assisting: z.array(text).optional(),
  handlers: z.array(person).optional(),
  departmentHead: person.optional(),
  responsibleLeader: person.optional(),
  responsibleLeaders: z.array(person).optional(),
  measures: z.array(measure).optional(),
  subFindings: z.array(z.strictObject({ text })).optional(),
  predecessor: text.optional(),
  publicText: text.optional(),
  withheld: z.strictObject({ reason: text }).optional(),
  handedOverOn: date.optional(),
});

export const FeedbackList = z.strictObject({
  /** The file a preview was made from; what is odd in a preview is asked about, not refused. */
  source: text.optional(),
  unit: text.nullable(),
  inspectedBy: text.optional(),
  inspection: period.optional(),
  feedbackOn: date.nullable(),
  reportOn: date.optional(),
  asOf: date.optional(),
  publicity: period.optional(),
  declared: z.strictObject({ problems: counted, measures: counted }).optional(),
  problems: z.array(problem).min(1, { error: '至少要有一个问题' }),
});

export type FeedbackList = z.infer<typeof FeedbackList>;
export type ListedProblem = FeedbackList['problems'][number];
