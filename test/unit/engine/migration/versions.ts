/** A letter's two versions: in the second its states have other names, its reminders another plan, and it is weighed. */
import { assign, fromPromise, setup } from 'xstate';
import type { MachineDefinition } from '../../../../engine/core';
import { define } from '../define';

const hour = 3_600_000;
const never = fromPromise<number, { readonly to: string }>(() =>
  Promise.reject(new Error('an activity')),
);

interface Context {
  readonly now: string;
  readonly to: string;
  readonly reminders: readonly string[];
  readonly weight?: number;
}

const events = ['send', 'pause', 'resume', 'close', 'stamp'] as const;
type Event = { readonly type: (typeof events)[number] };
const types = { context: {} as Context, events: {} as Event };
const context = {
  now: '',
  to: 'Ada',
  reminders: ['2026-03-02T05:00:00.000Z', '2026-03-02T09:00:00.000Z'],
};
const nextReminder = ({ context: { now, reminders } }: { readonly context: Context }) =>
  Math.max(0, Date.parse(reminders[0] ?? '2100-01-01T00:00:00.000Z') - Date.parse(now));
const passReminder = {
  reminders: ({ context: { reminders } }: { readonly context: Context }) => reminders.slice(1),
};

const first = setup({
  types,
  actors: { address: never, print: never },
  delays: { nextReminder, patience: 48 * hour },
  actions: { remind: () => undefined, passReminder: assign(passReminder) },
}).createMachine({
  id: 'letter',
  context,
  initial: 'drafting',
  states: {
    drafting: {
      invoke: [
        { src: 'address', id: 'address', input: ({ context: { to } }) => ({ to }) },
        { src: 'print', id: 'print', input: { to: 'nobody' } },
      ],
      after: {
        nextReminder: { target: 'drafting', reenter: true, actions: ['remind', 'passReminder'] },
        patience: 'expired',
      },
      on: { send: 'underWay' },
    },
    underWay: {
      type: 'parallel',
      states: {
        road: {
          initial: 'near',
          states: { near: { on: { stamp: 'far' } }, far: {}, last: { type: 'history' } },
        },
        insurance: { initial: 'on', states: { on: { after: { 1000: 'off' } }, off: {} } },
      },
      on: { pause: 'paused', close: 'closed' },
    },
    paused: { on: { resume: 'underWay.road.last' } },
    expired: {},
    closed: { type: 'final' },
  },
});

const second = setup({
  types,
  actors: { address: never, weigh: never },
  delays: { nextNotice: nextReminder, patience: 96 * hour, weekly: 168 * hour },
  actions: {
    remind: () => undefined,
    passReminder: assign(passReminder),
    keep: assign({ weight: 7 }),
  },
}).createMachine({
  id: 'letter',
  context,
  initial: 'writing',
  states: {
    writing: {
      invoke: [
        { src: 'address', id: 'addressee', input: ({ context: { to } }) => ({ to }) },
        {
          src: 'weigh',
          id: 'weigh',
          input: ({ context: { to } }) => ({ to }),
          onDone: { actions: 'keep' },
        },
      ],
      after: {
        nextNotice: { target: 'writing', reenter: true, actions: ['remind', 'passReminder'] },
        patience: { actions: 'remind' },
        weekly: { actions: 'remind' },
      },
      on: { send: 'underWay' },
    },
    underWay: {
      type: 'parallel',
      states: {
        way: {
          initial: 'near',
          states: { near: { on: { stamp: 'abroad' } }, abroad: {}, last: { type: 'history' } },
        },
        insurance: { initial: 'on', states: { on: { after: { 1000: 'off' } }, off: {} } },
        customs: {
          initial: 'waiting',
          states: { waiting: { after: { 5000: 'through' } }, through: {} },
        },
      },
      on: { pause: 'paused', close: 'closed' },
    },
    paused: { on: { resume: 'underWay.way.last' } },
    closed: { type: 'final' },
  },
});

export const letterOne: MachineDefinition = define(first, events);
/** Loses `expired`: who is there cannot move. */
export const letterTwo: MachineDefinition = define(second, events, {
  version: '2',
  migrations: {
    '1': {
      states: {
        drafting: 'writing',
        'underWay.road': 'underWay.way',
        'underWay.road.far': 'underWay.way.abroad',
      },
      delays: { nextReminder: 'nextNotice' },
      actors: { address: 'addressee' },
      context: (old) => ({ ...old, weight: null }),
    },
  },
});
