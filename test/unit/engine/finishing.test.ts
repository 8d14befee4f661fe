import { createMachine, fromPromise, raise, setup } from 'xstate';
import { define, hosting } from './define';
import { at, driver, handOver, moving, posted, routing } from './parcel-host';
import { briefly } from './virtual-host';

test('a machine that finishes says so last, with its output', () => {
  const host = moving();
  host.send(handOver, driver);

  expect(host.effects.at(-1)).toEqual({ kind: 'done', output: { attempts: 0, to: 'ben' } });
  expect(host.state.snapshot).toMatchObject({ status: 'done', output: { attempts: 0, to: 'ben' } });
});

test('its timers are cancelled and its invokes stopped; its activities stay', () => {
  const host = routing();
  host.send({ type: 'lose' }, driver);

  expect(briefly(host.effects)).toEqual([
    'cancelTimer xstate.after.untilPromised.parcel.underWay.promise.kept',
    'stopInvoke route',
    'startChild openClaim',
    'done',
  ]);
  expect(host.state.timers).toEqual([]);
  expect(host.state.work.map((each) => each.name)).toEqual(['printLabel', 'openClaim']);
});

test('what it starts while it finishes never starts', () => {
  const machine = setup({
    actors: { job: fromPromise(() => Promise.resolve()) },
    actions: { knock: () => undefined },
  }).createMachine({
    id: 'm',
    initial: 'a',
    states: {
      a: { on: { GO: 'b' } },
      b: {
        type: 'final',
        entry: ['knock', raise({ type: 'GO' }, { id: 'late', delay: 5 })],
        invoke: { src: 'job', id: 'job' },
      },
    },
  });
  const host = hosting(define(machine, ['GO']));
  host.send({ type: 'GO' });

  expect(briefly(host.effects)).toEqual(['act knock', 'done']);
  expect(host.state).toMatchObject({ timers: [], work: [{ name: 'knock' }] });
});

test('a detached timer ends with the machine too', () => {
  const machine = setup({}).createMachine({
    id: 'm',
    initial: 'a',
    on: {
      SET: { actions: raise({ type: 'RING' }, { id: 'bell', delay: 5 }) },
      RING: { actions: [] },
    },
    states: { a: { on: { END: 'b' } }, b: { type: 'final' } },
  });
  const host = hosting(define(machine, ['SET', 'END']));
  for (const type of ['SET', 'SET', 'END']) host.send({ type });

  expect(briefly(host.effects)).toEqual(['cancelTimer bell', 'cancelTimer bell', 'done']);
});

test('a machine may finish as it begins; without output that is null', () => {
  const host = hosting(
    define(createMachine({ id: 'm', initial: 'a', states: { a: { type: 'final' } } })),
  );

  expect(host.effects).toEqual([{ kind: 'done', output: null }]);
  expect(host.journal).toMatchObject([{ kind: 'begun', to: 'a' }]);
});

test('an incident outlives the machine and can still be taken up', () => {
  const host = routing();
  const print = host.state.work.find((each) => each.name === 'printLabel')?.id ?? '';
  host.fail(print);
  host.send({ type: 'lose' }, driver);

  expect(host.incidents.map((each) => each.id)).toEqual([print]);
  expect(host.retry(print)).toBe(true);
  expect(host.succeed(print)).toBe(true);
});

test('a machine whose input it cannot take does not begin', () => {
  const machine = createMachine({
    id: 'm',
    context: ({ input }) => ({ n: (input as { n: { m: number } }).n.m }),
  });

  expect(() => hosting(define(machine), {})).toThrow(TypeError);
});

test('a parcel nobody can find a way for is stuck, and given up by its sender', () => {
  const host = routing();
  host.fail(host.invokes[0]?.id ?? '', 'no road');
  expect(at(host)).toBe('stuck');
  host.send({ type: 'giveUp' }, { name: 'anna' });

  expect(host.state.definition.name).toBe('parcelReturn');
  expect(posted().state.definition.name).toBe('parcel');
});
