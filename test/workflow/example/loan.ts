import { assign, fromPromise, setup } from 'xstate';
import { createRegistry, defineMachine } from '../../../engine';

const day = 86_400_000;
// What runs outside is an activity of the same name; these are only its types.
const activity = () => Promise.reject(new Error('runs as an activity'));

const machine = setup({
  types: {
    // The engine puts the instant of each step into `now`.
    context: {} as { now: string; book: string; dueAt: string; extensions: number },
    input: {} as { book: string },
    events: {} as { type: 'extend'; days: number } | { type: 'giveBack' },
  },
  actors: { reserve: fromPromise<{ dueAt: string }, { book: string }>(activity) },
  actions: {
    remind: (_args, _params: { book: string; overdue: boolean }) => undefined,
    extend: assign({
      extensions: ({ context }) => context.extensions + 1,
      dueAt: ({ context, event }) =>
        event.type === 'extend'
          ? new Date(Date.parse(context.dueAt) + event.days * day).toISOString()
          : context.dueAt,
    }),
  },
  guards: { mayExtend: ({ context }) => context.extensions < 2 },
  delays: {
    untilDue: ({ context }) => Math.max(0, Date.parse(context.dueAt) - Date.parse(context.now)),
    week: 7 * day,
  },
}).createMachine({
  id: 'loan',
  context: ({ input }) => ({ now: '', book: input.book, dueAt: '', extensions: 0 }),
  initial: 'reserving',
  states: {
    reserving: {
      invoke: {
        src: 'reserve',
        input: ({ context: { book } }) => ({ book }),
        onDone: { target: 'lent', actions: assign({ dueAt: ({ event }) => event.output.dueAt }) },
      },
    },
    lent: {
      after: { untilDue: 'overdue' },
      on: {
        extend: { guard: 'mayExtend', target: 'lent', reenter: true, actions: 'extend' },
        giveBack: 'back',
      },
    },
    overdue: {
      entry: { type: 'remind', params: ({ context: { book } }) => ({ book, overdue: true }) },
      after: { week: { target: 'overdue', reenter: true } },
      on: { giveBack: 'back' },
    },
    back: { type: 'final' },
  },
  output: ({ context }) => ({ extensions: context.extensions }),
});

export const loan = defineMachine({
  name: 'loan',
  version: '1',
  machine,
  events: {
    extend: {
      title: 'Extend',
      fields: { days: { type: 'integer', min: 1, max: 14, title: 'Days' } },
    },
    giveBack: { title: 'Give back', fields: {} },
  },
  reasons: { mayExtend: 'it has been extended twice' },
});

export const registry = createRegistry([loan]);
