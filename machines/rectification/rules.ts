/** The guards of a rectification, and the words for a refusal. */
import type { Reason } from '../../engine/core';
import { stepOf } from '../chain';
import { problemId } from '../../domain/ids';
import {
  deciderOf,
  holdsOneOf,
  isKnown,
  nameOf,
  onlyRoles,
  recordsRightly,
  roleWord,
} from '../senders';
import type { RectificationContext } from './context';
import { owing } from './progress';
import type { RectificationEvent } from './events';

interface Args {
  readonly context: RectificationContext;
  readonly event: RectificationEvent;
}

const by = (event: RectificationEvent): unknown => ('by' in event ? event.by : null);

export const rules = {
  recordsRightly: ({ context, event }: Args) => recordsRightly(by(event), context),
  isKnown: ({ context, event }: Args) => isKnown(by(event), context),
  isOffice: ({ context, event }: Args) => holdsOneOf(by(event), ['office'], context),
  isSupervisor: ({ context, event }: Args) => holdsOneOf(by(event), ['supervisor'], context),
  isReporting: ({ context, event }: Args) =>
    holdsOneOf(by(event), ['office'], context) || reportsFor(context, event) !== false,
  owesReport: ({ context, event }: Args) =>
    event.type !== 'reportProgress' ||
    event.department === undefined ||
    (owing(context).includes(event.department) && !context.arrears.includes(event.department)),
  owesArrears: ({ context, event }: Args) =>
    event.type !== 'reportProgress' ||
    event.department === undefined ||
    context.arrears.includes(event.department),
  approvesReport: ({ context, event }: Args) =>
    context.report.chain?.reviewer?.person.includes(deciderOf(by(event)) ?? '') ?? false,
  isFromProblem: ({ context, event }: Args) =>
    event.type === 'problemChanged' &&
    (event.by as { readonly workflow?: unknown } | null)?.workflow ===
      problemId(context.rectification, event.seq),
  knowsProblem: ({ context, event }: Args) =>
    event.type !== 'noteAmended' ||
    event.seq === undefined ||
    Object.hasOwn(context.problems, event.seq),
  isAtEnd: ({ context }: Args) => {
    const all = Object.values(context.problems);
    const isPublished = context.publicity !== null && context.waits.publicity === undefined;
    const reported = context.takenOver || isPublished;
    return (
      reported &&
      context.periodEnd !== null &&
      all.length > 0 &&
      all.every(({ stage }) => stage === 'closed')
    );
  },
};

/** Somebody of a department reports for it; undecided while the department is not named. */
function reportsFor({ people }: RectificationContext, event: RectificationEvent): boolean {
  const person = people.find(({ id }) => id === deciderOf(by(event)));
  const ofDepartment =
    person?.roles.some((role) => role === 'handler' || role === 'departmentHead') ?? false;
  const department = event.type === 'reportProgress' ? event.department : undefined;
  const own = person?.department ?? null;
  return ofDepartment && (department === undefined || own === null || own === department);
}

const only =
  (role: 'office' | 'supervisor') =>
  ({ context, event }: Args): string =>
    onlyRoles(by(event), [role], '此事', context);

const words = {
  recordsRightly:
    '代他人登记须由整改办办理，并注明依据：签批单（signedSheet）或会议纪要（minutes）',
  isKnown: ({ event }: Args) => `人员名单中没有${deciderOf(by(event)) ?? '署名'}`,
  isOffice: only('office'),
  isSupervisor: only('supervisor'),
  isReporting: '月度进展由责任部门的经办人、负责人或整改办报送',
  owesReport: ({ context }: Args) =>
    `该部门本月不需报送，或已报送；未报送的部门：${owing(context).join('、') || '无'}`,
  approvesReport: ({ context, event }: Args) => {
    const step = context.report.chain === null ? null : stepOf(context.report.chain);
    if (step === null) return '没有待审定的报告';
    return `现由${roleWord(step)}审定，${nameOf(deciderOf(by(event)), context.people)}不能审定`;
  },
  isFromProblem: '此事件只由问题工作流发出',
  knowsProblem: '本次整改没有这个问题',
};

export const rectificationReasons = words as unknown as Readonly<Record<string, Reason>>;
