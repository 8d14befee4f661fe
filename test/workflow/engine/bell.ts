/** A bell that waits in silence: its first task asks for nothing. Each ring tells two people. */
import { assign, setup } from 'xstate';
import { createRegistry, defineMachine } from '../../../engine/core';

const machine = setup({
  types: { context: {} as { readonly rings: number }, events: {} as { readonly type: 'ring' } },
  actions: {
    count: assign({ rings: ({ context }) => context.rings + 1 }),
    tell: () => undefined,
    tellLater: () => undefined,
  },
}).createMachine({
  id: 'bell',
  context: { rings: 0 },
  initial: 'hanging',
  states: { hanging: { on: { ring: { actions: ['count', 'tell', 'tellLater'] } } } },
});

export const bell = defineMachine({
  ...{ name: 'bell', version: '1', machine, reasons: {} },
  events: { ring: { title: 'Ring', fields: {} } },
});

export const registry = createRegistry([bell]);
