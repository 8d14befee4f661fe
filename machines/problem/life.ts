/** The chart of a problem, put together for a kind: what the kinds share, and the three places where they differ. */
import type { BecomeInput, Json } from '../../engine/core';
import type { Kind } from '../../domain/words';
import { base } from './base';
import type { Entry } from '../../domain/reception';
import type { ProblemContext } from './context';
import { permit } from './permit';
import { assigning } from './states/assigning';
import { oversight } from './states/oversight';
import { reviewing } from './states/reviewing';
import { settled } from './states/settled';
import { upkeep } from './states/upkeep';
import { urging } from './states/urging';
import { suspended, working } from './states/working';
import { tell } from './telling';

/** What makes one kind differ from another. */
export interface Life {
  readonly kind: Kind;
  /** Where acceptance leads: the plan, or straight to work. */
  readonly accepted: '#planning' | '#rectifying';
  /** What passing the review means. */
  readonly passed: { readonly target: string; readonly actions: 'noteSignOff' | 'notePhase' };
}

const goOn = (entry: Entry) =>
  ({
    type: 'goOnAs',
    params: ({ context }: { readonly context: ProblemContext }) => otherKind(context, entry),
  }) as const;

const startsAs = (entry: Entry) => ({ type: 'startsAs', params: { entry } }) as const;

export function life({ kind, accepted, passed }: Life) {
  return base.createMachine({
    id: kind,
    context: ({ input }) => input,
    output: ({ context }) => ({ outcome: context.outcome, round: context.round, seq: context.seq }),
    initial: 'entering',
    states: {
      entering: {
        always: [
          { guard: startsAs('accepting'), target: '#accepting' },
          { guard: startsAs('planning'), target: accepted },
          { guard: startsAs('rectifying'), target: '#rectifying' },
          { guard: startsAs('upkeep'), target: '#upkeep' },
          { guard: startsAs('signedOff'), target: '#signedOff' },
          { guard: startsAs('closed'), target: 'reopening' },
          { target: '#unassigned' },
        ],
      },
      open: {
        type: 'parallel',
        ...oversight,
        states: {
          life: {
            initial: 'assigning',
            states: {
              assigning: assigning(accepted),
              working,
              suspended,
              reviewing: reviewing(passed),
              upkeep,
              signedOff: { id: 'passed', always: signOffLeadsTo },
              maintained: {
                id: 'maintained',
                always: [
                  { guard: 'isSignedOff', target: '#signedOff' },
                  { target: '#signedOff', actions: 'noteSignOff' },
                ],
              },
              settled,
            },
          },
          urging,
        },
      },
      // The context goes on in the other kind's machine: at acceptance where assigning named the kind, else at work, since
      // the approval of a reclassification fixes what a plan would.
      assignedOtherwise: { id: 'assignedOtherwise', entry: goOn('accepting') },
      reclassified: { id: 'reclassified', entry: goOn('rectifying') },
      // A closed problem whose workflow was started again: the only way on is to record the relapse.
      reopening: {
        tags: 'closed',
        on: {
          relapse: {
            guard: permit('isOfficeOrSupervisor'),
            target: '#rectifying',
            actions: 'noteRelapse',
          },
        },
      },
      closed: { id: 'closed', type: 'final', tags: 'closed', entry: ['clearUrge', tell('closed')] },
    },
  });
}

/** A recurring measure goes on as upkeep in any kind. */
const signOffLeadsTo = [
  { guard: 'hasRecurringMeasure', target: '#upkeep' },
  { target: '#signedOff' },
] as const;

/** The version of every kind's machine that a reclassified problem goes on with. */
export const problemVersion = '1';

/** The context for the other kind's machine: its waits begin anew there. */
function otherKind(context: ProblemContext, entry: Entry): BecomeInput {
  const input = { ...context, entry, waits: {}, measureWatch: null };
  return { machine: context.kind, version: problemVersion, input: input as unknown as Json };
}
