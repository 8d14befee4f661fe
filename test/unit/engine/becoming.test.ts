import { emit, fromPromise, raise, setup } from 'xstate';
import { becomes, settle, type MachineDefinition } from '../../../engine/core';
import { define, hosting } from './define';
import { at, driver, moving, nobodyThere } from './parcel-host';
import { briefly, type VirtualHost } from './virtual-host';

const day = 86_400_000;

function triedTooOften(): VirtualHost {
  const host = moving();
  for (let n = 0; n < 3; n += 1) {
    host.send(nobodyThere, driver);
    if (n < 2) host.wait(day);
  }
  return host;
}

test('a becomes action goes on as the machine and with the input it names', () => {
  const host = triedTooOften();

  expect(host.state.definition.name).toBe('parcelReturn');
  expect(at(host)).toBe('stored');
  expect(host.state.snapshot.context).toEqual({ to: 'anna', attempts: 3 });
});

test('the timers of the old machine end and those of the new one start', () => {
  const host = moving();
  host.send(nobodyThere, driver);
  host.send({ type: 'hold' }, driver);
  host.send({ type: 'release' }, driver);
  host.wait(day);
  host.send(nobodyThere, driver);
  host.wait(day);
  host.send(nobodyThere, driver);

  expect(host.state.timers.map((timer) => timer.id)).toEqual([
    'xstate.after.storage.parcelReturn.stored',
  ]);
});

test('what the old machine asked for stays asked, and the sequence goes on', () => {
  const host = triedTooOften();

  expect(host.state.work.map((each) => each.name)).toEqual([
    'printLabel',
    'leaveCard',
    'leaveCard',
    'tellOrder',
    'tellSender',
  ]);
  expect(host.journal.map((line) => line.sequence)).toEqual(
    host.journal.map((_line, index) => index + 1),
  );
});

test('from then on the events of the new machine are taken and those of the old are unknown', () => {
  const host = triedTooOften();

  expect(host.send(nobodyThere, driver)).toMatchObject({
    why: [{ code: 'unknownEvent' }],
    accepts: ['fetch'],
  });
  host.send({ type: 'fetch' });
  expect(host.state.snapshot).toMatchObject({ status: 'done', output: { backAt: 'anna' } });
});

describe('from machine to machine', () => {
  const base = setup({
    actors: { job: fromPromise(() => Promise.resolve()) },
    actions: { goOn: becomes(), knock: () => undefined },
  });

  const into = (machine: string) => ({
    type: 'goOn' as const,
    params: { machine, version: '1', input: { from: machine } },
  });

  const first = base.createMachine({
    id: 'first',
    initial: 'a',
    states: {
      a: {
        invoke: { src: 'job', id: 'job' },
        after: { 100: 'a' },
        on: { GO: { target: 'b', actions: 'knock' }, NOWHERE: { actions: into('nowhere') } },
      },
      b: {
        entry: [
          emit({ type: 'leaving' }),
          raise({ type: 'GO' }, { id: 'later', delay: 5 }),
          into('second'),
        ],
        invoke: { src: 'job', id: 'brief' },
      },
    },
  });
  const second = base.createMachine({
    id: 'second',
    initial: 'a',
    states: {
      a: {
        entry: ['knock', into('third')],
        after: { 7: 'a' },
        invoke: { src: 'job', id: 'passing' },
      },
    },
  });
  const third = base.createMachine({
    id: 'third',
    initial: 'a',
    states: {
      a: {
        entry: ['knock', emit({ type: 'arrived' })],
        after: { 9: 'b' },
        invoke: { src: 'job', id: 'job' },
      },
      b: { type: 'final' },
    },
  });
  const all: readonly MachineDefinition[] = [
    define(first, ['GO', 'NOWHERE']),
    define(second),
    define(third),
  ];

  test('a machine that becomes another at once is passed through', () => {
    const host = hosting(all);
    const old = host.invokes[0]?.id ?? '';
    host.send({ type: 'GO' });

    expect(host.state.definition.name).toBe('third');
    expect(briefly(host.effects)).toEqual([
      'cancelTimer xstate.after.100.first.a',
      'stopInvoke job',
      'startTimer xstate.after.9.third.a',
      'act knock',
      'act knock',
      'act knock',
      'invoke job',
      'emit leaving',
      'emit arrived',
      'become third',
    ]);
    expect(settle(host.state, old, { kind: 'done', output: null }, host.at)).toBeNull();
  });

  test('every effect of such a step has an id of its own', () => {
    const host = hosting(all);
    host.send({ type: 'GO' });
    const ids = [
      ...host.state.work.map((work) => work.id),
      ...host.state.timers.map((timer) => timer.key),
    ];

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(5);
  });

  test('the step is one line, which says where the new machine stands', () => {
    const host = hosting(all);
    host.send({ type: 'GO' });

    expect(
      host.journal.slice(1).map(({ kind, event, from, to }) => [kind, event, from, to]),
    ).toEqual([
      ['accepted', 'GO', 'a', 'a'],
      ['emitted', 'leaving', 'a', 'a'],
      ['emitted', 'arrived', 'a', 'a'],
    ]);
  });

  test('the state that follows is restored on the new machine', () => {
    const host = hosting(all);
    host.send({ type: 'GO' });
    host.wait(9);

    expect(host.state.snapshot.status).toBe('done');
  });

  test('becoming what is not registered is refused and changes nothing', () => {
    const host = hosting(all);
    const before = host.persisted;

    expect(host.send({ type: 'NOWHERE' })).toMatchObject({
      kind: 'refused',
      why: [{ code: 'error', text: 'machine nowhere version 1 is not registered' }],
    });
    expect(host.persisted).toBe(before);
  });

  test('machines that become each other for ever are an error', () => {
    const round = (id: string, next: string): MachineDefinition =>
      define(
        base.createMachine({
          id,
          initial: 'a',
          states: { a: { on: { GO: 'b' } }, b: { entry: into(next) } },
        }),
        ['GO'],
      );
    const always = (id: string, next: string): MachineDefinition =>
      define(base.createMachine({ id, entry: into(next) }));

    expect(
      hosting([round('x', 'y'), always('y', 'z'), always('z', 'y')]).send({ type: 'GO' }),
    ).toMatchObject({
      kind: 'refused',
      why: [{ code: 'error' }],
    });
  });
});
