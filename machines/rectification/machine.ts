/** One unit, one feedback: starts its problems, holds the one plan, and keeps the dates of the whole. */
import { assign, setup } from 'xstate';
import { signals, startsChild, type SignalInput, type StartChildInput } from '../../engine/core';
import type { Wait } from '../../domain/schedule';
import { problemId } from '../../domain/ids';
import {
  deadlineRegion,
  keeping,
  passing,
  remind,
  waitActors,
  waitDelays,
  waitGuards,
} from '../deadline-region';
import type { About } from '../reminder';
import { problemContext } from '../problem/begin';
import { problemVersion } from '../problem/life';
import { isLastStep } from '../chain';
import type { RectificationContext } from './context';
import * as decide from './decisions';
import type { EventOf, RectificationEvent, RectificationEventType } from './events';
import { permit } from './permit';
import type { ReceivedProblem } from '../../domain/reception';
import { rules } from './rules';
import { todoOf, whomOf } from './reminders';

interface Args {
  readonly context: RectificationContext;
  readonly event: RectificationEvent;
}

type Change = Partial<RectificationContext>;

const upon =
  <T extends RectificationEventType>(
    type: T,
    change: (context: RectificationContext, event: EventOf<T>) => Change,
  ) =>
  ({ context, event }: Args): Change =>
    event.type === type ? change(context, event as EventOf<T>) : {};

const base = setup({
  types: {
    context: {} as RectificationContext,
    events: {} as RectificationEvent,
    input: {} as RectificationContext,
    emitted: {} as { readonly type: 'milestone' } & Readonly<Record<string, unknown>>,
    tags: {} as string,
  },
  actors: waitActors,
  delays: waitDelays,
  guards: {
    ...waitGuards,
    ...rules,
    takenOver: ({ context }) => context.takenOver,
    owesReports: ({ context }) => decide.owing(context).length > 0,
    allReported: ({ context }) => decide.owing(context).length === 0,
    periodHasEnded: ({ context }) => context.periodEnd !== null,
    isLastApproval: ({ context }) =>
      context.report.chain !== null && isLastStep(context.report.chain),
    allClosed: ({ context }) => {
      const all = Object.values(context.problems);
      return all.length > 0 && all.every(({ stage }) => stage === 'closed');
    },
  },
  actions: {
    remind,
    startProblem: startsChild(),
    tellProblem: signals(),
    keepSchedule: assign(({ context }, params: Parameters<typeof keeping>[1]) =>
      keeping({ context }, params),
    ),
    passMilestones: assign(({ context }, params: { readonly wait: Wait }) =>
      passing({ context }, params),
    ),
    begin: assign(({ context }, { what }: { readonly what: decide.Begins }) =>
      decide.begins[what](context),
    ),
    end: assign(({ context }, { wait }: { readonly wait: Wait }) => decide.ended(context, wait)),
    addProblems: assign(upon('addProblems', decide.added)),
    noteChange: assign(upon('problemChanged', decide.problemChanged)),
    noteSubmittedPlan: assign(upon('submitPlan', decide.planSubmitted)),
    notePlan: assign(({ context }) => decide.planApproved(context)),
    noteProgress: assign(upon('reportProgress', decide.progressReported)),
    nextMonth: assign(({ context }) => decide.nextMonth(context)),
    notePeriodEnd: assign(({ context }) => decide.periodEnded(context)),
    noteReport: assign(upon('submitReport', decide.reportSubmitted)),
    approveReport: assign(upon('approveReport', decide.reportApproved)),
    returnReport: assign({ report: { chain: null, approvedAt: null } }),
    notePublication: assign(upon('publish', decide.published)),
    noteReply: assign(({ context }) => ({ replies: context.replies + 1 })),
    noteLookBack: assign({ lookedBack: true }),
  },
});

const date = (wait: Wait, silent?: true) =>
  deadlineRegion(base, {
    wait,
    about: (context: RectificationContext): About => ({
      problem: null,
      wait,
      todo: todoOf(context, wait),
    }),
    whom: whomOf(wait),
    silent,
  });

const begin = (what: decide.Begins) => ({ type: 'begin', params: { what } }) as const;
const end = (wait: Wait) => ({ type: 'end', params: { wait } }) as const;
const over = (wait: Wait) => ({ type: 'waitIsOver', params: { wait } }) as const;

const startProblems = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== 'addProblems') return;
  for (const problem of decide.newProblems(context, event)) {
    enqueue({ type: 'startProblem', params: childOf(context, problem) });
  }
});

/** Approved plans reach the problems that wait for them; later ones are told as they come to wait. */
const tellPlanned = base.enqueueActions(({ context, enqueue }) => {
  for (const seq of decide.waitingForPlan(context))
    enqueue({ type: 'tellProblem', params: planApproved(context, seq) });
});

function childOf(context: RectificationContext, problem: ReceivedProblem): StartChildInput {
  const { now, rectification, unit, feedbackOn, policy, clock, people } = context;
  const input = problemContext(problem, {
    now,
    rectification,
    unit,
    feedbackOn,
    policy,
    clock,
    people,
  });
  return {
    workflowId: problemId(rectification, problem.seq),
    machine: problem.kind,
    version: problemVersion,
    input: input as never,
    summary: `${problem.seq}. ${problem.title}`,
  };
}

function planApproved(context: RectificationContext, seq: number): SignalInput {
  return {
    workflowId: problemId(context.rectification, seq),
    event: { type: 'planApproved' },
    mayBeGone: true,
  };
}

const plan = base.createStateConfig({
  initial: 'entering',
  states: {
    entering: { always: [{ guard: 'takenOver', target: 'approved' }, { target: 'drafting' }] },
    drafting: {
      ...date('plan'),
      tags: 'planning',
      entry: begin('plan'),
      exit: end('plan'),
      on: {
        ...date('plan').on,
        submitPlan: {
          guard: permit('isOffice'),
          target: 'reviewing',
          actions: 'noteSubmittedPlan',
        },
      },
    },
    reviewing: {
      ...date('review'),
      tags: 'planReview',
      entry: begin('planReview'),
      exit: end('review'),
      on: {
        ...date('review').on,
        approvePlan: {
          guard: permit('isSupervisor'),
          target: 'approved',
          actions: ['notePlan', tellPlanned],
        },
        returnPlan: { guard: permit('isSupervisor'), target: 'drafting' },
      },
    },
    approved: {
      on: {
        problemChanged: {
          guard: 'isFromProblem',
          actions: [
            'noteChange',
            {
              type: 'tellProblem',
              params: ({ context, event }) =>
                event.stage === 'planning' ? planApproved(context, event.seq) : null,
            },
          ],
        },
      },
    },
  },
});

/** The concentrated period, the rest after it, and the look-back: one after the other. */
const period = base.createStateConfig({
  initial: 'running',
  states: {
    running: {
      ...date('period', true),
      entry: begin('period'),
      exit: end('period'),
      always: { guard: over('period'), target: 'resting', actions: 'notePeriodEnd' },
    },
    resting: {
      ...date('period', true),
      entry: begin('lookBackOpens'),
      exit: end('period'),
      always: { guard: over('period'), target: 'visiting' },
    },
    visiting: {
      ...date('lookBack'),
      tags: 'lookBack',
      entry: begin('lookBack'),
      exit: end('lookBack'),
      on: {
        ...date('lookBack').on,
        concludeLookBack: {
          guard: permit('isSupervisor'),
          target: 'lookedBack',
          actions: 'noteLookBack',
        },
      },
    },
    lookedBack: {},
  },
});

/** A progress report a month from each department that still rectifies. */
const progress = base.createStateConfig({
  initial: 'idle',
  states: {
    idle: { always: { guard: 'owesReports', target: 'due' } },
    due: {
      ...date('progress'),
      entry: begin('progress'),
      exit: end('progress'),
      always: { guard: 'allReported', target: 'idle', actions: 'nextMonth' },
      on: {
        ...date('progress').on,
        reportProgress: { guard: permit('isReporting', 'owesReport'), actions: 'noteProgress' },
      },
    },
  },
});

/** The report owed to the supervisor, then the public bulletin in its window. */
const report = base.createStateConfig({
  initial: 'early',
  states: {
    early: {
      always: [
        { guard: 'takenOver', target: 'published' },
        { guard: 'periodHasEnded', target: 'drafting' },
      ],
    },
    drafting: {
      ...date('report'),
      tags: 'reporting',
      entry: begin('report'),
      exit: end('report'),
      on: {
        ...date('report').on,
        submitReport: { guard: permit('isOffice'), target: 'reviewing', actions: 'noteReport' },
      },
    },
    reviewing: {
      on: {
        approveReport: [
          {
            guard: permit('approvesReport', 'isLastApproval'),
            target: 'approved',
            actions: 'approveReport',
          },
          { guard: permit('approvesReport'), actions: 'approveReport' },
        ],
        returnReport: {
          guard: permit('approvesReport'),
          target: 'drafting',
          actions: 'returnReport',
        },
      },
    },
    approved: {
      on: {
        publish: { guard: permit('isOffice'), target: 'publishing', actions: 'notePublication' },
      },
    },
    publishing: {
      ...date('publicity', true),
      tags: 'publishing',
      entry: begin('publicity'),
      exit: end('publicity'),
      always: { guard: over('publicity'), target: 'published' },
      on: {
        ...date('publicity', true).on,
        reply: { guard: permit('isOffice'), actions: 'noteReply' },
      },
    },
    published: { tags: 'published' },
  },
});

export const rectification = base.createMachine({
  id: 'rectification',
  context: ({ input }) => input,
  output: ({ context }) => ({ problems: Object.keys(context.problems).length }),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      on: {
        addProblems: { guard: permit('isOffice'), actions: [startProblems, 'addProblems'] },
        problemChanged: { guard: 'isFromProblem', actions: 'noteChange' },
        recalculate: { guard: permit('isOffice'), actions: base.raise({ type: 'datesChanged' }) },
      },
      always: { guard: 'isAtEnd', target: 'closed' },
      states: { plan, period, progress, report },
    },
    closed: { type: 'final', tags: 'closed' },
  },
});
