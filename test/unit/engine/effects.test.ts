import { assign, cancel, emit, fromPromise, raise, setup } from 'xstate';
import { signals, startsChild, type Effect } from '../../../engine/core';
import { define, hosting } from './define';
import { briefly } from './virtual-host';

const base = setup({
  actors: { job: fromPromise(() => Promise.resolve()) },
  actions: { knock: () => undefined, wave: () => undefined, call: signals(), bear: startsChild() },
});

const call = { type: 'call' as const, params: { workflowId: 'x', event: { type: 'hello' } } };
const bear = {
  type: 'bear' as const,
  params: { workflowId: 'c', machine: 'c', version: '1', input: null, summary: 'c' },
};

const machine = base.createMachine({
  id: 'm',
  initial: 'a',
  states: {
    a: {
      invoke: { src: 'job', id: 'old' },
      after: { 100: 'b' },
      on: { GO: { target: 'b', actions: [call, 'wave', emit({ type: 'going' }), bear, 'knock'] } },
    },
    b: {
      entry: [raise({ type: 'GO' }, { id: 'soon', delay: 5 }), 'wave'],
      invoke: { src: 'job', id: 'new' },
      after: { 50: 'a' },
    },
  },
});

test('effects come in canonical order: cancels, timers, activities, children, signals, words', () => {
  const host = hosting(define(machine, ['GO']));
  host.send({ type: 'GO' });

  expect(briefly(host.effects)).toEqual([
    'cancelTimer xstate.after.100.m.a',
    'stopInvoke old',
    'startTimer soon',
    'startTimer xstate.after.50.m.b',
    'act wave',
    'act knock',
    'act wave',
    'invoke job',
    'startChild bear',
    'signal call',
    'emit going',
  ]);
});

test('ids are workflow, sequence and place within the step, and no two are the same', () => {
  const host = hosting(define(machine, ['GO']), null, { workflow: 'parcel/7' });
  host.send({ type: 'GO' });
  const ids = host.effects.flatMap(idOf);

  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^parcel\/7\/2\/\d+$/);
});

test('the state holds what the effects have asked for', () => {
  const host = hosting(define(machine, ['GO']));
  host.send({ type: 'GO' });

  expect(host.state.timers).toEqual(
    host.effects.flatMap((effect) => (effect.kind === 'startTimer' ? [effect.timer] : [])),
  );
  expect(new Set(host.state.work)).toEqual(
    new Set(host.effects.flatMap((effect) => (effect.kind === 'work' ? [effect.work] : []))),
  );
});

test('a timer and an invoke started and stopped within one step are nothing', () => {
  const passing = base.createMachine({
    id: 'm',
    initial: 'a',
    states: {
      a: { on: { GO: 'b' } },
      b: {
        entry: ['knock', raise({ type: 'GO' }, { id: 'soon', delay: 5 })],
        exit: cancel('soon'),
        invoke: { src: 'job', id: 'brief' },
        after: { 50: 'a' },
        always: 'c',
      },
      c: {},
    },
  });
  const host = hosting(define(passing, ['GO']));
  host.send({ type: 'GO' });

  expect(briefly(host.effects)).toEqual(['act knock']);
  expect(host.state.timers).toEqual([]);
});

test('leaving and entering the same state in one step ends the old and starts the new', () => {
  const again = base.createMachine({
    id: 'm',
    initial: 'a',
    states: {
      a: {
        invoke: { src: 'job', id: 'job' },
        after: { 50: 'a' },
        on: { GO: { target: 'a', reenter: true } },
      },
    },
  });
  const host = hosting(define(again, ['GO']));
  const [timer] = host.state.timers;
  host.send({ type: 'GO' });

  expect(briefly(host.effects)).toEqual([
    'cancelTimer xstate.after.50.m.a',
    'stopInvoke job',
    'startTimer xstate.after.50.m.a',
    'invoke job',
  ]);
  expect(host.state.timers[0]?.key).not.toBe(timer?.key);
});

test('special actions whose params come out as null ask for nothing', () => {
  const silent = setup({
    types: { context: {} as { readonly told: number } },
    actions: { call: signals(), tell: assign({ told: 1 }) },
  }).createMachine({
    id: 'm',
    context: { told: 0 },
    on: { GO: { actions: [{ type: 'call', params: () => null }, 'tell'] } },
  });
  const host = hosting(define(silent, ['GO']));
  host.send({ type: 'GO' });

  expect(host.effects).toEqual([]);
  expect(host.state.snapshot.context).toEqual({ told: 1 });
});

function idOf(effect: Effect): readonly string[] {
  if (effect.kind === 'work') return [effect.work.id];
  return effect.kind === 'startTimer' ? [effect.timer.key] : [];
}
