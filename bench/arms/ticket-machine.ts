/** The ticket as an XState machine: run durably by the engine in one arm, by a live actor in another. */
import { assign, fromPromise, setup } from 'xstate';
import type { Approve, By, Lamp, RemindInput, Reopen, ReviewInput, ReviewResult } from './ticket';
import type { Extend, Submit, TicketInput, TicketOutput } from './ticket';

export interface TicketContext extends TicketInput {
  /** The instant of the step: set by the engine, or by whoever runs the actor. */
  readonly now: string;
  readonly text: string;
  readonly lamp: Lamp;
  readonly extensions: number;
}

export type TicketEvent =
  | (Sent<Submit> & { readonly type: 'submit' })
  | (Sent<Extend> & { readonly type: 'extend' })
  | (Sent<Approve> & { readonly type: 'approve' })
  | (Sent<Reopen> & { readonly type: 'reopen' });

type Sent<C> = Omit<C, 'by'> & { readonly by: By | null };

interface Args {
  readonly context: TicketContext;
}

const until = (instant: string, { now }: TicketContext): number =>
  Math.max(0, Date.parse(instant) - Date.parse(now));

const base = setup({
  types: {
    context: {} as TicketContext,
    events: {} as TicketEvent,
    input: {} as TicketInput,
    output: {} as TicketOutput,
  },
  actors: {
    review: fromPromise<ReviewResult, ReviewInput>(() =>
      Promise.reject(new Error('runs as an activity')),
    ),
  },
  delays: {
    reminder: ({ context }) => until(context.remindAt, context),
    deadline: ({ context }) => until(context.dueAt, context),
  },
  guards: {
    wasClosed: ({ context }) => context.round > 1,
    isOwner: ({ context, event }) => event.by?.person === context.owner,
    isReviewer: ({ context, event }) => event.by?.person === context.reviewer,
  },
  actions: {
    remind: (_args, _params: RemindInput) => undefined,
    nearDue: assign({ lamp: 'approaching' }),
    missDue: assign({ lamp: 'overdue' }),
    noteText: assign(({ event }) => (event.type === 'submit' ? { text: event.text } : {})),
    noteDates: assign(({ context, event }) =>
      event.type === 'extend'
        ? {
            remindAt: event.remindAt,
            dueAt: event.dueAt,
            lamp: 'normal' as const,
            extensions: context.extensions + 1,
          }
        : {},
    ),
    putOut: assign({ lamp: 'normal' }),
  },
});

const remind = (lamp: Lamp, dueAt: (context: TicketContext) => string) =>
  ({
    type: 'remind',
    params: ({ context }: Args): RemindInput => ({
      title: context.title,
      to: context.owner,
      lamp,
      dueAt: dueAt(context),
    }),
  }) as const;

export const ticketMachine = base.createMachine({
  id: 'ticket',
  context: ({ input }) => ({ ...input, now: '', text: '', lamp: 'normal', extensions: 0 }),
  output: ({ context }) => ({ round: context.round, extensions: context.extensions }),
  initial: 'entering',
  states: {
    entering: { always: [{ guard: 'wasClosed', target: 'closed' }, { target: 'working' }] },
    closed: { on: { reopen: { guard: 'isReviewer', target: 'working' } } },
    working: {
      after: {
        reminder: { actions: [remind('approaching', ({ remindAt }) => remindAt), 'nearDue'] },
        deadline: { actions: [remind('overdue', ({ dueAt }) => dueAt), 'missDue'] },
      },
      on: {
        submit: { guard: 'isOwner', target: 'reviewing', actions: 'noteText' },
        extend: { guard: 'isReviewer', target: 'working', reenter: true, actions: 'noteDates' },
      },
    },
    reviewing: {
      entry: 'putOut',
      invoke: {
        id: 'review',
        src: 'review',
        input: ({ context }) => ({ title: context.title, text: context.text }),
        onDone: 'approving',
      },
    },
    approving: { on: { approve: { guard: 'isReviewer', target: 'done' } } },
    done: { type: 'final' },
  },
});
