/**
 * Machines and promise actors as they take part in one step of an actor system: XState runs them, and what they would do to
 * the world is told to a witness instead, when XState would do it.
 */
import {
  StateMachine,
  type AnyActorRef,
  type AnyActorScope,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { isMachine } from './child';
import { atInstant } from './clock';
import type { AskedAction } from './inert-scope';
import { admitSpawned, isNamed, UnsupportedActionError } from './unforeseen';

export interface Witness {
  /** The step's instant. */
  readonly at: string;
  /** Takes note of what an actor asks of the world. */
  readonly ask: (by: AnyActorRef, action: AskedAction) => void;
  /** Nothing of this step counts. */
  readonly refuse: (reason: unknown) => void;
  readonly activityStarts: (actor: AnyActorRef, input: unknown) => void;
  readonly activityStops: (actor: AnyActorRef) => void;
  /** The snapshot with which an actor goes on that was kept as this. */
  readonly revive: (kept: never, self: AnyActorRef) => AnyMachineSnapshot;
}

/** Events that may be delivered, and actors that may start, within one step: actors that answer each other without end are an error and not a hang. */
const deliveryLimit = 1000;

export class ActorLogic {
  private readonly witness: Witness;
  private readonly views = new Map<AnyStateMachine, AnyStateMachine>();
  private readonly stopped = new Set<unknown>();
  private deliveries = 0;

  constructor(witness: Witness) {
    this.witness = witness;
  }

  /** A view of a machine with the logic of this step laid over it; the machine itself stays as it is. */
  of(machine: AnyStateMachine): AnyStateMachine {
    const known = this.views.get(machine);
    if (known !== undefined) return known;
    const view = Object.create(machine) as AnyStateMachine;
    // Known before its actors are looked at: a machine may be among its own children.
    this.views.set(machine, view);
    const { _getPreInitialState: made } = machine as unknown as PreInitial;
    const overlaid = {
      implementations: { ...machine.implementations, actors: this.actorsOf(machine) },
      _getPreInitialState: (...args: unknown[]) =>
        atInstant(made.apply(view, args), this.witness.at),
      getInitialSnapshot: (scope: AnyActorScope, input: unknown) => this.begin(view, scope, input),
      transition: (snapshot: AnyMachineSnapshot, event: AnyEventObject, scope: AnyActorScope) =>
        this.transition(machine, snapshot, event, scope),
      restoreSnapshot: (kept: never, { self }: AnyActorScope) => this.witness.revive(kept, self),
    };
    for (const [name, value] of Object.entries(overlaid))
      Object.defineProperty(view, name, { value });
    return view;
  }

  private actorsOf(machine: AnyStateMachine): Readonly<Record<string, unknown>> {
    const actors = Object.entries(
      machine.implementations.actors as Readonly<Record<string, unknown>>,
    );
    return Object.fromEntries(
      actors.map(([name, logic]) => [
        name,
        isMachine(logic) ? this.of(logic) : this.activity(logic),
      ]),
    );
  }

  /** A promise actor whose promise is never made: it runs as an activity. */
  private activity(logic: unknown): unknown {
    const { transition } = logic as PromiseLogic;
    return {
      ...(logic as PromiseLogic),
      start: ({ input }: { readonly input: unknown }, { self }: AnyActorScope) =>
        this.witness.activityStarts(self, input),
      transition: (state: unknown, event: AnyEventObject, scope: AnyActorScope): unknown => {
        if (event.type === 'xstate.stop') this.witness.activityStops(scope.self);
        return transition(state, event, scope);
      },
    };
  }

  private begin(view: AnyStateMachine, scope: AnyActorScope, input: unknown): AnyMachineSnapshot {
    this.count();
    const overlay = this.overlay(view, scope);
    const first = Reflect.get(StateMachine.prototype, 'getInitialSnapshot') as Initial;
    const snapshot = first.call(view, overlay.scope, input);
    this.checkChildren({}, snapshot, overlay.spawned);
    if (snapshot.status !== 'error' || isRoot(scope.self)) return snapshot;
    return { ...snapshot, error: plainError(snapshot.error) } as AnyMachineSnapshot;
  }

  private transition(
    machine: AnyStateMachine,
    snapshot: AnyMachineSnapshot,
    event: AnyEventObject,
    scope: AnyActorScope,
  ): AnyMachineSnapshot {
    const { self } = scope;
    try {
      this.count();
      const overlay = this.overlay(machine, scope);
      const before = atInstant(snapshot, this.witness.at);
      const next = machine.transition(before, event, overlay.scope as never) as AnyMachineSnapshot;
      this.checkChildren(snapshot.children as Actors, next, overlay.spawned);
      return next;
    } catch (error) {
      if (isRoot(self)) this.witness.refuse(error);
      // XState leaves the children of an actor that throws running where nobody finds them again.
      for (const child of Object.values(snapshot.children as Actors)) scope.stopChild(child);
      throw plainError(error);
    }
  }

  private count(): void {
    this.deliveries += 1;
    if (this.deliveries <= deliveryLimit) return;
    const error = new Error(`more than ${deliveryLimit} events between the actors within one step`);
    this.witness.refuse(error);
    throw error;
  }

  /** XState's scope with ears: built-in actions go on as they are, named ones are told and not executed. */
  private overlay(machine: AnyStateMachine, scope: AnyActorScope): Overlay {
    const { self } = scope;
    const spawned: AnyActorRef[] = [];
    const actionExecutor = (action: BuiltIn): void => {
      const run = this.executable(machine, self, action, spawned);
      if (isRunning(self)) run();
      else scope.defer(run);
    };
    const emit = (event: unknown): void =>
      this.witness.ask(self, { type: 'xstate.emit', params: { event }, exec: null });
    const inner = { ...scope, actionExecutor, emit, logger: () => undefined };
    return { scope: inner as unknown as AnyActorScope, spawned };
  }

  private executable(
    machine: AnyStateMachine,
    self: AnyActorRef,
    action: BuiltIn,
    spawned: AnyActorRef[],
  ): () => void {
    const { type, info, params, exec } = action;
    if (!type.startsWith('xstate.')) {
      if (!isNamed(machine, type, exec)) this.witness.refuse(new UnsupportedActionError(type));
      return () => this.witness.ask(self, { type, params, exec });
    }
    if (type === 'xstate.stopChild') this.stopped.add(params);
    if (type === 'xstate.spawnChild') {
      const fault = admitSpawned(machine, params as never);
      if (fault !== null) this.witness.refuse(fault);
      spawned.push((params as { readonly actorRef: AnyActorRef }).actorRef);
    }
    return () => exec(info, params);
  }

  /** Whoever is there was asked for by an action, and XState forgets nobody who has not been stopped. */
  private checkChildren(
    before: Actors,
    { children, status }: AnyMachineSnapshot,
    spawned: readonly AnyActorRef[],
  ): void {
    const now = children as Actors;
    for (const [id, child] of Object.entries(now))
      if (before[id] !== child && !spawned.includes(child))
        this.witness.refuse(new UnsupportedActionError('spawn in assign'));
    if (status === 'error') return;
    for (const child of [...Object.values(before), ...spawned])
      if (now[child.id] !== child && !this.stopped.has(child) && isActive(child))
        this.witness.refuse(new Error(`the child ${child.id} still runs; stop it first`));
  }
}

/** An error as the parent of the actor that failed finds it in the event: plain data, which is the same after a restart. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return { name: error.name, message: error.message, type: error.name };
}

function isRoot(actor: AnyActorRef): boolean {
  return actor._parent === undefined;
}

function isRunning(actor: AnyActorRef): boolean {
  const running = 1;
  return (actor as unknown as { readonly _processingStatus: number })._processingStatus === running;
}

function isActive(actor: AnyActorRef): boolean {
  return (actor.getSnapshot() as { readonly status: string }).status === 'active';
}

type Actors = Readonly<Record<string, AnyActorRef>>;
type Initial = (this: AnyStateMachine, scope: AnyActorScope, input: unknown) => AnyMachineSnapshot;

interface Overlay {
  readonly scope: AnyActorScope;
  readonly spawned: readonly AnyActorRef[];
}

interface BuiltIn extends AskedAction {
  readonly info: unknown;
  readonly exec: (info: unknown, params: unknown) => void;
}

interface PreInitial {
  readonly _getPreInitialState: (...args: unknown[]) => AnyMachineSnapshot;
}

interface PromiseLogic {
  readonly transition: (state: unknown, event: AnyEventObject, scope: AnyActorScope) => unknown;
}
