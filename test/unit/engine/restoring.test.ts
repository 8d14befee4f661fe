import { assign, createMachine, setup, type AnyStateMachine } from 'xstate';
import {
  createRegistry,
  persist,
  restore,
  UnknownMachineError,
  type PersistedState,
} from '../../../engine/core';
import { define, hosting } from './define';
import { parcel, parcelReturn } from './parcel';
import { at, driver, moving, nobodyThere } from './parcel-host';

const registry = createRegistry([parcel, parcelReturn]);

test('a state is plain JSON: the text gives the same again', () => {
  const host = moving();
  const persisted = persist(host.state);

  expect(JSON.parse(JSON.stringify(persisted))).toEqual(persisted);
  expect(
    JSON.stringify(persist(restore(registry, JSON.parse(host.persisted) as PersistedState))),
  ).toBe(host.persisted);
});

test('a machine whose version is gone is not restored', () => {
  const persisted = JSON.parse(moving().persisted) as PersistedState;

  expect(() => restore(createRegistry([parcelReturn]), persisted)).toThrow(UnknownMachineError);
});

test('history survives', () => {
  const host = moving();
  host.send(nobodyThere, driver);
  host.send({ type: 'hold' }, driver);
  host.send({ type: 'release' }, driver);

  expect(at(host)).toMatchObject({ underWay: { transport: 'resting' } });
});

test('an invoke that was under way stays under way and is not asked for again', () => {
  const host = moving({ restoring: false });
  host.send({ type: 'redirect', to: 'eva' }, { name: 'anna' });
  const restored = restore(registry, JSON.parse(host.persisted) as PersistedState);

  expect(restored.work).toEqual(host.state.work);
});

test('regions go on in the order in which they were entered', () => {
  const log = (word: string) =>
    assign({ log: ({ context }: { context: { log: string } }) => `${context.log} ${word}` });
  const region = (name: string): object => ({
    initial: 'x',
    states: {
      x: { on: { [`ENTER_${name}`]: 'y' } },
      y: { always: { guard: 'open', target: 'z', actions: log(name) } },
      z: {},
    },
  });
  const machine = setup({
    types: { context: {} as { log: string; open: boolean } },
    guards: { open: ({ context }) => context.open },
  }).createMachine({
    id: 'm',
    type: 'parallel',
    context: { log: '', open: false },
    states: { a: region('a'), b: region('b') } as never,
    on: { OPEN: { actions: assign({ open: true }) } },
  });
  const logged = (restoring: boolean): unknown => {
    const host = hosting(
      define(machine as unknown as AnyStateMachine, ['ENTER_a', 'ENTER_b', 'OPEN']),
      null,
      { restoring },
    );
    for (const type of ['ENTER_b', 'ENTER_a', 'OPEN']) host.send({ type });
    return (host.state.snapshot.context as { log: string }).log;
  };

  expect(logged(true)).toBe(logged(false));
  expect(logged(true)).toBe(' b a');
});

test('undefined in the context is gone after a restart: write null', () => {
  const machine = createMachine({ id: 'm', context: { a: undefined, b: null } });
  const host = hosting(define(machine));
  expect(host.state.snapshot.context).toHaveProperty('a');

  const restored = restore(
    createRegistry([define(machine)]),
    JSON.parse(host.persisted) as PersistedState,
  );
  expect(restored.snapshot.context).toStrictEqual({ b: null });
});
