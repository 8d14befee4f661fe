/** What a rectification is built from: actors, actions, guards and delays by name. */
import { assign, setup } from 'xstate';
import { signals, startsChild } from '../../engine/core';
import type { Wait } from '../../domain/schedule';
import { keeping, passing, remind, waitActors, waitDelays, waitGuards } from '../deadline-region';
import { isLastStep } from '../chain';
import type { RectificationContext } from './context';
import * as decide from './decisions';
import type { EventOf, RectificationEvent, RectificationEventType } from './events';
import * as progress from './progress';
import { rules } from './rules';

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

export const base = setup({
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
    owesReports: ({ context }) => progress.nextMonthOwed(context) !== null,
    allReported: ({ context }) => progress.owing(context).length === 0,
    monthIsMissed: ({ context }) => progress.isMissed(context),
    hasArrears: ({ context }) => context.arrears.length > 0,
    arrearsAreMadeUp: ({ context }) => context.arrears.length === 0,
    periodHasEnded: ({ context }) => context.periodEnd !== null,
    isLastApproval: ({ context }) =>
      context.report.chain !== null && isLastStep(context.report.chain),
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
    noteAmended: assign(upon('noteAmended', decide.amended)),
    noteSubmittedPlan: assign(upon('submitPlan', decide.planSubmitted)),
    notePlan: assign(({ context }) => decide.planApproved(context)),
    noteReturnedPlan: assign(({ context }) => decide.planReturned(context)),
    noteProgress: assign(
      upon('reportProgress', (context, { department }) => progress.reported(context, department)),
    ),
    noteMadeUp: assign(
      upon('reportProgress', (context, { department }) => progress.madeUp(context, department)),
    ),
    beginMonth: assign(({ context }) => progress.beginMonth(context)),
    closeMonth: assign(({ context }) => progress.monthClosed(context)),
    missMonth: assign(({ context }) => progress.monthMissed(context)),
    notePeriodEnd: assign(({ context }) => decide.periodEnded(context)),
    noteReport: assign(upon('submitReport', decide.reportSubmitted)),
    approveReport: assign(upon('approveReport', decide.reportApproved)),
    returnReport: assign(({ context }) => decide.reportReturned(context)),
    notePublication: assign(upon('publish', decide.published)),
    noteReply: assign(({ context }) => ({ replies: context.replies + 1 })),
    noteLookBack: assign({ lookedBack: true }),
  },
});
