/** A crossing whose lamp is a machine of its own, with a timer, an activity and a bulb that is a machine again. */
import { assign, fromPromise, sendParent, sendTo, setup } from 'xstate';
import { createRegistry, type MachineDefinition } from '../../../engine/core';

const check = fromPromise<{ readonly watts: number }, { readonly of: string }>(() =>
  Promise.reject(new Error('an activity')),
);

const bulb = setup({ actors: { check } }).createMachine({
  id: 'bulb',
  initial: 'checking',
  states: {
    checking: {
      invoke: {
        id: 'check',
        src: 'check',
        input: { of: 'bulb' },
        onDone: 'fine',
        onError: 'broken',
      },
    },
    fine: { entry: sendParent({ type: 'FINE' }), after: { 25_000: 'checking' } },
    broken: { type: 'final' },
  },
});

const lamp = setup({
  types: { context: {} as { readonly now: string; readonly fine: number } },
  actors: { bulb },
  actions: { ring: (_args, _params: { readonly at: string }) => undefined },
}).createMachine({
  id: 'lamp',
  initial: 'red',
  context: { now: '', fine: 0 },
  invoke: { id: 'bulb', src: 'bulb', onDone: '.out' },
  on: { FINE: { actions: assign({ fine: ({ context }) => context.fine + 1 }) } },
  states: {
    red: { after: { 40_000: 'green' }, on: { HURRY: 'green' } },
    green: {
      entry: [
        sendParent(({ context }) => ({ type: 'GREEN', fine: context.fine })),
        { type: 'ring', params: ({ context }) => ({ at: context.now }) },
      ],
      after: { 30_000: 'red' },
    },
    out: { type: 'final' },
  },
});

const machine = setup({
  types: {
    context: {} as { readonly greens: readonly number[] },
    events: {} as { type: 'LIGHT' | 'DARK' | 'HURRY' | 'LATER' } | { type: 'GREEN'; fine: number },
  },
  actors: { lamp },
}).createMachine({
  id: 'crossing',
  initial: 'dark',
  context: { greens: [] },
  on: {
    GREEN: { actions: assign({ greens: ({ context, event }) => [...context.greens, event.fine] }) },
  },
  output: ({ context }) => context.greens,
  states: {
    dark: { on: { LIGHT: 'lit' } },
    lit: {
      invoke: { id: 'lamp', src: 'lamp', onDone: 'over' },
      on: {
        DARK: 'dark',
        HURRY: { actions: sendTo('lamp', { type: 'HURRY' }) },
        LATER: { actions: sendTo('lamp', { type: 'HURRY' }, { id: 'later', delay: 8_000 }) },
      },
    },
    over: { type: 'final' },
  },
});

const events = ['LIGHT', 'DARK', 'HURRY', 'LATER'];

const definition: MachineDefinition = {
  name: 'crossing',
  version: '1',
  machine,
  events: Object.fromEntries(events.map((type) => [type, { title: type, fields: {} }])),
  reasons: {},
};

export const registry = createRegistry([definition]);
