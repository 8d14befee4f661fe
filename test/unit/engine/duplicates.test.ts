import { begin, createRegistry, step } from '../../../engine/core';
import { define } from './define';
import { parcel, parcelReturn } from './parcel';
import { anna, handOver, moving, pay, posted, quoted } from './parcel-host';
import { createMachine } from 'xstate';

test('a command sent again is answered with the sequence it had and changes nothing', () => {
  const host = quoted();
  host.send(pay, anna, 'p1');
  const before = host.persisted;

  expect(host.send(pay, anna, 'p1')).toEqual({ kind: 'duplicate', sequence: 3 });
  expect(host.persisted).toBe(before);
});

test.each([true, false])(
  'a duplicate is known whether or not the state was restored (%s)',
  (restoring) => {
    const host = quoted({ restoring });
    host.send(pay, anna, 'p1');

    expect(host.send(pay, anna, 'p1')).toEqual({ kind: 'duplicate', sequence: 3 });
  },
);

test('a duplicate is known even when it says something else, and after the machine has moved on', () => {
  const host = quoted();
  host.send(pay, anna, 'p1');
  host.wait(3_600_000);

  expect(host.send({ type: 'nonsense' }, null, 'p1')).toEqual({ kind: 'duplicate', sequence: 3 });
});

test('a refused command is not remembered: sent again it is judged again', () => {
  const host = posted();
  expect(host.send(pay, anna, 'p1')).toMatchObject({ kind: 'refused' });
  host.succeed(host.invokes[0]?.id ?? '', { price: 500, hours: 48 });

  expect(host.send(pay, anna, 'p1')).toMatchObject({ kind: 'accepted' });
});

test('a command of the run before is known after reopening', () => {
  const host = moving();
  host.send(handOver, { role: 'driver' }, 'h1');
  const { sequence, seen } = host.state;
  const registry = createRegistry([parcel, parcelReturn]);
  const again = begin(
    registry,
    { name: 'parcel', version: '1' },
    { sender: 'anna', to: 'ben', grams: 1 },
    { workflow: 'w', at: host.at, previous: { sequence, seen } },
  );
  const envelope = { id: 'h1', at: host.at, event: handOver, by: null };

  expect(step(again.state, envelope)).toEqual({ kind: 'duplicate', sequence: 5 });
});

test('only the last 500 commands are remembered', () => {
  const counting = define(
    createMachine({
      id: 'bell',
      initial: 'a',
      states: { a: { on: { T: 'b' } }, b: { on: { T: 'a' } } },
    }),
    ['T'],
  );
  const registry = createRegistry([counting]);
  const at = '2026-03-02T01:00:00.000Z';
  let { state } = begin(registry, { name: 'bell', version: '1' }, null, { workflow: 'w', at });
  for (let n = 0; n <= 500; n += 1) {
    const result = step(state, { id: `c${n}`, at, event: { type: 'T' }, by: null });
    if (result.kind === 'accepted') state = result.state;
  }

  expect(state.seen).toHaveLength(500);
  expect(step(state, { id: 'c0', at, event: { type: 'T' }, by: null }).kind).toBe('accepted');
  expect(step(state, { id: 'c1', at, event: { type: 'T' }, by: null }).kind).toBe('duplicate');
});
