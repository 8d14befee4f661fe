/**
 * The one place that touches XState's actor scope: a scope in which nothing ever runs, made once and reused.
 * `transition()` would build a throw-away actor a step (about 100 µs); this takes 20. Held to XState's live actor by conformance.
 */
import {
  createActor,
  fromTransition,
  StateMachine,
  type AnyActorScope,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyTransitionDefinition,
} from 'xstate';

/** What XState asks to be executed, as `actionExecutor` hands it over. */
export interface AskedAction {
  readonly type: string;
  readonly params: unknown;
  readonly exec: unknown;
  /** The key of the child that asks; absent: the root. */
  readonly owner?: string;
}

const nobody = createActor(fromTransition((state: null) => state, null));

const scope = {
  self: nobody,
  id: nobody.id,
  sessionId: nobody.sessionId,
  logger: (): void => undefined,
  defer: (): void => undefined,
  stopChild: (): void => undefined,
  emit: (): void => undefined,
  system: nobody.system,
};

/** A scope that executes nothing and forgets what it is asked. */
export function inertScope(): AnyActorScope {
  return { ...scope, actionExecutor: () => undefined };
}

/** Runs a transition and gives its result with everything XState asked to be executed, in XState's order. */
export function collecting<T>(
  run: (scope: AnyActorScope) => T,
): readonly [T, readonly AskedAction[]] {
  const asked: AskedAction[] = [];
  const collector = { ...scope, actionExecutor: (action: AskedAction) => void asked.push(action) };
  return [run(collector), asked];
}

/** What came of an event, and the transitions that XState chose for it: none where nothing took it. */
export interface Taken {
  readonly before: AnyMachineSnapshot;
  readonly snapshot: AnyMachineSnapshot;
  readonly asked: readonly AskedAction[];
  readonly chosen: readonly AnyTransitionDefinition[];
}

/** One event to a machine. Which transitions it chose XState tells its inspectors, at the first microstep. */
export function taking(
  machine: AnyStateMachine,
  before: AnyMachineSnapshot,
  event: AnyEventObject,
): Taken {
  const system = new Watched();
  const [snapshot, asked] = collecting((collector) =>
    machine.transition(before, event, { ...collector, system: system as unknown as System }),
  );
  return { before, snapshot, asked, chosen: system.chosen ?? [] };
}

type System = typeof nobody.system;

interface Inspected {
  readonly type: string;
  readonly _transitions?: readonly AnyTransitionDefinition[];
}

/** Nobody's system with an inspector of its own. That one is shared, and frozen where modules are: it is inherited, not changed. */
class Watched {
  chosen: readonly AnyTransitionDefinition[] | undefined = undefined;

  _sendInspectionEvent({ type, _transitions }: Inspected): void {
    if (type === '@xstate.microstep') this.chosen ??= _transitions;
  }
}
Object.setPrototypeOf(Watched.prototype, nobody.system);

/**
 * A machine's first snapshot. `prepare` sees the snapshot between the making of its context and the first entry; XState
 * offers no place there, so this one method of its own is overlaid on a view of the machine.
 */
export function collectingInitial(
  machine: AnyStateMachine,
  input: unknown,
  prepare: (snapshot: AnyMachineSnapshot) => AnyMachineSnapshot,
): readonly [AnyMachineSnapshot, readonly AskedAction[]] {
  const { _getPreInitialState: made } = machine as unknown as PreInitial;
  const view = Object.create(machine, {
    _getPreInitialState: {
      value: (...args: unknown[]) => prepare(made.apply(machine, args)),
    },
  }) as AnyStateMachine;
  const first = Reflect.get(StateMachine.prototype, 'getInitialSnapshot') as (
    ...args: unknown[]
  ) => AnyMachineSnapshot;
  return collecting((scope) => first.call(view, scope, input));
}

interface PreInitial {
  readonly _getPreInitialState: (...args: unknown[]) => AnyMachineSnapshot;
}
