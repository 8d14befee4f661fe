import { type createMachine, assign, fromPromise, setup } from 'xstate';
import { settle } from '../../../engine/core';
import { define, hosting } from './define';
import {
  anna,
  at,
  driver,
  handOver,
  invokeOf,
  moving,
  nobodyThere,
  posted,
  quoted,
  routing,
} from './parcel-host';
import { briefly } from './virtual-host';

const done = { kind: 'done', output: null } as const;
const failed = {
  kind: 'failed',
  error: { name: 'Error', message: 'no', type: 'Timeout' },
} as const;

test('a named action is an activity with its params as input', () => {
  const host = quoted();
  host.send({ type: 'pay', amount: 500 }, anna);

  expect(host.effects).toContainEqual({
    kind: 'work',
    work: {
      kind: 'act',
      id: 'w/3/1',
      name: 'printLabel',
      input: { to: 'ben', price: 500 },
      parked: null,
    },
  });
});

test('an activity that comes out is a line and changes the machine in nothing', () => {
  const host = routing();
  const { value, context } = host.state.snapshot;
  const print = host.state.work.find((each) => each.name === 'printLabel');

  expect(host.succeed(print?.id ?? '', { printed: true })).toBe(true);
  expect(host.state.snapshot).toMatchObject({ value, context });
  expect(host.state.work.map((each) => each.name)).toEqual(['findRoute']);
  expect(host.journal.at(-1)).toMatchObject({
    kind: 'outcome',
    event: 'printLabel',
    fields: { printed: true },
    cause: print?.id,
  });
});

test('what has come out once does not come out again', () => {
  const host = posted();
  const id = invokeOf(host, 'quote');
  host.succeed(id, { price: 500, hours: 48 });

  expect(settle(host.state, id, done, host.at)).toBeNull();
  expect(settle(host.state, 'w/99/0', done, host.at)).toBeNull();
});

test('an invoke that succeeds goes on as onDone with its output', () => {
  expect(quoted().state.snapshot.context).toMatchObject({ price: 500 });
});

test('an invoke that fails goes to onError as name, message and type', () => {
  const machine = setup({
    types: { context: {} as { error: unknown } },
    actors: { job: fromPromise(() => Promise.resolve()) },
  }).createMachine({
    id: 'm',
    context: { error: null },
    initial: 'a',
    states: {
      a: {
        invoke: {
          src: 'job',
          id: 'job',
          onError: { target: 'b', actions: assign({ error: ({ event }) => event.error }) },
        },
      },
      b: {},
    },
  });
  const host = hosting(define(machine));
  host.settle(host.invokes[0]?.id ?? '', failed);

  expect(at(host)).toBe('b');
  expect(host.state.snapshot.context).toEqual({
    error: { name: 'Error', message: 'no', type: 'Timeout' },
  });
  expect(host.incidents).toEqual([]);
});

describe('a result that comes too late', () => {
  test('of an invoke whose state was left is dropped', () => {
    const host = routing();
    const id = invokeOf(host, 'route');
    host.send({ type: 'hold' }, driver);

    expect(briefly(host.effects)).toContain('stopInvoke route');
    expect(settle(host.state, id, done, host.at)).toBeNull();
    expect(settle(host.state, id, failed, host.at)).toBeNull();
  });

  test('is dropped although an actor of the same id runs again', () => {
    const host = routing();
    const old = invokeOf(host, 'route');
    host.send({ type: 'redirect', to: 'eva' }, anna);
    const current = invokeOf(host, 'route');

    expect(current).not.toBe(old);
    expect(settle(host.state, old, { kind: 'done', output: { depot: 'old' } }, host.at)).toBeNull();
    host.succeed(current, { depot: 'new' });
    expect(host.state.snapshot.context).toMatchObject({ lastDepot: 'new', to: 'eva' });
  });

  test('of a machine that has finished is dropped, if it was invoked', () => {
    const host = routing();
    const id = invokeOf(host, 'route');
    host.send({ type: 'lose' }, driver);

    expect(settle(host.state, id, done, host.at)).toBeNull();
  });

  test('of an activity is a line even then', () => {
    const host = routing();
    const print = host.state.work.find((each) => each.name === 'printLabel');
    host.send({ type: 'lose' }, driver);

    expect(host.succeed(print?.id ?? '')).toBe(true);
    expect(host.state.work.map((each) => each.name)).toEqual(['openClaim']);
  });
});

describe('a failure that nobody handles', () => {
  test('parks the invoke as an incident; the machine lives on where it was', () => {
    const host = posted();
    const id = invokeOf(host, 'quote');
    host.settle(id, failed);

    expect(host.state.snapshot).toMatchObject({ status: 'active', value: { counter: 'quoting' } });
    expect(host.incidents).toEqual([
      {
        kind: 'invoke',
        id,
        name: 'quote',
        actor: 'quote',
        input: { grams: 900 },
        parked: { at: host.at, error: failed.error },
      },
    ]);
    expect(host.effects).toEqual([]);
    expect(host.journal.at(-1)).toMatchObject({
      kind: 'incident',
      event: 'quote',
      fields: failed.error,
      cause: id,
    });
  });

  test('parks an activity', () => {
    const host = moving();
    host.send(nobodyThere, driver);
    const card = host.state.work.find((each) => each.name === 'leaveCard');
    host.settle(card?.id ?? '', failed);

    expect(host.incidents).toMatchObject([{ kind: 'act', name: 'leaveCard' }]);
  });

  test('parks where a guard of onError forbids, and where it throws', () => {
    const machine = (guard: () => boolean): ReturnType<typeof createMachine> =>
      setup({
        actors: { job: fromPromise(() => Promise.resolve()) },
        guards: { guard },
      }).createMachine({
        id: 'm',
        initial: 'a',
        states: { a: { invoke: { src: 'job', onError: { guard: 'guard', target: 'b' } } }, b: {} },
      }) as never;
    for (const guard of [() => false, () => broken()]) {
      const host = hosting(define(machine(guard)));
      host.settle(host.invokes[0]?.id ?? '', failed);
      expect(at(host)).toBe('a');
      expect(host.incidents).toHaveLength(1);
    }
  });

  test('is handled by an onError that does nothing', () => {
    const machine = setup({ actors: { job: fromPromise(() => Promise.resolve()) } }).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { invoke: { src: 'job', onError: {} } } },
    });
    const host = hosting(define(machine));
    host.settle(host.invokes[0]?.id ?? '', failed);

    expect(host.state.work).toEqual([]);
    expect(host.journal.at(-1)).toMatchObject({
      kind: 'outcome',
      event: 'job',
      fields: failed.error,
    });
  });

  test('is taken up again by retry, under the same id', () => {
    const host = posted();
    const id = invokeOf(host, 'quote');
    host.settle(id, failed);

    expect(host.retry(id, driver)).toBe(true);
    expect(host.effects).toEqual([{ kind: 'work', work: host.state.work[0] }]);
    expect(host.state.work).toMatchObject([{ id, parked: null }]);
    expect(host.journal.at(-1)).toMatchObject({
      kind: 'notice',
      event: 'retry',
      by: driver,
      cause: id,
    });
    host.succeed(id, { price: 500, hours: 48 });
    expect(at(host)).toEqual({ counter: 'paying' });
  });

  test('can fail and be taken up any number of times', () => {
    const host = posted();
    const id = invokeOf(host, 'quote');
    for (let n = 0; n < 3; n += 1) {
      host.settle(id, failed);
      host.retry(id);
    }
    expect(host.state.work).toMatchObject([{ id, parked: null }]);
  });

  test('is over when the machine leaves the state that waits for it', () => {
    const host = routing();
    host.settle(invokeOf(host, 'route'), {
      ...failed,
      error: { ...failed.error, message: 'no road' },
    });
    expect(at(host)).toBe('stuck');

    const lost = posted();
    const id = invokeOf(lost, 'quote');
    lost.settle(id, failed);
    lost.send({ type: 'lose' }, driver);
    expect(lost.incidents).toEqual([]);
    expect(lost.retry(id)).toBe(false);
  });

  test('cannot be retried unless it is parked', () => {
    const host = posted();
    expect(host.retry(invokeOf(host, 'quote'))).toBe(false);
    expect(host.retry('w/99/0')).toBe(false);
  });
});

test('a machine whose onDone throws lets it through and leaves the state as it was', () => {
  const machine = setup({ actors: { job: fromPromise(() => Promise.resolve()) } }).createMachine({
    id: 'm',
    initial: 'a',
    states: {
      a: { invoke: { src: 'job', onDone: { target: 'b', actions: assign(() => broken()) } } },
      b: {},
    },
  });
  const host = hosting(define(machine));
  const before = host.persisted;

  expect(() => host.succeed(host.invokes[0]?.id ?? '')).toThrow('broken');
  expect(host.persisted).toBe(before);
});

test('several invokes of one state come out one by one', () => {
  const machine = setup({ actors: { job: fromPromise(() => Promise.resolve()) } }).createMachine({
    id: 'm',
    initial: 'a',
    states: {
      a: {
        invoke: [
          { src: 'job', id: 'one', onDone: 'b' },
          { src: 'job', id: 'two' },
        ],
      },
      b: {},
    },
  });
  const host = hosting(define(machine));
  host.succeed(host.invokes[1]?.id ?? '');
  expect(host.invokes.map((each) => each.actor)).toEqual(['one']);
  host.succeed(host.invokes[0]?.id ?? '');
  expect(at(host)).toBe('b');
});

test('a child and a signal are asked for with what the params say', () => {
  const host = moving();
  host.send(handOver, driver);
  expect(host.state.work).toContainEqual({
    kind: 'signal',
    id: expect.any(String),
    name: 'tellOrder',
    input: { workflowId: 'order/anna', event: { type: 'parcelMoved', what: 'delivered' } },
    parked: null,
  });

  const lost = moving();
  lost.send({ type: 'lose' }, driver);
  expect(lost.state.work).toContainEqual(
    expect.objectContaining({
      kind: 'startChild',
      name: 'openClaim',
      input: expect.objectContaining({ workflowId: 'claim/anna', machine: 'claim' }),
    }),
  );
});

function broken(): never {
  throw new Error('broken');
}
