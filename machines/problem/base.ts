/** What every kind of problem is built from: actors, actions, guards and delays by name. Machines name; they never do. */
import { assign, setup } from 'xstate';
import { becomes, signals } from '../../engine/core';
import type { MeasureSchedule } from '../../domain/measure-schedule';
import type { Wait } from '../../domain/schedule';
import { keeping, passing, remind, waitActors, waitDelays, waitGuards } from '../deadline-region';
import { reachedNow } from '../waits';
import type { PetitionKind, ProblemContext } from './context';
import * as decide from './decisions';
import type { EventOf, ProblemEvent, ProblemEventType } from './events';
import {
  hasWatchedMeasures,
  measuresAreQuiet,
  lateMeasure,
  lateWords,
  openWatch,
  passMeasures,
  untilNextMeasure,
  watched,
} from './measures';
import * as petitions from './petitions';
import { chainRules, contentRules, routeRules, senderRules } from './rules';
import * as waiting from './waiting';

interface Args {
  readonly context: ProblemContext;
  readonly event: ProblemEvent;
}

/** A change that one event makes; nothing for any other event. */
const upon =
  <T extends ProblemEventType>(
    type: T,
    change: (context: ProblemContext, event: EventOf<T>) => Partial<ProblemContext>,
  ) =>
  ({ context, event }: Args): Partial<ProblemContext> =>
    event.type === type ? change(context, event as EventOf<T>) : {};

const always =
  (change: (context: ProblemContext) => Partial<ProblemContext>) =>
  ({ context }: Args): Partial<ProblemContext> =>
    change(context);

type EndedWait = Parameters<typeof waiting.ended>[1];

export const base = setup({
  types: {
    context: {} as ProblemContext,
    events: {} as ProblemEvent,
    input: {} as ProblemContext,
    emitted: {} as { readonly type: 'milestone' } & Readonly<Record<string, unknown>>,
    tags: {} as string,
  },
  actors: waitActors,
  delays: { ...waitDelays, nextMeasure: ({ context }) => untilNextMeasure(context) },
  actions: {
    remind,
    tellRectification: signals(),
    goOnAs: becomes(),

    keepSchedule: assign(({ context }, params: Parameters<typeof keeping>[1]) =>
      keeping({ context }, params),
    ),
    passMilestones: assign(({ context }, { wait }: { readonly wait: Wait }) => ({
      ...passing({ context }, { wait }),
      missed:
        context.missed || (wait === 'work' && reachedNow(context, wait).at(-1)?.lamp === 'overdue'),
    })),
    begin: assign(({ context }, { wait }: { readonly wait: keyof typeof waiting.begins }) =>
      waiting.begins[wait](context),
    ),
    end: assign(({ context }, { wait }: { readonly wait: EndedWait }) =>
      waiting.ended(context, wait),
    ),
    openMeasureWatch: assign(always(openWatch)),
    watchMeasures: assign(({ context }, { schedule }: { readonly schedule: MeasureSchedule }) =>
      watched(context, schedule),
    ),
    passMeasures: assign(always(passMeasures)),

    assignDepartment: assign(upon('assign', decide.assigned)),
    noteAcceptance: assign(upon('accept', decide.accepted)),
    notePlan: assign(upon('plan', decide.planned)),
    noteProgress: assign(upon('report', decide.reported)),
    noteMeasure: assign(upon('completeMeasure', decide.measureCompleted)),
    noteFlag: assign(upon('flag', (_context, event) => ({ behind: `标记滞后：${event.reason}` }))),
    clearFlag: assign(
      always((context) => {
        const late = lateMeasure(context);
        return { behind: late === null ? null : lateWords(late) };
      }),
    ),
    noteSubmission: assign(upon('submit', decide.submitted)),
    noteApproval: assign(upon('approve', decide.stepApproved)),
    noteReturn: assign(upon('return', decide.returned)),
    notePhase: assign(always(decide.phaseAccepted)),
    noteSignOff: assign(({ context, event }) =>
      decide.signedOff(context, event as EventOf<'approve'>),
    ),
    beginUpkeep: assign(always(decide.upkeepBegun)),
    noteUpkeepReport: assign(upon('reportUpkeep', decide.upkeepReported)),
    acceptUpkeepReport: assign(always(decide.upkeepAccepted)),
    returnUpkeepReport: assign(always(decide.upkeepReturned)),
    ask: assign(({ context, event }, { kind }: { readonly kind: PetitionKind }) =>
      petitions.asked(kind, event as EventOf<'requestExtension'>, context),
    ),
    approvePetition: assign(({ context, event }) =>
      petitions.petitionApproved(context, event as EventOf<'approveExtension'>),
    ),
    dropPetition: assign({ petition: null }),
    noteSuspension: assign(upon('suspend', decide.suspended)),
    noteResumption: assign(always(decide.resumed)),
    noteReassignment: assign(upon('reassign', decide.reassigned)),
    noteUrge: assign(upon('urge', decide.urged)),
    clearUrge: assign({ urge: null }),
    noteSpotCheck: assign(always(() => ({}))),
    noteSubFinding: assign(upon('settleSubFinding', decide.subFindingSettled)),
    noteRelapse: assign(({ context, event }) =>
      decide.relapsed(context, event.type === 'relapse' ? event.due : undefined),
    ),
    noteLookBack: assign(upon('lookBack', decide.lookedBack)),
    noteWithdrawal: assign({ outcome: 'withdrawn' }),
    noteMerge: assign(
      upon('merge', (_context, event) => ({ outcome: 'merged', mergedInto: event.into })),
    ),
    noteAmendment: assign(upon('amend', decide.amended)),
  },
  guards: {
    ...senderRules,
    ...chainRules,
    ...contentRules,
    ...routeRules,
    ...waitGuards,
    hasWatchedMeasures: ({ context }) => hasWatchedMeasures(context),
    measuresAreQuiet: ({ context }) => measuresAreQuiet(context),
    startsAs: ({ context }, { entry }: { readonly entry: ProblemContext['entry'] }) =>
      context.entry === entry,
    hasRecurringMeasure: ({ context }) =>
      context.measures.some((measure) => measure.recurrence !== null),
    isUrging: ({ context }) => context.urge !== null,
    isSignedOff: ({ context }) => context.signedOff !== null,
  },
});
