import { fromPromise, setup } from 'xstate';
import {
  compareVersions,
  createRegistry,
  type MachineDefinition,
  type Migration,
} from '../../../../engine/core';
import { define, hosting } from '../define';
import { briefly } from '../virtual-host';
import { letterOne, letterTwo } from './versions';

const hour = 3_600_000;
const versions = [letterOne, letterTwo];
const begun = () => hosting(versions);
const revised = (migration: Migration): MachineDefinition => ({
  ...letterTwo,
  migrations: { '1': migration },
});

test('a state goes where the migration says, and the context with it', () => {
  const host = begun();
  const plan = host.migrate('2', { name: 'Grace' });
  expect(plan.places).toEqual([{ from: 'drafting', to: 'writing' }]);
  expect(plan.obstacles).toEqual([]);
  expect(host.state.snapshot).toMatchObject({
    value: 'writing',
    context: { to: 'Ada', weight: null },
  });
  expect(host.state.definition.version).toBe('2');
  expect(host.journal.at(-1)).toMatchObject({
    ...{ kind: 'notice', event: 'migrated', fields: { from: '1', to: '2' }, by: { name: 'Grace' } },
    ...{ from: 'drafting', to: 'writing', sequence: 2 },
  });
});

test('what has fired does not fire again, what has not keeps its instant, what is new counts from the move', () => {
  const host = begun();
  host.wait(6 * hour);
  expect(host.journal.filter(({ kind }) => kind === 'timer')).toHaveLength(1);
  const plan = host.migrate('2');
  expect(plan.timers).toEqual({
    kept: [
      { id: 'xstate.after.nextNotice.letter.writing', dueAt: '2026-03-02T09:00:00.000Z' },
      // It began again with the reminder, and keeps the instant it had: forty-eight hours from then, not ninety-six.
      { id: 'xstate.after.patience.letter.writing', dueAt: '2026-03-04T05:00:00.000Z' },
    ],
    dropped: [],
    started: [{ id: 'xstate.after.weekly.letter.writing', dueAt: '2026-03-09T07:00:00.000Z' }],
  });
  expect(briefly(host.effects)).toEqual([
    'stopInvoke print',
    'startTimer xstate.after.weekly.letter.writing',
    'invoke weigh',
  ]);
  host.wait(2 * hour);
  const fired = host.journal.filter(({ kind }) => kind === 'timer').map(({ at }) => at);
  expect(fired).toEqual(['2026-03-02T05:00:00.000Z', '2026-03-02T09:00:00.000Z']);
});

test('a timer that the migration wants counted anew is counted from the new context', () => {
  const { migrations = {} } = letterTwo;
  const reminders = ['2026-03-02T03:00:00.000Z', '2026-03-02T09:00:00.000Z'];
  const migration = {
    ...migrations['1'],
    recount: ['nextNotice'],
    context: (old: object) => ({ ...old, reminders }),
  };
  const host = hosting([letterOne, revised(migration)]);
  expect(host.migrate('2').timers.kept[0]?.dueAt).toBe('2026-03-02T03:00:00.000Z');
  host.wait(12 * hour);
  const fired = host.journal
    .filter(({ kind }) => kind === 'timer')
    .map(({ at }) => at.slice(11, 13));
  expect(fired).toEqual(['03', '09']);
});

test('an actor under way answers under its new id, one that came out is not started again', () => {
  const host = begun();
  const [address] = host.invokes;
  const plan = host.migrate('2');
  expect(plan.invokes).toEqual({ kept: ['addressee'], dropped: ['print'], started: ['weigh'] });
  expect(host.invokes.map(({ id, actor }) => [id, actor])).toEqual([
    [address?.id, 'addressee'],
    ['w/2/1', 'weigh'],
  ]);
  expect(host.invokes[1]?.input).toEqual({ to: 'Ada' });
  expect(host.succeed('w/2/1', 7)).toBe(true);
  expect(host.state.snapshot.context).toMatchObject({ weight: 7 });

  const other = begun();
  other.succeed(other.invokes[0]?.id ?? '');
  expect(other.migrate('2').invokes).toEqual({ kept: [], dropped: ['print'], started: ['weigh'] });
});

test('regions keep their states, a new region begins, and a remembered history leads on', () => {
  const host = begun();
  host.send({ type: 'send' });
  host.send({ type: 'stamp' });
  host.send({ type: 'pause' });
  host.send({ type: 'resume' });
  const plan = host.migrate('2');
  expect(plan).toMatchObject({
    obstacles: [],
    forgotten: [],
    entered: ['underWay.customs', 'underWay.customs.waiting'],
  });
  expect(host.state.snapshot.value).toEqual({
    underWay: { way: 'abroad', insurance: 'on', customs: 'waiting' },
  });
  expect(plan.timers.started.map(({ id }) => id)).toEqual([
    'xstate.after.5000.letter.underWay.customs.waiting',
  ]);

  const paused = begun();
  for (const type of ['send', 'stamp', 'pause']) paused.send({ type });
  paused.migrate('2');
  paused.send({ type: 'resume' });
  expect(paused.state.snapshot.value).toMatchObject({ underWay: { way: 'abroad' } });
});

test('who has nowhere to go stays as it is, and is told what to write', () => {
  const host = begun();
  host.wait(200 * hour);
  const before = host.persisted;
  const plan = host.migrate('2');
  expect(plan.obstacles).toEqual(['no state for expired: say in `states` where it has gone']);
  expect(plan.places).toEqual([{ from: 'expired', to: null }]);
  expect(host.persisted).toBe(before);
});

test('who has finished, or whose version has no migration, stays', () => {
  const host = begun();
  host.send({ type: 'send' });
  host.send({ type: 'close' });
  expect(host.migrate('2').obstacles).toEqual(['it has finished']);
  const other = hosting([letterTwo, letterOne]);
  expect(other.migrate('1').obstacles).toEqual(['version 1 has no migration from version 2']);
  expect(() => begun().migrate('3')).toThrow('machine letter version 3 is not registered');
});

test('a context that cannot be brought over is an obstacle in its own words', () => {
  const context = (): never => {
    throw new Error('no weight is known for a letter of before 1900');
  };
  const host = hosting([letterOne, revised({ ...letterTwo.migrations?.['1'], context })]);
  const before = host.persisted;
  expect(host.migrate('2').obstacles).toEqual(['no weight is known for a letter of before 1900']);
  expect(host.persisted).toBe(before);
});

test('two regions cannot end in two states of one', () => {
  const states = {
    drafting: 'writing',
    'underWay.road': 'underWay.way',
    'underWay.road.far': 'underWay.way.abroad',
  };
  const merged = {
    ...states,
    'underWay.insurance': 'underWay.way',
    'underWay.insurance.on': 'underWay.way.abroad',
  };
  const host = hosting([letterOne, revised({ states: merged, delays: {}, actors: {} })]);
  host.send({ type: 'send' });
  expect(host.migrate('2').obstacles).toEqual([
    'underWay.way.near and underWay.way.abroad cannot both be active',
  ]);
});

test('slips in a migration are found when the machine is registered', () => {
  const slips = revised({
    ...{ states: { nowhere: 'writing', drafting: 'gone' }, delays: { tomorrow: 'nextNotice' } },
    ...{ actors: { address: 'nobody' }, recount: ['soon'] },
  });
  expect(() => createRegistry([letterOne, slips])).toThrow(
    /no state nowhere[^]*no state gone[^]*no delay tomorrow[^]*no delay soon[^]*no actor nobody/,
  );
  expect(() => createRegistry([letterTwo])).toThrow(
    'version 1 is not registered; register it beside this one',
  );
});

test('two versions are compared without running either', () => {
  const found = compareVersions(letterOne, letterTwo).map(({ kind, text }) => `${kind}: ${text}`);
  expect(found).toEqual([
    'changes: drafting → writing: the timer weekly starts to count at the move',
    'changes: drafting → writing: the actor print is stopped',
    'changes: drafting → writing: the actor weigh is started at the move',
    'breaks: the state expired has nowhere to go',
    'adds: the state underWay.customs',
    'adds: the state underWay.customs.waiting',
    'adds: the state underWay.customs.through',
  ]);
});

test('events and their fields are compared too', () => {
  const field = (type: 'text' | 'date') =>
    type === 'text' ? ({ type, max: 9, title: 't' } as const) : ({ type, title: 't' } as const);
  const old = {
    ...letterOne,
    events: {
      send: { title: 's', fields: { to: field('text'), on: field('date') } },
      stamp: { title: 's', fields: {} },
    },
  };
  const next = {
    ...letterOne,
    version: '2',
    events: {
      send: { title: 's', fields: { on: field('text'), who: field('text') } },
      pause: { title: 'p', fields: {} },
    },
  };
  expect(compareVersions(old, next)).toEqual([
    { kind: 'changes', text: 'the event stamp is refused from now on' },
    { kind: 'changes', text: 'the event send needs the field who' },
    { kind: 'changes', text: 'the event send: the field on is now text' },
    { kind: 'changes', text: 'the event send takes no field to any more' },
    { kind: 'adds', text: 'the event pause' },
  ]);
});

function unnamed(state: string) {
  const work = fromPromise<null>(() => Promise.reject(new Error('an activity')));
  return setup({ actors: { work } }).createMachine({
    ...{ id: 'unnamed', initial: state },
    states: { [state]: { invoke: [{ src: 'work' }, { src: 'work' }], on: { go: 'end' } }, end: {} },
  });
}

test('unnamed actors are known again by their place in the state', () => {
  const one = define(unnamed('a'), ['go']);
  const two = define(unnamed('b'), ['go'], {
    version: '2',
    migrations: { '1': { states: { a: 'b' } } },
  });
  const host = hosting([one, two]);
  expect(host.invokes.map(({ actor }) => actor)).toEqual(['0.unnamed.a', '1.unnamed.a']);
  expect(host.migrate('2').invokes).toEqual({
    kept: ['0.unnamed.b', '1.unnamed.b'],
    dropped: [],
    started: [],
  });
});
