import { assign, createMachine, fromPromise, sendParent, sendTo, spawnChild } from 'xstate';
import { becomes, migrate, viewOf, type MachineDefinition } from '../../../engine/core';
import { define, hosting } from './define';
import { everything } from './charts/everything';
import { briefly } from './virtual-host';

const job = fromPromise(() => Promise.reject(new Error('an activity')));

const bulb = createMachine(
  {
    id: 'bulb',
    initial: 'on',
    states: { on: { invoke: { id: 'watch', src: 'job', onDone: 'off' } }, off: { type: 'final' } },
  } as never,
  { actors: { job } },
);

const lamp = createMachine(
  {
    id: 'lamp',
    initial: 'red',
    context: { now: '' },
    invoke: { id: 'bulb', src: 'bulb' },
    on: { STUCK: '.stuck' },
    states: {
      red: { after: { 1000: 'green' } },
      green: { entry: [sendParent({ type: 'GREEN' }), 'ring'], after: { 500: 'out' } },
      stuck: {},
      out: { type: 'final' },
    },
  } as never,
  { actions: { ring: () => undefined }, actors: { bulb } },
);

const crossing = createMachine(
  {
    id: 'crossing',
    initial: 'dark',
    on: {
      GREEN: {
        actions: assign({
          greens: ({ context }: { context: { greens: number } }) => context.greens + 1,
        }),
      },
    },
    context: { greens: 0 },
    states: {
      dark: { on: { LIGHT: 'lit' } },
      lit: {
        invoke: { id: 'lamp', src: 'lamp', systemId: 'the lamp', onDone: 'dark' },
        on: {
          DARK: 'dark',
          STUCK: { actions: sendTo('lamp', { type: 'STUCK' }) },
          REMIND: { actions: sendTo('lamp', { type: 'STUCK' }, { id: 'remind', delay: 200 }) },
          DEAF: { target: 'deaf' },
          TURN: {
            actions: { type: 'turn', params: { machine: 'other', version: '1', input: null } },
          },
        },
      },
      deaf: { invoke: { id: 'bulb', src: 'bulb', onError: 'dark' }, on: { DARK: 'dark' } },
    },
  } as never,
  { actions: { turn: becomes() }, actors: { lamp, bulb } } as never,
);

const other = createMachine(
  { id: 'other', entry: spawnChild('bulb' as never, { id: 'bulb' }) },
  { actors: { bulb } },
);

const definition = define(crossing, ['LIGHT', 'DARK', 'STUCK', 'REMIND', 'DEAF', 'TURN']);
const definitions: readonly MachineDefinition[] = [definition, define(other)];

function lit(): ReturnType<typeof hosting> {
  const host = hosting(definitions);
  host.send({ type: 'LIGHT' });
  return host;
}

describe('an instance without children', () => {
  test('persists as it did before there were any', () => {
    const host = hosting(everything);
    expect(Object.keys(JSON.parse(host.persisted) as object)).toEqual([
      'workflow',
      'sequence',
      'timers',
      'work',
      'lines',
      'seen',
      'machine',
      'snapshot',
    ]);
    host.send({ type: 'START' });
    for (const each of [...host.state.work, ...host.state.timers])
      expect(each).not.toHaveProperty('owner');
  });

  test('has none again when the last has been stopped', () => {
    const host = lit();
    host.send({ type: 'DARK' });
    expect(host.persisted).not.toContain('"children":[');
  });
});

describe('a child', () => {
  test('is kept with its parent, its ids and its machine, and its timers and work say whose they are', () => {
    const host = lit();
    expect(host.state.children).toMatchObject([
      { key: '2.0', id: 'lamp', src: 'lamp', systemId: 'the lamp' },
      { key: '2.1', parent: '2.0', id: 'bulb', src: 'bulb' },
    ]);
    expect(host.state.timers).toMatchObject([{ owner: '2.0', dueAt: '2026-03-02T01:00:01.000Z' }]);
    expect(host.state.work).toMatchObject([{ kind: 'invoke', actor: 'watch', owner: '2.1' }]);
    expect(briefly(host.effects)).toEqual(
      ['startTimer xstate.after.1000.lamp.red', 'work invoke job'].map((each) =>
        each.replace('work invoke', 'invoke'),
      ),
    );
  });

  test('finds the instant of the step in its own context', () => {
    const host = lit();
    host.wait(1000);
    expect(host.state.children[0]?.snapshot.context).toEqual({ now: '2026-03-02T01:00:01.000Z' });
  });

  test('tells its parent, asks for activities, and its end is an event of its parent', () => {
    const host = lit();
    host.wait(1000);
    expect(host.state.snapshot.context).toEqual({ greens: 1 });
    expect(briefly(host.effects)).toContain('act ring');
    host.wait(500);
    expect(host.state.snapshot.value).toBe('dark');
    expect(host.state).toMatchObject({ children: [], timers: [] });
    expect(briefly(host.effects)).toEqual(['stopInvoke watch']);
  });

  test('that is stopped takes its timers, its activities and its children with it', () => {
    const host = lit();
    host.send({ type: 'DARK' });
    expect(briefly(host.effects)).toEqual([
      'cancelTimer xstate.after.1000.lamp.red',
      'stopInvoke watch',
    ]);
    expect(host.state).toMatchObject({ children: [], timers: [], work: [] });
  });

  test('of another time does not get what was sent to it before', () => {
    const host = lit();
    host.send({ type: 'REMIND' });
    expect(host.state.timers.at(-1)).toMatchObject({ id: 'remind', target: '2.0' });
    host.send({ type: 'DARK' });
    host.send({ type: 'LIGHT' });
    host.wait(300);
    expect(host.state.children[0]?.snapshot.value).toBe('red');
  });

  test('gets what was sent to it later', () => {
    const host = lit();
    host.send({ type: 'REMIND' });
    host.wait(300);
    expect(host.state.children[0]?.snapshot.value).toBe('stuck');
  });

  test('that waits for an activity nobody takes the failure of waits for a retry', () => {
    const host = lit();
    const [work] = host.state.work;
    host.fail(work?.id ?? '');
    expect(host.incidents).toMatchObject([{ owner: '2.1', parked: { error: { message: 'no' } } }]);
    expect(host.state.children).toHaveLength(2);
    expect(host.retry(work?.id ?? '')).toBe(true);
    host.succeed(work?.id ?? '');
    expect(host.state.children[1]?.snapshot.status).toBe('done');
  });

  test('that fails by its activity fails to the parent that takes that', () => {
    const host = lit();
    host.send({ type: 'DEAF' });
    host.fail(host.state.work[0]?.id ?? '');
    expect(host.incidents).toEqual([]);
    expect(host.state.snapshot.value).toBe('dark');
    expect(host.state.children).toEqual([]);
  });

  test('ends when its parent becomes another machine, whose children are others', () => {
    const host = lit();
    host.send({ type: 'TURN' });
    expect(host.state.definition.name).toBe('other');
    expect(host.state.children).toMatchObject([{ id: 'bulb', src: 'bulb' }]);
    expect(host.state.timers).toEqual([]);
    expect(host.state.work).toMatchObject([{ actor: 'watch', owner: host.state.children[0]?.key }]);
    host.succeed(host.state.work[0]?.id ?? '');
    expect(host.state.children[0]?.snapshot.status).toBe('done');
  });
});

test('an instance with children does not move to another version, and says so', () => {
  const next = { ...definition, version: '2', migrations: { '1': {} } };
  const host = hosting([definition, next]);
  const { plan, accepted } = migrate(host.state, '2', host.at, null);
  expect(accepted).toBeNull();
  expect(plan.obstacles).toEqual([
    'child machines do not move to another version; let the instance end on its own',
  ]);
});

test('the journal says where the children stand', () => {
  const host = lit();
  host.wait(1000);
  expect(host.journal.map(({ event, from, to }) => [event, from, to])).toEqual([
    ['begin', '', 'dark'],
    ['LIGHT', 'dark', 'lit; lamp: red; lamp/bulb: on'],
    [
      'xstate.after.1000.lamp.red',
      'lit; lamp: red; lamp/bulb: on',
      'lit; lamp: green; lamp/bulb: on',
    ],
  ]);
});

test('the view shows the children without their contexts', () => {
  const host = lit();
  expect(viewOf(host.state, null, host.at)).toMatchObject({ state: 'lit', value: 'lit' });
  expect(viewOf(host.state, null, host.at).children).toEqual([
    {
      key: '2.0',
      id: 'lamp',
      src: 'lamp',
      systemId: 'the lamp',
      status: 'active',
      state: 'red',
      value: 'red',
    },
    {
      key: '2.1',
      parent: '2.0',
      id: 'bulb',
      src: 'bulb',
      status: 'active',
      state: 'on',
      value: 'on',
    },
  ]);
});
