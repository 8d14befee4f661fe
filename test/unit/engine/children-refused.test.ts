import {
  assign,
  createMachine,
  enqueueActions,
  fromCallback,
  fromPromise,
  sendParent,
  sendTo,
  spawnChild,
  type AnyActorRef,
  type AnyStateMachine,
} from 'xstate';
import {
  becomes,
  createRegistry,
  RegistrationError,
  UnsupportedActionError,
} from '../../../engine/core';
import { define, hosting } from './define';

const job = fromPromise(() => Promise.reject(new Error('an activity')));
const lamp = createMachine({ id: 'lamp', on: { HELLO: {} } });

/** A machine whose first state has this, and that may start a lamp. */
function parent(
  state: object,
  implementations: object = {},
  lampLogic: unknown = lamp,
): AnyStateMachine {
  return createMachine(
    { id: 'm', initial: 'a', states: { a: state, b: {} } } as never,
    { ...implementations, actors: { lamp: lampLogic, job } } as never,
  );
}

function faultsOf(machine: AnyStateMachine): readonly string[] {
  try {
    createRegistry([define(machine)]);
  } catch (error) {
    if (error instanceof RegistrationError) return error.faults;
    throw error;
  }
  return [];
}

test('a machine that invokes and spawns named machines and talks to them is accepted', () => {
  const state = {
    invoke: { src: 'lamp', id: 'lamp', systemId: 'the lamp', onDone: 'b', onError: 'b' },
    entry: [sendTo('lamp', { type: 'HELLO' }), spawnChild('lamp' as never, { id: 'other' })],
    on: {
      GO: { actions: sendTo('other', { type: 'HELLO' }, { id: 'late', delay: 5 }) },
      SYSTEM: {
        actions: sendTo(({ system }) => system.get('the lamp') as AnyActorRef, { type: 'HELLO' }),
      },
    },
  };
  expect(faultsOf(parent(state))).toEqual([]);
});

describe('refused at registration', () => {
  test.each<[string, object, string]>([
    [
      'an inline machine that is invoked',
      { invoke: { src: lamp, id: 'i' } },
      'm.a invoke i: an inline actor has no name; put it into setup({ actors })',
    ],
    [
      'a child whose snapshots are waited for',
      { invoke: { src: 'lamp', id: 'i', onSnapshot: {} } },
      "m.a invoke i: a child's snapshots are not told; let it say what matters with sendParent",
    ],
    [
      'an inline machine that is spawned',
      { entry: spawnChild(lamp, { id: 'i' }) },
      'm.a entry: an inline machine has no name; put it into setup({ actors })',
    ],
    [
      'a promise actor that is spawned',
      { entry: spawnChild('job' as never, { id: 'i' }) },
      'm.a entry: xstate.spawnChild takes machines only; invoke a named promise actor, or start a workflow with an action made with startsChild()',
    ],
    [
      'a spawned machine without an id',
      { entry: spawnChild('lamp' as never) },
      'm.a entry: a spawned machine needs an id, so that it is the same child after a restart',
    ],
    [
      'a spawned machine with syncSnapshot',
      { entry: spawnChild('lamp' as never, { id: 'i', syncSnapshot: true }) },
      "m.a entry: a child's snapshots are not told to its parent; let it say what matters with sendParent",
    ],
    [
      'a delayed sendTo without an id',
      { entry: sendTo('lamp', { type: 'HELLO' }, { delay: 5 }) },
      'm.a entry: a delayed sendTo needs an id, so that it is the same timer after a restart',
    ],
    [
      'a sendTo after a delay nobody defined',
      { entry: sendTo('lamp', { type: 'HELLO' }, { id: 'x', delay: 'never' as never }) },
      'm.a entry: the delay never is not in setup({ delays })',
    ],
    [
      'a sendTo to an activity',
      { invoke: { src: 'job', id: 'i' }, entry: sendTo('i', { type: 'HELLO' }) },
      'm.a entry: i is an activity, which hears no events; invoke a machine',
    ],
    [
      'a sendTo to an actor itself',
      { entry: sendTo({ send: () => undefined } as never, { type: 'HELLO' } as never) },
      'm.a entry: an actor cannot be found again after a restart; send to its id',
    ],
    [
      "sendParent of a machine that is nobody's child",
      { entry: sendParent({ type: 'HELLO' }) },
      "m.a entry: the machine is nobody's child; signals() sends to another workflow",
    ],
  ])('%s', (_what, state, fault) => {
    expect(faultsOf(parent(state))).toEqual([`m@1: ${fault}`]);
  });

  test('whatever a child machine, or a child of it, has that cannot run', () => {
    const grandchild = createMachine({ id: 'grandchild', entry: () => undefined });
    const child = createMachine(
      { id: 'child', invoke: { src: 'ear', id: 'ear' }, entry: 'turn' } as never,
      {
        actions: { turn: becomes() },
        actors: { ear: fromCallback(() => undefined), grandchild },
      } as never,
    );
    expect(faultsOf(parent({ invoke: { src: 'lamp', id: 'i' } }, {}, child))).toEqual([
      'm@1: child entry: turn: a child cannot become another machine; let it sendParent, and the root become it',
      'm@1: child invoke ear: only promise actors, as activities, and machines run durably; ear is a callback, observable or transition',
      'm@1: grandchild entry: an anonymous action cannot run durably; name it in setup({ actions }) and implement the activity of that name',
    ]);
  });

  test('no machine because it is among its own children', () => {
    const actors: Record<string, unknown> = {};
    const machine = createMachine({ id: 'm' }, { actors } as never) as unknown as AnyStateMachine;
    const known = machine.implementations.actors as Record<string, unknown>;
    known.again = machine;
    expect(faultsOf(machine)).toEqual([]);
  });

  test('the loops of children are limited too', () => {
    const child = createMachine({ id: 'child' });
    createRegistry([define(parent({}, {}, child))]);
    expect(child.options.maxIterations).toBe(1000);
  });
});

describe('refused when it happens, and nothing has changed then', () => {
  const refusalOf = (actions: unknown, lampLogic: unknown = lamp): unknown => {
    const machine = parent({ on: { GO: { actions } } }, {}, lampLogic);
    const host = hosting(define(machine, ['GO']));
    const before = host.persisted;
    const result = host.send({ type: 'GO' });
    expect(host.persisted).toBe(before);
    return result.kind === 'refused' ? result.why[0]?.text : result.kind;
  };
  const made = (make: (enqueue: Enqueue) => void): unknown =>
    enqueueActions(({ enqueue }) => make(enqueue as unknown as Enqueue));

  interface Enqueue {
    (action: unknown): void;
    spawnChild: (src: unknown, options?: object) => void;
    sendTo: (to: unknown, event: object, options?: object) => void;
  }

  test.each<[string, unknown, string]>([
    [
      'spawn in assign',
      assign(({ spawn }) => ({ ref: spawn('lamp' as never, { id: 'x' } as never) })),
      'spawn in assign',
    ],
    [
      'a child without an id',
      made((enqueue) => enqueue.spawnChild('lamp')),
      'spawnChild without an id',
    ],
    [
      'a child that tells its snapshots',
      made((enqueue) => enqueue.spawnChild('lamp', { id: 'x', syncSnapshot: true })),
      'spawnChild with syncSnapshot',
    ],
    [
      'a child nobody implemented',
      made((enqueue) => enqueue.spawnChild('nobody', { id: 'x' })),
      'spawnChild of what is not in setup({ actors })',
    ],
    ['a spawned activity', made((enqueue) => enqueue.spawnChild('job', { id: 'x' })), 'spawnChild'],
    ['an anonymous action', made((enqueue) => enqueue(() => undefined)), '(anonymous)'],
    ['an actor in the context', assign(({ self }) => ({ me: self })), 'an actor in the context'],
    [
      'a delayed event with an actor in it',
      sendTo(
        ({ self }) => self,
        ({ self }) => ({ type: 'HELLO', from: self }),
        { id: 'x', delay: 1 },
      ),
      'a delayed event with an actor',
    ],
    [
      'a delayed event without an id',
      made((enqueue) => {
        enqueue.spawnChild('lamp', { id: 'x' });
        enqueue.sendTo('x', { type: 'HELLO' }, { delay: 1 });
      }),
      'a delayed event without an id',
    ],
  ])('%s', (_what, actions, action) => {
    expect(refusalOf(actions)).toBe(new UnsupportedActionError(action).message);
  });

  test('a second child under the id of one that still runs', () => {
    const twice = [1, 2].map(() => spawnChild('lamp' as never, { id: 'x' }));
    expect(refusalOf(twice)).toBe('the child x still runs; stop it first');
  });

  test('an event to a child that is not there', () => {
    expect(refusalOf(sendTo('x', { type: 'HELLO' }))).toMatch(/^Unable to send event to actor 'x'/);
  });

  test('a child that fails where nobody takes its failure', () => {
    const bad = createMachine({
      id: 'bad',
      entry: assign(() => {
        throw new Error('no light');
      }),
    });
    expect(refusalOf(spawnChild('lamp' as never, { id: 'x' }), bad)).toBe('no light');
  });

  test('actors that answer each other without end', () => {
    const echo = createMachine({
      id: 'echo',
      on: { HELLO: { actions: sendParent({ type: 'GO' }) } },
    });
    const actions = [sendTo('echo', { type: 'HELLO' })];
    const machine = parent(
      { invoke: { src: 'lamp', id: 'echo' }, on: { GO: { actions } } },
      {},
      echo,
    );
    const host = hosting(define(machine, ['GO']));
    expect(host.send({ type: 'GO' })).toMatchObject({
      why: [{ code: 'error', text: 'more than 1000 events between the actors within one step' }],
    });
  });
});
