import { createMachine, emit } from 'xstate';
import {
  begin,
  createRegistry,
  note,
  recorded,
  whereabouts,
  type PersistedState,
} from '../../../engine/core';
import { define, hosting } from './define';
import { parcel, parcelReturn } from './parcel';
import { anna, driver, handOver, moving, nobodyThere, pay, posted, quoted } from './parcel-host';

const hour = 3_600_000;

test('the first line says which machine began', () => {
  expect(posted().journal).toEqual([
    {
      sequence: 1,
      at: '2026-03-02T01:00:00.000Z',
      kind: 'begun',
      event: 'begin',
      fields: { machine: 'parcel', version: '1' },
      by: null,
      cause: null,
      from: '',
      to: 'counter.quoting',
      shown: { to: 'ben' },
      reason: null,
    },
  ]);
});

test('an accepted command is a line: by whom, what, from where to where', () => {
  const host = quoted();
  host.wait(hour);
  host.send(pay, anna, 'p1');

  expect(host.journal.at(-1)).toEqual({
    sequence: 3,
    at: '2026-03-02T02:00:00.000Z',
    kind: 'accepted',
    event: 'pay',
    fields: { amount: 500 },
    by: anna,
    cause: 'p1',
    from: 'counter.paying',
    to: 'underWay.transport.routing + underWay.promise.kept',
    shown: { to: 'ben' },
    reason: null,
  });
});

test('lines are numbered without gaps, each emitted event by itself', () => {
  const host = moving();
  host.wait(72 * hour);
  host.send(nobodyThere, driver);
  host.send({ type: 'nonsense' });
  host.wait(24 * hour);
  host.send(handOver, driver);

  expect(host.journal.map((line) => line.sequence)).toEqual(
    host.journal.map((_line, index) => index + 1),
  );
  expect(host.journal.map((line) => `${line.kind} ${line.event}`).slice(4)).toEqual([
    'timer xstate.after.untilPromised.parcel.underWay.promise.kept',
    'emitted late',
    'accepted attempt',
    'timer xstate.after.nextRound.parcel.underWay.transport.resting',
    'accepted attempt',
    'emitted handedOver',
  ]);
});

test('an emitted event is a line with its fields, where the step has led', () => {
  const machine = createMachine({
    id: 'm',
    initial: 'a',
    states: {
      a: { on: { GO: { target: 'b', actions: emit({ type: 'said', what: 'hm', times: 2 }) } } },
      b: {},
    },
  });
  const host = hosting(define(machine, ['GO']));
  host.send({ type: 'GO' }, anna, 'g1');

  expect(host.journal.at(-1)).toMatchObject({
    sequence: 3,
    kind: 'emitted',
    event: 'said',
    fields: { what: 'hm', times: 2 },
    from: 'b',
    to: 'b',
    cause: 'g1',
  });
});

test('the answer to a command is the number of its own line, not of what it emitted', () => {
  const host = moving();
  host.send(handOver, driver, 'h1');

  expect(host.state.seen.at(-1)).toEqual(['h1', 5]);
  expect(host.state.sequence).toBe(6);
});

test('a later run of the same workflow goes on counting', () => {
  const registry = createRegistry([parcel, parcelReturn]);
  const input = { sender: 'anna', to: 'ben', grams: 1 };
  const previous = { sequence: 41, seen: [['old', 40]] as const };
  const { state } = begin(registry, { name: 'parcel', version: '1' }, input, {
    workflow: 'w',
    at: '2026-03-02T01:00:00.000Z',
    previous,
  });

  expect(state).toMatchObject({ sequence: 42, seen: [['old', 40]] });
  expect(state.lines).toMatchObject([{ sequence: 42, kind: 'begun' }]);
  expect(state.work[0]?.id).toBe('w/42/0');
});

test('lines wait until they are recorded, in order, and through persistence', () => {
  const registry = createRegistry([parcel, parcelReturn]);
  const at = '2026-03-02T01:00:00.000Z';
  const begun = begin(
    registry,
    { name: 'parcel', version: '1' },
    { sender: 'a', to: 'b', grams: 1 },
    { workflow: 'w', at },
  );
  const noted = note(begun.state, { kind: 'notice', event: 'cancelRequested', fields: null, at });
  const persisted = JSON.parse(
    JSON.stringify({ ...noted.state, registry: null }),
  ) as PersistedState;

  expect(persisted.lines.map((line) => line.sequence)).toEqual([1, 2]);
  expect(recorded(noted.state, 1).lines.map((line) => line.sequence)).toEqual([2]);
  expect(recorded(noted.state, 2)).toMatchObject({ lines: [], sequence: 2 });
});

test('a command that did not change the state is still a line', () => {
  const host = moving();
  host.send({ type: 'scan', depot: 'south' });

  const line = host.journal.at(-1);
  expect(line).toMatchObject({ kind: 'accepted', event: 'scan' });
  expect(line?.from).toBe(line?.to);
});

test('a machine tells the journal how much of a result to keep', () => {
  const definition = { ...parcel, brief: () => ({ kept: 'little' }) };
  const host = hosting([definition, parcelReturn], { sender: 'a', to: 'b', grams: 1 });
  host.succeed(host.invokes[0]?.id ?? '', { price: 1, hours: 1 });

  expect(host.journal.at(-1)).toMatchObject({ kind: 'outcome', fields: { kept: 'little' } });
  expect(host.state.snapshot.context).toMatchObject({ price: 1 });
});

test('whereabouts are the deepest active states in document order', () => {
  const machine = createMachine({
    id: 'm',
    type: 'parallel',
    states: {
      a: {
        initial: 'x',
        states: { x: { on: { GO: 'y' } }, y: { initial: 'deep', states: { deep: {} } } },
      },
      b: {},
    },
  });
  const host = hosting(define(machine, ['GO']));
  expect(whereabouts(host.state.snapshot)).toBe('a.x + b');
  host.send({ type: 'GO' });
  expect(whereabouts(host.state.snapshot)).toBe('a.y.deep + b');
});

test('whereabouts keep their order when a region is entered again', () => {
  const machine = createMachine({
    id: 'm',
    type: 'parallel',
    states: {
      a: {
        initial: 'x',
        states: { x: { on: { GO: 'y' } }, y: {} },
        on: { AGAIN: { target: 'a', reenter: true } },
      },
      b: {},
    },
  });
  const host = hosting(define(machine, ['GO', 'AGAIN']));
  host.send({ type: 'GO' });
  host.send({ type: 'AGAIN' });

  expect(whereabouts(host.state.snapshot)).toBe('a.x + b');
});

test('a state without regions stands where it is called', () => {
  expect(whereabouts(hosting(define(createMachine({ id: 'm' }))).state.snapshot)).toBe('');
  const registry = createRegistry([
    define(createMachine({ id: 'n', initial: 'a', states: { a: {} } })),
  ]);
  const { state } = begin(registry, { name: 'n', version: '1' }, null, {
    workflow: 'w',
    at: '2026-03-02T01:00:00.000Z',
  });
  expect(whereabouts(state.snapshot)).toBe('a');
});
