/** What each event changes in what a rectification remembers. */
import { dueRules, firstProgressMonth } from '../../domain/due-rules';
import { planDayAt } from '../../domain/plan-clock';
import { monthPlus } from '../../domain/plain-date';
import { statuses, type PlainDate, type Status } from '../../domain/words';
import { approveStep, isLastStep, openChain } from '../chain';
import { deciderOf } from '../senders';
import { beginWait, endWait, type WaitBegin } from '../waits';
import type { ProblemStanding, RectificationContext } from './context';
import type { EventOf } from './events';
import type { ReceivedProblem } from '../../domain/reception';

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
  return { problems: { ...context.problems, ...Object.fromEntries(standings) } };
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
  return {
    problems: {
      ...context.problems,
      [event.seq]: { ...standing, stage, status, department, onTime },
    },
  };
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

export function planSubmitted(
  _context: RectificationContext,
  event: EventOf<'submitPlan'>,
): Change {
  return { plan: { submittedBy: who(event), approvedAt: null } };
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

/** Departments that owe this month's report: those with a problem still being rectified, less those that reported. */
export function owing(context: RectificationContext): readonly string[] {
  const open = Object.values(context.problems).filter(({ stage }) => working.has(stage));
  const departments = [
    ...new Set(open.flatMap(({ department }) => (department === null ? [] : [department]))),
  ];
  return departments.filter((department) => !context.reported.includes(department)).sort();
}

const working: ReadonlySet<string> = new Set(['planning', 'rectifying', 'suspended']);

export function progressReported(
  context: RectificationContext,
  event: EventOf<'reportProgress'>,
): Change {
  return { reported: [...new Set([...context.reported, event.department])] };
}

export function nextMonth(context: RectificationContext): Change {
  const current = firstProgressMonth(today(context));
  const next = monthPlus(context.month, 1);
  // A month that was missed is made up for by the report that came late: the next one owed is the current one.
  const due = monthPlus(current, -1) > next ? monthPlus(current, -1) : next;
  return { month: due, reported: [] };
}

export function reportSubmitted(
  context: RectificationContext,
  event: EventOf<'submitReport'>,
): Change {
  return {
    report: {
      chain: openChain(['principal', 'supervisor'], who(event), context),
      approvedAt: null,
    },
  };
}

export function reportApproved(
  context: RectificationContext,
  event: EventOf<'approveReport'>,
): Change {
  const { chain } = context.report;
  if (chain === null) return {};
  const approved = approveStep(chain, who(event), context.now, context);
  return { report: { chain: approved, approvedAt: isLastStep(chain) ? context.now : null } };
}

export function published(context: RectificationContext, event: EventOf<'publish'>): Change {
  return { publicity: { from: event.from ?? today(context), contact: event.contact ?? null } };
}

/** What is waited for from now on. */
export const begins = {
  plan: (context: RectificationContext): Change =>
    begin(context, {
      wait: 'plan',
      due: dueRules(context.policy).plan(context.feedbackOn),
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
      due: dueRules(context.policy).report(context.feedbackOn),
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

export type Begins = keyof typeof begins;

export function ended(context: RectificationContext, wait: WaitBegin['wait']): Change {
  return { waits: endWait(context.waits, wait) };
}

function begin(context: RectificationContext, wait: WaitBegin): Change {
  return { waits: beginWait(context, wait) };
}
