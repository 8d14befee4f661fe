import {
  and,
  assign,
  createMachine,
  enqueueActions,
  fromCallback,
  fromObservable,
  fromPromise,
  fromTransition,
  not,
  or,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
  type AnyStateMachine,
} from 'xstate';
import {
  createRegistry,
  RegistrationError,
  UnknownMachineError,
  UnsupportedActionError,
  type MachineDefinition,
} from '../../../engine/core';
import { everything } from './charts/everything';
import { define, hosting } from './define';
import { parcel, parcelReturn } from './parcel';

const job = fromPromise(() => Promise.resolve());

function faults(...definitions: readonly MachineDefinition[]): readonly string[] {
  try {
    createRegistry(definitions);
  } catch (error) {
    if (error instanceof RegistrationError) return error.faults;
    throw error;
  }
  return [];
}

function faultsOf(machine: AnyStateMachine, events: readonly string[] = []): readonly string[] {
  return faults(define(machine, events));
}

/** A machine whose one state has this. */
function withState(state: object, implementations: object = {}): AnyStateMachine {
  return createMachine(
    { id: 'm', initial: 'a', states: { a: state, b: {} } } as never,
    implementations as never,
  );
}

describe('a machine is accepted', () => {
  test.each([
    ['that has every supported feature', everything],
    ['that is a parcel', parcel],
    ['that does nothing', define(createMachine({ id: 'm' }))],
  ])('%s', (_what, definition) => {
    expect(faults(definition)).toEqual([]);
  });

  test('with built-in actions, inline or named', () => {
    const machine = setup({
      actors: { job },
      guards: { yes: () => true },
      delays: { soon: 5 },
      actions: {
        tell: () => undefined,
        set: assign({}),
        later: raise({ type: 'GO' }, { id: 'x', delay: 'soon' as never }),
      },
    }).createMachine({
      id: 'm',
      entry: ['tell', 'set', 'later', raise({ type: 'GO' }), enqueueActions(() => undefined)],
      invoke: { src: 'job' },
      on: { GO: { guard: and(['yes', not(() => false)]), actions: [] } },
      after: { soon: { actions: 'set' }, 10: { actions: { type: 'tell' } } },
    });
    expect(faultsOf(machine)).toEqual([]);
  });

  test('with the same invoke id in states that exclude each other', () => {
    const machine = setup({ actors: { job } }).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { invoke: { src: 'job', id: 'x' } }, b: { invoke: { src: 'job', id: 'x' } } },
    });
    expect(faultsOf(machine)).toEqual([]);
  });

  test('and its always loops are limited', () => {
    const machine = createMachine({ id: 'm' });
    createRegistry([define(machine)]);
    expect(machine.options.maxIterations).toBe(1000);
  });

  test('and keeps a limit of its own', () => {
    const machine = createMachine({ id: 'm', options: { maxIterations: 7 } });
    createRegistry([define(machine)]);
    expect(machine.options.maxIterations).toBe(7);
  });
});

describe('an invoke is refused', () => {
  const only =
    'only promise actors, as activities, and machines run durably; x is a callback, observable or transition';
  const inline = 'an inline actor has no name; put it into setup({ actors })';

  test.each<[string, unknown]>([
    ['a callback', fromCallback(() => undefined)],
    [
      'an observable',
      fromObservable(() => ({ subscribe: () => ({ unsubscribe: () => undefined }) })),
    ],
    ['transition logic', fromTransition((state: number) => state, 0)],
  ])('of %s', (_what, x) => {
    expect(faultsOf(withState({ invoke: { src: 'x', id: 'i' } }, { actors: { x } }))).toEqual([
      `m@1: m.a invoke i: ${only}`,
    ]);
  });

  test('of an inline actor', () => {
    expect(faultsOf(withState({ invoke: { src: job, id: 'i' } }))).toEqual([
      `m@1: m.a invoke i: ${inline}`,
    ]);
  });

  test('of an inline actor, an unknown one or a callback in a list', () => {
    const invoke = [{ src: 'job' }, { src: job }, { src: 'nobody' }, { src: 'x' }];
    const machine = withState({ invoke }, { actors: { job, x: fromCallback(() => undefined) } });

    expect(faultsOf(machine)).toEqual([
      `m@1: m.a invoke 1.m.a: ${inline}`,
      'm@1: m.a invoke 2.m.a: the actor nobody is not in setup({ actors })',
      `m@1: m.a invoke 3.m.a: ${only}`,
    ]);
  });

  test('with a system id', () => {
    expect(
      faultsOf(withState({ invoke: { src: 'job', id: 'i', systemId: 's' } }, { actors: { job } })),
    ).toEqual(['m@1: m.a invoke i: system ids are not kept; refer to the actor by its invoke id']);
  });

  test('that waits for snapshots', () => {
    expect(
      faultsOf(withState({ invoke: { src: 'job', id: 'i', onSnapshot: {} } }, { actors: { job } })),
    ).toEqual(['m@1: m.a invoke i: an activity has no snapshots; use onDone and onError']);
  });

  test.each([
    [
      'parallel regions',
      {
        type: 'parallel',
        states: { x: { invoke: { src: 'job', id: 'i' } }, y: { invoke: { src: 'job', id: 'i' } } },
      },
      'm.x',
      'm.y',
    ],
    [
      'a state and one within it',
      {
        initial: 'x',
        invoke: { src: 'job', id: 'i' },
        states: { x: { invoke: { src: 'job', id: 'i' } } },
      },
      'm',
      'm.x',
    ],
  ])('under an id that is taken, in %s', (_what, config, one, other) => {
    const machine = createMachine({ id: 'm', ...config } as never, { actors: { job } });
    expect(faultsOf(machine)).toEqual([`m@1: ${one} invoke i: ${other} invokes under the same id`]);
  });
});

describe('an action is refused', () => {
  const anonymous =
    'an anonymous action cannot run durably; name it in setup({ actions }) and implement the activity of that name';

  test.each<[string, object, string]>([
    ['on entry', { entry: () => undefined }, 'm.a entry'],
    ['on exit', { exit: () => undefined }, 'm.a exit'],
    ['on an event', { on: { GO: { actions: () => undefined } } }, 'm.a on GO'],
    ['of a transient transition', { always: { target: 'b', actions: () => undefined } }, 'm.a on '],
    [
      'after a delay',
      { after: { 10: { actions: () => undefined } } },
      'm.a on xstate.after.10.m.a',
    ],
    [
      'on the initial transition',
      { initial: { target: 'x', actions: () => undefined }, states: { x: {} } },
      'm.a initial',
    ],
  ])('that has no name, %s', (_what, state, where) => {
    expect(faultsOf(withState(state))).toEqual([`m@1: ${where}: ${anonymous}`]);
  });

  test('that has no name, when an invoke is done', () => {
    const invoke = { src: 'job', id: 'i', onDone: { actions: () => undefined } };
    expect(faultsOf(withState({ invoke }, { actors: { job } }))).toEqual([
      `m@1: m.a on xstate.done.actor.i: ${anonymous}`,
    ]);
  });

  test('that is a function with a name of its own', () => {
    function knock(): void {}
    expect(faultsOf(withState({ entry: knock }))).toEqual([`m@1: m.a entry: ${anonymous}`]);
  });

  test('that nobody implemented', () => {
    const machine = withState({ entry: ['knock', { type: 'wave', params: {} }, 'toString'] });
    expect(faultsOf(machine)).toEqual([
      'm@1: m.a entry: the action knock is not in setup({ actions })',
      'm@1: m.a entry: the action wave is not in setup({ actions })',
      'm@1: m.a entry: the action toString is not in setup({ actions })',
    ]);
  });

  test.each<[string, unknown, string]>([
    [
      'sendTo where there are no child machines',
      sendTo('x', { type: 'GO' }),
      'xstate.sendTo finds nobody, for the machine has no child machines; raise() sends to the machine itself, an action made with signals() to another workflow',
    ],
    [
      "sendParent of a machine that is nobody's child",
      sendParent({ type: 'GO' }),
      "the machine is nobody's child; signals() sends to another workflow",
    ],
    [
      'spawnChild of what nobody implemented',
      spawnChild('job' as never),
      'the actor job is not in setup({ actors })',
    ],
    [
      'a delayed raise without an id',
      raise({ type: 'GO' }, { delay: 5 }),
      'a delayed raise needs an id, so that it is the same timer after a restart',
    ],
    [
      'a raise after a delay nobody defined',
      raise({ type: 'GO' }, { id: 'x', delay: 'never' as never }),
      'the delay never is not in setup({ delays })',
    ],
  ])('%s, inline and named', (_what, action, fault) => {
    expect(faultsOf(withState({ entry: action }))).toEqual([`m@1: m.a entry: ${fault}`]);
    expect(faultsOf(withState({ entry: 'it' }, { actions: { it: action } }))).toEqual([
      `m@1: m.a entry: it: ${fault}`,
    ]);
  });
});

describe('a transition is refused', () => {
  test('after a delay nobody defined: XState would take it at once', () => {
    expect(faultsOf(withState({ after: { never: 'b' } }))).toEqual([
      'm@1: m.a entry: the delay never is not in setup({ delays })',
    ]);
  });

  test('under guards nobody implemented, wherever they are', () => {
    const on = {
      GO: [
        { guard: 'a', target: 'b' },
        { guard: { type: 'b', params: {} }, target: 'b' },
      ],
      STAY: { guard: and(['c', or([not('d'), () => true])]), actions: [] },
    };
    expect(faultsOf(withState({ on, always: { guard: 'toString', target: 'b' } }))).toEqual(
      ['a', 'b', 'c', 'd', 'toString'].map(
        (name) => `m@1: m.a: the guard ${name} is not in setup({ guards })`,
      ),
    );
  });

  test('to the history of a state it is in: XState would enter what it has not left', () => {
    const machine = createMachine({
      id: 'm',
      initial: 'a',
      states: {
        a: { initial: 'x', states: { x: { on: { BACK: 'last' } }, last: { type: 'history' } } },
      },
    });
    expect(faultsOf(machine)).toEqual([
      'm@1: m.a.x on BACK: m.a.last is the history of a state it is in; XState then enters states it has not left',
    ]);
  });

  test('of the root that reenters: XState would stay in what it has left', () => {
    const machine = createMachine({
      id: 'm',
      initial: 'a',
      on: { GO: { target: '.a', reenter: true } },
      states: { a: {} },
    });
    expect(faultsOf(machine)).toEqual([
      'm@1: m on GO: the root cannot reenter; XState then stays in states it has left',
    ]);
  });
});

describe('a definition is refused', () => {
  test('whose events no state takes', () => {
    const machine = createMachine({
      id: 'm',
      on: { 'door.*': { actions: [] }, GO: { target: '.a' } },
      initial: 'a',
      states: { a: { on: { 'door.*': 'a' } } },
    });

    expect(faultsOf(machine, ['GO', 'door.open', 'door', 'doors', 'STOP'])).toEqual([
      'm@1: the event doors is described but no state takes it',
      'm@1: the event STOP is described but no state takes it',
    ]);
    expect(
      faultsOf(createMachine({ id: 'm', initial: 'a', states: { a: { on: { '*': 'a' } } } }), [
        'ANY',
      ]),
    ).toEqual([]);
  });

  test("whose events are XState's own", () => {
    const machine = createMachine({ id: 'm', initial: 'a', states: { a: { on: { '*': 'a' } } } });
    expect(faultsOf(machine, ['*', 'xstate.init'])).toEqual([
      "m@1: the event * is XState's own and cannot come from outside",
      "m@1: the event xstate.init is XState's own and cannot come from outside",
    ]);
  });

  test('whose names have dots: XState would not find its history again', () => {
    const machine = createMachine({
      id: 'a.b',
      initial: 'c.d',
      states: { 'c.d': { id: 'e' }, f: { id: 'g.h' } },
    });
    expect(faultsOf(machine).map((fault) => fault.split(': ')[1])).toEqual(['a.b', 'g.h']);
  });

  test('that was registered before under the same version', () => {
    const machine = createMachine({ id: 'm' });
    expect(faults(define(machine), define(machine), define(machine, [], { version: '2' }))).toEqual(
      ['m@1: registered twice'],
    );
  });

  test('with all faults at once, each saying what to do instead', () => {
    expect(() =>
      createRegistry([define(withState({ entry: () => undefined, exit: 'gone' }))]),
    ).toThrow(/^these machines cannot be run durably:\n- m@1: m.a entry: .*\n- m@1: m.a exit: .*$/);
  });
});

describe('what a machine makes up while it runs is refused then', () => {
  const run = (entry: unknown, implementations: object = {}): unknown => {
    const machine = createMachine(
      {
        id: 'm',
        initial: 'a',
        states: { a: { on: { GO: 'b' } }, b: { entry } },
      } as never,
      { actors: { job }, ...implementations },
    ) as unknown as AnyStateMachine;
    const host = hosting(define(machine, ['GO']));
    const before = host.persisted;
    const result = host.send({ type: 'GO' });
    expect(host.persisted).toBe(before);
    return result;
  };

  const refusal = (action: string): object => ({
    kind: 'refused',
    why: [{ code: 'error', text: new UnsupportedActionError(action).message }],
  });

  test.each<[string, unknown, string]>([
    [
      'an anonymous action',
      enqueueActions(({ enqueue }) => enqueue(() => undefined)),
      '(anonymous)',
    ],
    [
      'a function with a name of its own',
      enqueueActions(({ enqueue }) => enqueue(function knock() {})),
      'knock',
    ],
    ['an action nobody implemented', enqueueActions(({ enqueue }) => enqueue('gone')), 'gone'],
    [
      'spawnChild',
      enqueueActions(({ enqueue }) => enqueue.spawnChild('job' as never, { id: 'x' })),
      'spawnChild',
    ],
    [
      'spawn in assign',
      assign(({ spawn }) => ({ ref: spawn('job' as never, { id: 'x' } as never) })),
      'spawn in assign',
    ],
    [
      'spawn of an inline actor in assign',
      assign(({ spawn }) => ({ ref: spawn(job, { id: 'x' }) })),
      'spawn in assign',
    ],
    [
      'a delayed raise without an id',
      enqueueActions(({ enqueue }) => enqueue.raise({ type: 'GO' }, { delay: 1 })),
      'a delayed event without an id',
    ],
  ])('%s', (_what, entry, action) => {
    expect(run(entry)).toMatchObject(refusal(action));
  });

  test('sendTo', () => {
    const action = enqueueActions(({ enqueue, self }) => enqueue.sendTo(self, { type: 'GO' }));
    expect(run(action)).toMatchObject(refusal('xstate.sendTo'));
  });

  test('spawn while the context is made: the machine does not begin', () => {
    const machine = setup({ actors: { job } }).createMachine({
      id: 'm',
      context: ({ spawn }) => ({ ref: spawn('job', { id: 'x' } as never) }),
    });
    expect(() => hosting(define(machine))).toThrow(UnsupportedActionError);
  });

  test('spawn under the id of an actor that is invoked', () => {
    const machine = setup({ actors: { job } }).createMachine({
      id: 'm',
      initial: 'a',
      states: {
        a: {
          invoke: { src: 'job', id: 'x' },
          on: {
            GO: { actions: assign(({ spawn }) => ({ ref: spawn('job', { id: 'x' } as never) })) },
          },
        },
      },
    });
    expect(hosting(define(machine, ['GO'])).send({ type: 'GO' })).toMatchObject(
      refusal('spawn in assign'),
    );
  });
});

describe('a registry', () => {
  const versions = ['1', '2'].map((version) => ({ ...parcel, version }));

  test('gives exactly the version asked for', () => {
    const registry = createRegistry([...versions, parcelReturn]);
    expect(registry.get({ name: 'parcel', version: '1' })).toBe(versions[0]);
    expect(registry.all).toHaveLength(3);
  });

  test('names the version registered last as the newest', () => {
    expect(createRegistry(versions).newest('parcel')).toEqual({ name: 'parcel', version: '2' });
  });

  test('throws for what nobody registered', () => {
    const registry = createRegistry(versions);
    expect(() => registry.get({ name: 'parcel', version: '3' })).toThrow(UnknownMachineError);
    expect(() => registry.newest('letter')).toThrow(
      'machine letter version newest is not registered',
    );
  });
});
