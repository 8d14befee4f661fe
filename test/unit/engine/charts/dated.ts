/** Delays computed from data and from `now`: every wait is to an instant, and time alone opens a gate. */
import fc, { type Arbitrary } from 'fast-check';
import { assign, not, setup } from 'xstate';
import type { MachineDefinition } from '../../../../engine/core';
import { start, type Event } from '../virtual-host';

interface Context {
  readonly now: string;
  readonly opened: string;
  readonly dueAt: string;
  readonly reminded: readonly string[];
}

const base = setup({
  types: {
    context: {} as Context,
    events: {} as { type: 'MOVE'; by_ms: number } | { type: 'LOOK' | 'LATE' | 'PAUSE' | 'RESUME' },
  },
  guards: { due: ({ context }) => context.now >= context.dueAt },
  delays: {
    untilDue: ({ context }) => Math.max(0, Date.parse(context.dueAt) - Date.parse(context.now)),
    halfway: ({ context }) =>
      Math.round(Math.max(0, Date.parse(context.dueAt) - Date.parse(context.now)) / 2),
    sinceOpened: ({ context }) => Date.parse(context.now) - Date.parse(context.opened) + 10,
  },
  actions: {
    remind: (_args, _params: { readonly at: string }) => undefined,
    note: assign({ reminded: ({ context }) => [...context.reminded, context.now].slice(-8) }),
    move: assign({
      dueAt: ({ context, event }) =>
        new Date(Date.parse(context.now) + (event.type === 'MOVE' ? event.by_ms : 0)).toISOString(),
    }),
  },
});

const remind = {
  type: 'remind' as const,
  params: ({ context }: { context: Context }) => ({ at: context.now }),
};

const machine = base.createMachine({
  id: 'dated',
  context: {
    now: '',
    opened: new Date(start).toISOString(),
    dueAt: new Date(start + 500).toISOString(),
    reminded: [],
  },
  initial: 'waiting',
  states: {
    waiting: {
      after: { untilDue: 'late', halfway: { actions: [remind, 'note'] } },
      on: {
        MOVE: { target: 'waiting', reenter: true, actions: 'move' },
        PAUSE: 'paused',
        LOOK: [
          { guard: 'due', target: 'late' },
          { guard: not('due'), actions: remind },
        ],
      },
    },
    paused: { on: { RESUME: 'waiting', LOOK: {} }, always: { target: 'late', guard: 'due' } },
    late: {
      entry: remind,
      after: { sinceOpened: 'waiting' },
      on: { MOVE: { target: 'waiting', actions: 'move' } },
    },
  },
});

export const dated: MachineDefinition = {
  name: 'dated',
  version: '1',
  machine,
  events: {
    MOVE: {
      title: 'Move',
      fields: { by_ms: { type: 'integer', min: 0, max: 10_000, title: 'By' } },
    },
    LOOK: { title: 'Look', fields: {} },
    PAUSE: { title: 'Pause', fields: {} },
    RESUME: { title: 'Resume', fields: {} },
  },
  reasons: {},
};

export const datedEvents: Arbitrary<Event> = fc.oneof(
  fc.constantFrom(0, 2, 100, 1000).map((by_ms) => ({ type: 'MOVE', by_ms })),
  fc.constantFrom('LOOK', 'PAUSE', 'RESUME').map((type) => ({ type })),
);
