/** The same delayed id scheduled again and again: in XState the older events still come, and can no longer be cancelled. */
import fc, { type Arbitrary } from 'fast-check';
import { assign, cancel, raise, setup } from 'xstate';
import type { MachineDefinition } from '../../../../engine/core';
import type { Event } from '../virtual-host';

const base = setup({
  types: {
    context: {} as { readonly rings: readonly number[]; readonly next: number },
    events: {} as
      | { type: 'SET'; delay: number }
      | { type: 'RING'; number: number }
      | { type: 'CANCEL' | 'SWAP' },
  },
  actions: {
    ring: assign({
      rings: ({ context, event }) =>
        event.type === 'RING' ? [...context.rings, event.number].slice(-20) : context.rings,
    }),
    next: assign({ next: ({ context }) => context.next + 1 }),
  },
});

const set = base.raise(({ context }) => ({ type: 'RING' as const, number: context.next }), {
  id: 'bell',
  delay: ({ event }) => (event.type === 'SET' ? event.delay : 3),
});

const machine = base.createMachine({
  id: 'bells',
  context: { rings: [], next: 0 },
  on: {
    SET: { actions: ['next', set] },
    SWAP: { actions: [cancel('bell'), 'next', set, 'next', set, cancel('bell')] },
    CANCEL: { actions: cancel('bell') },
    RING: [
      {
        guard: ({ event }) => event.number % 5 === 4,
        actions: ['ring', 'next', raise({ type: 'RING', number: -1 }, { id: 'bell', delay: 10 })],
      },
      { actions: 'ring' },
    ],
  },
});

export const sameId: MachineDefinition = {
  name: 'bells',
  version: '1',
  machine,
  events: {
    SET: { title: 'Set', fields: { delay: { type: 'integer', min: 0, max: 200, title: 'Delay' } } },
    SWAP: { title: 'Swap', fields: {} },
    CANCEL: { title: 'Cancel', fields: {} },
  },
  reasons: {},
};

export const sameIdEvents: Arbitrary<Event> = fc.oneof(
  {
    arbitrary: fc.constantFrom(0, 1, 10, 10, 50, 100).map((delay) => ({ type: 'SET', delay })),
    weight: 4,
  },
  { arbitrary: fc.constantFrom({ type: 'CANCEL' }, { type: 'SWAP' }), weight: 2 },
);
