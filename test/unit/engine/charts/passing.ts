/** Transient states that start and stop timers and invokes within one step: what is left must be what the live actor has. */
import fc, { type Arbitrary } from 'fast-check';
import { assign, cancel, fromPromise, raise, setup } from 'xstate';
import type { MachineDefinition } from '../../../../engine/core';
import type { Event } from '../virtual-host';

const base = setup({
  types: {
    context: {} as { readonly turns: number; readonly heard: number },
    events: {} as { type: 'GO' | 'HOP' | 'STAY' | 'BACK' | 'TWICE' | 'ALARM' | 'KILL' },
  },
  actors: { job: fromPromise<null, { turn: number }>(() => Promise.reject(new Error('activity'))) },
  guards: {
    odd: ({ context }) => context.turns % 2 === 1,
    many: ({ context }) => context.turns > 6,
  },
  actions: {
    turn: assign({ turns: ({ context }) => context.turns + 1 }),
    hear: assign({ heard: ({ context }) => context.heard + 1 }),
    knock: () => undefined,
  },
});

const invoke = (id: string) => ({
  id,
  src: 'job' as const,
  input: ({ context }: { context: { turns: number } }) => ({ turn: context.turns }),
});

const machine = base.createMachine({
  id: 'passing',
  context: { turns: 0, heard: 0 },
  initial: 'rest',
  on: { ALARM: { actions: 'hear' } },
  states: {
    rest: {
      invoke: { ...invoke('resting'), onDone: 'through', onError: 'hops' },
      after: { 100: 'through' },
      on: {
        GO: 'through',
        HOP: 'hops',
        STAY: { target: 'rest', reenter: true },
        TWICE: { actions: [raise({ type: 'GO' }), raise({ type: 'BACK' })] },
        KILL: 'last',
      },
    },
    through: {
      entry: ['turn', raise({ type: 'ALARM' }, { id: 'alarm', delay: 50 }), 'knock'],
      exit: cancel('alarm'),
      invoke: invoke('passing'),
      after: { 7: 'rest' },
      always: [{ target: 'again', guard: 'odd' }, { target: 'stopover' }],
    },
    again: {
      entry: [raise({ type: 'ALARM' }, { id: 'alarm', delay: 99 }), 'knock'],
      invoke: invoke('passing'),
      after: { 7: 'rest' },
      always: [{ target: 'last', guard: 'many' }, { target: 'rest' }],
    },
    stopover: {
      entry: raise({ type: 'HOP' }),
      invoke: { ...invoke('resting'), onError: {} },
      after: { 1: 'rest', 100: 'through' },
      on: { HOP: { target: 'hops', actions: cancel('alarm') }, GO: 'through' },
      exit: raise({ type: 'BACK' }),
    },
    hops: {
      type: 'parallel',
      entry: raise({ type: 'ALARM' }, { id: 'alarm', delay: 1 }),
      states: {
        left: {
          initial: 'in',
          states: {
            in: { invoke: invoke('left'), always: 'out', after: { 50: 'out' } },
            out: { type: 'final' },
          },
        },
        right: {
          initial: 'in',
          states: {
            in: {
              invoke: { ...invoke('right'), onDone: 'out', onError: 'out' },
              on: { GO: 'out', BACK: { target: 'in', reenter: true } },
              after: { 101: 'out' },
            },
            out: { type: 'final' },
          },
        },
      },
      onDone: { target: 'rest', actions: 'turn' },
    },
    last: {
      type: 'final',
      entry: [raise({ type: 'ALARM' }, { id: 'late', delay: 5 }), 'knock'],
      invoke: invoke('last'),
    },
  },
});

const types = ['GO', 'HOP', 'STAY', 'BACK', 'TWICE', 'ALARM', 'KILL'];

export const passing: MachineDefinition = {
  name: 'passing',
  version: '1',
  machine,
  events: Object.fromEntries(types.map((type) => [type, { title: type, fields: {} }])),
  reasons: {},
};

export const passingEvents: Arbitrary<Event> = fc
  .constantFrom(...types.slice(0, -1), ...types)
  .map((type) => ({ type }));
