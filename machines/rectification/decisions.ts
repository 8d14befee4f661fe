/** What each event changes in what a rectification remembers. */
import { dueRules } from '../../domain/due-rules';
import type { DueRule } from '../../domain/schedule';
import { planDayAt } from '../../domain/plan-clock';
import { statuses, type PlainDate, type Status } from '../../domain/words';
import { approveStep, isLastStep, openChain } from '../chain';
import { deciderOf } from '../senders';
import { beginWait, endWait, type WaitBegin } from '../waits';
import type { ProblemStanding, RectificationContext } from './context';
import type { EventOf } from './events';
import type { ReceivedProblem } from '../../domain/reception';
import { withProblems } from './progress';

type Change = Partial<RectificationContext>;

const who = (event: { readonly by: unknown }): string => deciderOf(event.by) ?? '';

export const today = (context: RectificationContext): PlainDate =>
  planDayAt(context.clock, context.now);

/** The problems of an `addProblems` that are not there yet. */
export function newProblems(
  context: RectificationContext,
  event: EventOf<'addProblems'>,
): readonly ReceivedProblem[] {
  const all = event.problems as unknown as readonly ReceivedProblem[];
  return all.filter((problem) => !Object.hasOwn(context.problems, problem.seq));
}

export function added(context: RectificationContext, event: EventOf<'addProblems'>): Change {
  const standings = newProblems(context, event).map(
    (problem) => [problem.seq, standingOf(problem)] as const,
  );
  return withProblems(context, { ...context.problems, ...Object.fromEntries(standings) });
}

function standingOf(problem: ReceivedProblem): ProblemStanding {
  return {
    stage: problem.entry === 'closed' ? 'closed' : problem.entry,
    status: problem.status ?? 'inProgress',
    department: problem.assignment.department,
    onTime: false,
    digest: problem.digest,
  };
}

/** The file that was received said something else of a problem when it came again, and that was taken in. */
export function amended(context: RectificationContext, event: EventOf<'noteAmended'>): Change {
  const standing = context.problems[event.seq];
  return standing === undefined
    ? {}
    : {
        problems: {
          ...context.problems,
          [event.seq]: { ...standing, digest: event.digest },
        },
      };
}

export function problemChanged(
  context: RectificationContext,
  event: EventOf<'problemChanged'>,
): Change {
  const standing = context.problems[event.seq];
  if (standing === undefined) return {};
  const { stage, status, onTime } = event;
  const department = event.department ?? standing.department;
  const changed = { ...standing, stage, status, department, onTime };
  return withProblems(context, { ...context.problems, [event.seq]: changed });
}

/** What the reports print at the end of the period: what is open is not completed, unless submitted in time and under review. */
export function periodEnded(context: RectificationContext): Change {
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  for (const standing of Object.values(context.problems)) counts[statusAtEnd(standing)] += 1;
  return { periodEnd: { at: context.now, counts } };
}

export function statusAtEnd({ status, stage, onTime }: ProblemStanding): Status {
  if (status !== 'inProgress') return status;
  return stage === 'reviewing' && onTime ? 'inProgress' : 'notCompleted';
}

export function planSubmitted(context: RectificationContext, event: EventOf<'submitPlan'>): Change {
  return { plan: { ...context.plan, submittedBy: who(event), approvedAt: null } };
}

export function planReturned(context: RectificationContext): Change {
  return { plan: { ...context.plan, returnedOn: today(context) } };
}

export function planApproved(context: RectificationContext): Change {
  return { plan: { ...context.plan, approvedAt: context.now } };
}

/** The problems that wait for the plan, and those that will: each is told when it is approved. */
export function waitingForPlan(context: RectificationContext): readonly number[] {
  return Object.entries(context.problems)
    .filter(([, { stage }]) => stage === 'planning')
    .map(([seq]) => Number(seq));
}

export function reportSubmitted(
  context: RectificationContext,
  event: EventOf<'submitReport'>,
): Change {
  return {
    report: {
      ...context.report,
      chain: openChain(['principal', 'supervisor'], who(event), context),
      approvedAt: null,
    },
  };
}

export function reportReturned(context: RectificationContext): Change {
  return { report: { chain: null, approvedAt: null, returnedOn: today(context) } };
}

export function reportApproved(
  context: RectificationContext,
  event: EventOf<'approveReport'>,
): Change {
  const { chain } = context.report;
  if (chain === null) return {};
  const approved = approveStep(chain, who(event), context.now, context);
  const approvedAt = isLastStep(chain) ? context.now : null;
  return { report: { ...context.report, chain: approved, approvedAt } };
}

export function published(context: RectificationContext, event: EventOf<'publish'>): Change {
  return { publicity: { from: event.from ?? today(context), contact: event.contact ?? null } };
}

/** What is waited for from now on. */
export const begins = {
  plan: (context: RectificationContext): Change =>
    begin(context, {
      wait: 'plan',
      due: afterReturn(context, dueRules(context.policy).plan(context.feedbackOn), 'plan'),
      officeActs: true,
    }),
  planReview: (context: RectificationContext): Change =>
    begin(context, {
      wait: 'review',
      due: dueRules(context.policy).review(today(context)),
      reviewer: 'supervisor',
    }),
  period: (context: RectificationContext): Change =>
    begin(context, { wait: 'period', due: dueRules(context.policy).periodEnd(context.feedbackOn) }),
  lookBackOpens: (context: RectificationContext): Change =>
    begin(context, {
      wait: 'rest',
      due: dueRules(context.policy).lookBackOpens(context.feedbackOn),
    }),
  progress: (context: RectificationContext): Change =>
    begin(context, { wait: 'progress', due: dueRules(context.policy).progress(context.month) }),
  report: (context: RectificationContext): Change =>
    begin(context, {
      wait: 'report',
      due: afterReturn(context, dueRules(context.policy).report(context.feedbackOn), 'report'),
      officeActs: true,
    }),
  publicity: (context: RectificationContext): Change =>
    begin(context, {
      wait: 'publicity',
      due: dueRules(context.policy).publicity(context.publicity?.from ?? today(context)),
    }),
  lookBack: (context: RectificationContext): Change =>
    begin(context, {
      wait: 'lookBack',
      due: dueRules(context.policy).lookBackDue(context.feedbackOn),
      officeActs: true,
    }),
} as const;

/** What was returned has the later of its old date and some working days. */
function afterReturn(
  context: RectificationContext,
  old: DueRule,
  what: 'plan' | 'report',
): DueRule {
  const { returnedOn } = context[what];
  return returnedOn === null ? old : dueRules(context.policy).returned(old, returnedOn);
}

export type Begins = keyof typeof begins;

export function ended(context: RectificationContext, wait: WaitBegin['wait']): Change {
  return { waits: endWait(context.waits, wait) };
}

function begin(context: RectificationContext, wait: WaitBegin): Change {
  return { waits: beginWait(context, wait) };
}
