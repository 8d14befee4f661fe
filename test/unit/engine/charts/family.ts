/** A machine that starts machines: every way in which parents and children begin, talk, fail and end. */
import fc, { type Arbitrary } from 'fast-check';
import {
  cancel,
  enqueueActions,
  forwardTo,
  raise,
  sendTo,
  spawnChild,
  stopChild,
  type AnyActorRef,
} from 'xstate';
import type { MachineDefinition } from '../../../../engine/core';
import type { Event } from '../virtual-host';
import { act, asker, dud, flash, hear, kin, lamp, nurse, pong, say } from './kin';

interface Args {
  readonly context: { readonly count: number };
}

const to = (id: string, type: string): unknown => sendTo(id, { type });
const named = (id: string, type: string): unknown =>
  sendTo(({ system }) => system.get(id) as AnyActorRef, { type });

const lampOn = {
  entry: to('lamp', 'ECHO'),
  exit: to('lamp', 'ECHO'),
  invoke: {
    id: 'lamp',
    src: 'lamp',
    systemId: 'the lamp',
    input: { who: 'lamp' },
    onDone: { target: 'off', actions: hear('lamp') },
    onError: { target: 'off', actions: hear('lamp') },
  },
  initial: 'plain',
  states: {
    plain: { on: { DEEPER: 'deep' } },
    deep: {
      invoke: { id: 'inner', src: 'lamp', input: { who: 'inner' } },
      on: { DEEPER: 'plain' },
    },
    past: { type: 'history' },
  },
  on: {
    TOGGLE: 'off',
    AGAIN: { target: 'on', reenter: true },
    BRIGHTER: { actions: [forwardTo('lamp'), say('forwarded')] },
    SOON: { actions: sendTo('lamp', { type: 'BRIGHTER' }, { id: 'soon', delay: 'soon' as never }) },
    UNSOON: { actions: cancel('soon') },
    LATER: { actions: to('lamp', 'LATER') },
    NEVER: { actions: to('lamp', 'NEVER') },
    BREAK: { actions: [act('break'), to('lamp', 'BREAK'), say('broke')] },
    OUT: { actions: to('lamp', 'OUT') },
    BOTH: { actions: [to('lamp', 'OUT'), to('lamp', 'ECHO'), stopChild('lamp')] },
  },
};

const light = {
  initial: 'off',
  states: {
    off: { on: { TOGGLE: 'on', FLICKER: 'passing', PAST: 'on.past' } },
    // Left in the same step unless the count is odd: the lamp is never lit then, though it is spoken to.
    passing: {
      invoke: { id: 'brief', src: 'lamp' },
      exit: to('brief', 'BRIGHTER'),
      always: { target: 'on', guard: 'even' },
      on: { TOGGLE: 'off' },
    },
    on: lampOn,
  },
};

const team = {
  initial: 'apart',
  states: {
    apart: { on: { TEAM: 'together' } },
    together: {
      invoke: [
        {
          id: 'one',
          src: 'asker',
          input: { who: 'one' },
          onDone: { actions: hear('one') },
          onError: { actions: hear('one') },
        },
        { id: 'two', src: 'asker', input: { who: 'two' }, onDone: 'apart', onError: 'apart' },
      ],
      on: {
        TEAM: 'apart',
        PATIENT: { actions: [to('one', 'PATIENT'), to('two', 'PATIENT')] },
        AGAIN: { actions: to('one', 'AGAIN') },
      },
    },
  },
};

const care = {
  initial: 'none',
  states: {
    none: { on: { NURSE: 'some', DUD: 'broken' } },
    broken: {
      invoke: { id: 'dud', src: 'dud', onError: { target: 'none', actions: hear('dud') } },
    },
    some: {
      invoke: {
        id: 'nurse',
        src: 'nurse',
        input: { who: 'nurse' },
        onDone: 'none',
        onError: { target: 'none', actions: hear('nurse') },
      },
      on: {
        NURSE: 'none',
        TELL: { actions: to('nurse', 'TELL') },
        BACK: { actions: forwardTo('nurse') },
        PATIENT: { actions: to('nurse', 'PATIENT') },
        AGAIN: { actions: to('nurse', 'AGAIN') },
        BREAK: { actions: to('nurse', 'BREAK') },
        AID: { actions: named('the aid', 'PATIENT') },
      },
    },
  },
};

const loose = enqueueActions(({ enqueue, context }) => {
  const { count } = context as Args['context'];
  const id = `loose ${count % 3}`;
  enqueue.stopChild(id);
  enqueue.spawnChild('lamp' as never, { id, input: { who: id } });
  enqueue.sendTo(id, { type: 'BRIGHTER' });
  enqueue.assign({ count: count + 1 });
});

const play = {
  invoke: { id: 'pong', src: 'pong' },
  on: {
    PING: { actions: [to('pong', 'PING'), act('ping')] },
    PONG: { actions: [hear('pong'), to('pong', 'PING'), raise({ type: 'COUNTED' })] },
    COUNTED: { actions: 'up' },
    SPAWN: { actions: [spawnChild('flash', { id: 'spark' }), stopChild('spark'), loose] },
    SPARK: { actions: spawnChild('flash', { id: 'spark', systemId: 'the spark' }) },
    STOP: { actions: stopChild(({ context }: Args) => `loose ${context.count % 3}`) },
    LOST: { actions: to('nobody', 'PING') },
    LAMP: { actions: named('the lamp', 'BRIGHTER') },
    END: '#family-end',
  },
};

const machine = kin(
  {
    id: 'family',
    initial: 'life',
    output: ({ context }: Args) => context.count,
    on: {
      LIT: { actions: hear('lit') },
      LATE: { actions: hear('late') },
      NEWS: { actions: hear('news') },
      OVER: { actions: say('over') },
      FLASHED: { actions: say('flashed') },
      'xstate.done.actor.*': { actions: hear('done') },
    },
    states: {
      life: {
        type: 'parallel',
        states: { light, team, care, play },
      },
      end: { id: 'family-end', type: 'final', entry: act('end') },
    },
  },
  { lamp, asker, flash, dud, pong, nurse },
);

const often = ['TOGGLE', 'FLICKER', 'NURSE', 'TEAM', 'SPAWN', 'PATIENT', 'LATER', 'BRIGHTER'];
const outside = ['DEEPER', 'PAST', 'AGAIN', 'SOON', 'UNSOON', 'NEVER', 'BREAK', 'OUT', 'BOTH']
  .concat(['TELL', 'BACK', 'AID', 'PING', 'STOP', 'SPARK', 'LOST', 'LAMP', 'DUD', 'END'])
  .concat(often);

export const family: MachineDefinition = {
  name: 'family',
  version: '1',
  machine,
  events: Object.fromEntries(outside.map((type) => [type, { title: type, fields: {} }])),
  reasons: {},
};

export const familyEvents: Arbitrary<Event> = fc.oneof(
  {
    arbitrary: fc
      .constantFrom(...outside.filter((type) => type !== 'END'), ...often)
      .map((type) => ({ type })),
    weight: 80,
  },
  { arbitrary: fc.constant({ type: 'END' }), weight: 1 },
);
