import { cancel, createMachine, raise, setup } from 'xstate';
import { fire } from '../../../engine/core';
import { define, hosting } from './define';
import { anna, at, moving, pay, quoted, routing } from './parcel-host';
import { briefly, start } from './virtual-host';

const hour = 3_600_000;
const day = 24 * hour;

test('a delayed transition is a timer at an instant', () => {
  const host = quoted();
  expect(host.state.timers).toEqual([
    {
      key: 'w/2/1',
      id: 'xstate.after.patience.parcel.counter.paying',
      event: { type: 'xstate.after.patience.parcel.counter.paying' },
      dueAt: new Date(start + 3 * day).toISOString(),
      detached: false,
    },
  ]);
});

test('nothing that happens in between moves a timer', () => {
  const host = moving();
  const due = host.state.timers.map((timer) => timer.dueAt);
  host.wait(hour);
  host.send({ type: 'scan', depot: 'south' });

  expect(host.state.timers.map((timer) => timer.dueAt)).toEqual(due);
});

test('leaving the state cancels its timer', () => {
  const host = quoted();
  host.send(pay, anna);

  expect(briefly(host.effects)).toContain(
    'cancelTimer xstate.after.patience.parcel.counter.paying',
  );
  expect(host.state.timers.map((timer) => timer.id)).toEqual([
    'xstate.after.untilPromised.parcel.underWay.promise.kept',
  ]);
});

test('a timer that fires after it was cancelled is nothing', () => {
  const host = quoted();
  const key = host.state.timers[0]?.key ?? '';
  host.send(pay, anna);

  expect(fire(host.state, key, host.at)).toBeNull();
});

test('a timer that fires twice fires once', () => {
  const host = quoted();
  const key = host.state.timers[0]?.key ?? '';
  host.wait(3 * day);

  expect(fire(host.state, key, host.at)).toBeNull();
  expect(fire(host.state, 'w/99/0', host.at)).toBeNull();
});

test('a timer of the same state, entered again, has another key', () => {
  const machine = createMachine({
    id: 'm',
    initial: 'a',
    states: { a: { after: { 100: 'b' }, on: { AGAIN: { target: 'a', reenter: true } } }, b: {} },
  });
  const host = hosting(define(machine, ['AGAIN']));
  const [old] = host.state.timers;
  host.wait(60);
  host.send({ type: 'AGAIN' });

  expect(host.state.timers).toMatchObject([
    { key: 'w/2/1', id: old?.id, dueAt: new Date(start + 160).toISOString() },
  ]);
  expect(fire(host.state, old?.key ?? '', host.at)).toBeNull();
});

test('a timer that fires late is dated by its host, not by what it was due', () => {
  const host = quoted();
  const key = host.state.timers[0]?.key ?? '';
  const late = new Date(start + 9 * day).toISOString();

  expect(fire(host.state, key, late)?.state.lines.at(-1)).toMatchObject({
    kind: 'timer',
    at: late,
    cause: key,
  });
});

test('what a timer of length zero asks for waits for the clock', () => {
  const machine = createMachine({
    id: 'm',
    initial: 'a',
    states: { a: { after: { 0: 'b' } }, b: {} },
  });
  const host = hosting(define(machine));

  expect(at(host)).toBe('a');
  host.wait(0);
  expect(at(host)).toBe('b');
});

describe('an id scheduled twice', () => {
  const bells = setup({}).createMachine({
    id: 'bells',
    on: {
      SET: { actions: raise({ type: 'RING' }, { id: 'bell', delay: 100 }) },
      CANCEL: { actions: cancel('bell') },
      RING: { actions: [] },
    },
  });

  test('fires twice', () => {
    const host = hosting(define(bells, ['SET', 'CANCEL']));
    host.send({ type: 'SET' });
    host.wait(50);
    host.send({ type: 'SET' });

    expect(host.state.timers.map((timer) => timer.detached)).toEqual([true, false]);
    host.wait(200);
    expect(host.journal.filter((line) => line.kind === 'timer')).toHaveLength(2);
  });

  test('cancels the later one only', () => {
    const host = hosting(define(bells, ['SET', 'CANCEL']));
    host.send({ type: 'SET' });
    host.send({ type: 'SET' });
    host.send({ type: 'CANCEL' });

    expect(host.state.timers.map((timer) => timer.key)).toEqual(['w/2/0']);
  });

  test('cannot be cancelled any more once the earlier one has fired', () => {
    const host = hosting(define(bells, ['SET', 'CANCEL']));
    host.send({ type: 'SET' });
    host.wait(50);
    host.send({ type: 'SET' });
    host.wait(50);

    expect(host.state.timers).toMatchObject([{ key: 'w/3/0', detached: true }]);
    expect(host.send({ type: 'CANCEL' })).toMatchObject({ kind: 'accepted', effects: [] });
    expect(host.state.timers).toHaveLength(1);
  });
});

test('a machine that declares now finds the instant of each step there', () => {
  const host = routing();
  host.wait(5 * hour);
  host.send({ type: 'redirect', to: 'eva' }, anna);

  expect(host.state.snapshot.context).toMatchObject({
    now: new Date(start + 5 * hour).toISOString(),
  });
});

test('a machine finds now in its context already when it begins', () => {
  const machine = setup({
    types: { context: {} as { readonly now: string } },
    delays: { untilNoon: ({ context }) => Date.UTC(2026, 2, 2, 12) - Date.parse(context.now) },
  }).createMachine({
    id: 'm',
    context: { now: '' },
    initial: 'a',
    states: { a: { after: { untilNoon: 'b' } }, b: {} },
  });

  expect(hosting(define(machine)).state.timers[0]?.dueAt).toBe('2026-03-02T12:00:00.000Z');
});

test('a machine that does not declare now is not given one', () => {
  const machine = createMachine({
    id: 'm',
    context: { a: 1 },
    on: { GO: '.b' },
    initial: 'a',
    states: { a: {}, b: {} },
  });
  const host = hosting(define(machine, ['GO']));
  host.send({ type: 'GO' });

  expect(host.state.snapshot.context).toEqual({ a: 1 });
});

test('a delay that is no number of milliseconds is an error and not a timer that never fires', () => {
  const machine = setup({ delays: { never: () => NaN } }).createMachine({
    id: 'm',
    initial: 'a',
    states: { a: { on: { GO: 'b' } }, b: { after: { never: 'a' } } },
  });
  expect(hosting(define(machine, ['GO'])).send({ type: 'GO' })).toMatchObject({
    kind: 'refused',
    why: [{ code: 'error' }],
  });
});
