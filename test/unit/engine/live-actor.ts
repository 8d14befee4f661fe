/**
 * The oracle: XState's own live actor on a virtual clock. Its promise actors come out when the test says so; what it asks
 * for is written down as it executes it. Knows nothing of the engine.
 */
import {
  createActor,
  fromPromise,
  StateMachine,
  type Actor,
  type AnyActorRef,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { Json } from '../../../engine/core';
import type { Event } from './virtual-host';

/** Actors that answer each other without end would hang the test. */
const deliveryLimit = 3000;

interface LiveTimer {
  readonly id: string;
  /** Whose it is, and who is to hear of it. */
  readonly source: AnyActorRef;
  readonly target: AnyActorRef;
  readonly due: number;
  readonly order: number;
  readonly fire: () => void;
}

interface LiveInvoke {
  /** Who invoked it, as ids from the root down. */
  readonly owner: string;
  readonly actor: string;
  readonly name: string;
  readonly input: unknown;
  readonly ref: AnyActorRef;
}

/** What one step asked of the world. */
export interface Asked {
  readonly actions: readonly { readonly name: string; readonly params: unknown }[];
  readonly emitted: readonly AnyEventObject[];
}

interface Scheduler {
  schedule: (
    source: AnyActorRef,
    target: AnyActorRef,
    event: unknown,
    delay: number,
    id?: string,
  ) => void;
}

/** A machine that was started as a child and is still known to its parent. */
export interface LiveChild {
  readonly path: string;
  readonly src: unknown;
  readonly ref: AnyActorRef;
  readonly snapshot: AnyMachineSnapshot;
}

export class LiveActor {
  private readonly actor: Actor<AnyStateMachine>;
  private readonly timers = new Map<number, LiveTimer>();
  private invoked: readonly LiveInvoke[] = [];
  private actions: { name: string; params: unknown }[] = [];
  private emitted: AnyEventObject[] = [];
  private readonly logics = new Map<AnyStateMachine, AnyStateMachine>();
  private readonly happened: ((live: LiveActor) => void)[] = [];
  private readonly again: () => LiveActor;
  private scheduling: Pick<LiveTimer, 'id' | 'source' | 'target'> | null = null;
  private order = 0;
  private deliveries = 0;
  private milliseconds: number;

  constructor(machine: AnyStateMachine, input: Json, startsAt: number) {
    this.milliseconds = startsAt;
    this.again = () => new LiveActor(machine, input, startsAt);
    this.actor = createActor(this.logic(machine), {
      input,
      clock: {
        setTimeout: (fire, delay) => this.setTimeout(fire, delay),
        clearTimeout: (id: number) => void this.timers.delete(id),
      },
      logger: () => undefined,
      inspect: (inspected) => {
        if (inspected.type === '@xstate.actor')
          (inspected.actorRef as Actor<AnyStateMachine>).on(
            '*',
            (event) => void this.emitted.push(event),
          );
        if (inspected.type !== '@xstate.action' || inspected.action.type.startsWith('xstate.'))
          return;
        this.actions.push({ name: inspected.action.type, params: inspected.action.params });
      },
    });
    this.nameTimers();
    this.actor.subscribe({ error: () => undefined });
    this.actor.start();
  }

  get snapshot(): AnyMachineSnapshot {
    return this.actor.getSnapshot() as AnyMachineSnapshot;
  }

  /** What was asked since the last call. */
  takeAsked(): Asked {
    const asked = { actions: this.actions, emitted: this.emitted };
    this.actions = [];
    this.emitted = [];
    return asked;
  }

  /** Invokes that run, oldest first. */
  get invokes(): readonly LiveInvoke[] {
    this.invoked = this.invoked.filter(({ ref }) => isRunning(ref));
    return this.invoked;
  }

  /** Pending timers in the order in which they will fire; none of an actor that has ended, which no longer hears them. */
  get pending(): readonly LiveTimer[] {
    if (this.snapshot.status !== 'active') return [];
    return [...this.timers.values()]
      .filter(({ target }) => !isStopped(target))
      .sort((a, b) => a.due - b.due || a.order - b.order);
  }

  /** The machines below the root, parents first. */
  get children(): readonly LiveChild[] {
    return childrenOf(this.actor);
  }

  /** True when the failure of this invoke ends with somebody: who invoked it, or an actor above that fails by it. May throw, as a guard may. */
  handlesFailure(index: number, error: Json): boolean {
    for (let ref = this.invokes[index]?.ref; ref?._parent !== undefined; ref = ref._parent) {
      const event = { type: `xstate.error.actor.${ref.id}`, error, actorId: ref.id };
      const snapshot = dated(ref._parent.getSnapshot() as AnyMachineSnapshot, this.milliseconds);
      if (snapshot.machine.getTransitionData(snapshot, event).length > 0) return true;
    }
    return false;
  }

  send(event: Event): void {
    this.deliveries = 0;
    this.happened.push((live) => live.send(event));
    this.actor.send(event);
  }

  /** Does it to another actor with the same past. True when that one fails by it. */
  failsBy(event: Event): boolean {
    const twin = this.again();
    for (const happen of this.happened) happen(twin);
    twin.send(event);
    return twin.snapshot.status === 'error';
  }

  /** Moves the clock to the next timer, but not past `until`, and fires it. False when none is due by then. */
  fireNext(until: number): boolean {
    this.deliveries = 0;
    this.happened.push((live) => live.fireNext(until));
    const next = this.pending[0];
    if (next === undefined || next.due > until) return false;
    this.milliseconds = Math.max(this.milliseconds, next.due);
    this.timers.delete(next.order);
    next.fire();
    return true;
  }

  setClock(milliseconds: number): void {
    this.happened.push((live) => live.setClock(milliseconds));
    this.milliseconds = milliseconds;
  }

  succeed(index: number, output: Json): void {
    this.relay(index, { type: 'xstate.promise.resolve', data: output });
  }

  fail(index: number, error: Json): void {
    this.relay(index, { type: 'xstate.promise.reject', data: error });
  }

  /** The very message that a promise actor sends itself when its promise comes out. */
  private relay(index: number, event: AnyEventObject): void {
    this.deliveries = 0;
    this.happened.push((live) => live.relay(index, event));
    const ref = this.invokes[index]?.ref;
    if (ref === undefined) throw new Error(`the live actor runs no invoke ${index}`);
    const { system } = this.actor as unknown as {
      system: { _relay: (source: unknown, target: unknown, event: unknown) => void };
    };
    system._relay(ref, ref, event);
  }

  private setTimeout(fire: () => void, delay: number): number {
    const order = (this.order += 1);
    const due = this.milliseconds + delay;
    if (this.scheduling !== null) this.timers.set(order, { ...this.scheduling, due, order, fire });
    return order;
  }

  /** The clock is not told what it times: it is noted on the way. */
  private nameTimers(): void {
    const { scheduler } = this.actor.system as unknown as { scheduler: Scheduler };
    const schedule = scheduler.schedule.bind(scheduler);
    scheduler.schedule = (source, target, event, delay, id) => {
      this.scheduling = { id: id ?? '', source, target };
      schedule(source, target, event, delay, id);
    };
  }

  /** The machine, and those it may start, with promise actors that wait for the test, and with `now` in its context before each step. */
  private logic(machine: AnyStateMachine): AnyStateMachine {
    const known = this.logics.get(machine);
    if (known !== undefined) return known;
    const actors: Record<string, unknown> = {};
    const own = new StateMachine(
      { ...machine.config, context: (args: unknown) => this.contextOf(machine, args) } as never,
      { ...machine.implementations, actors } as never,
    ) as unknown as AnyStateMachine;
    this.logics.set(machine, own);
    for (const [name, logic] of Object.entries(machine.implementations.actors))
      actors[name] = isMachine(logic) ? this.logic(logic) : this.promise(name);
    own.options.maxIterations = machine.options.maxIterations ?? 1000;
    this.overlay(own);
    return own;
  }

  private contextOf(machine: AnyStateMachine, args: unknown): object {
    const { context } = machine.config as { readonly context?: object };
    const made =
      typeof context === 'function'
        ? (context as (args: unknown) => object)(args)
        : (context ?? {});
    return 'now' in made ? { ...made, now: new Date(this.milliseconds).toISOString() } : made;
  }

  /** An actor that throws leaves its children running where nobody finds them; the engine stops them. */
  private overlay(own: AnyStateMachine): void {
    const transition = own.transition.bind(own);
    own.transition = (snapshot, event, scope) => {
      try {
        this.deliveries += 1;
        if (this.deliveries > deliveryLimit) throw new Error('the actors never come to rest');
        return transition(dated(snapshot as AnyMachineSnapshot, this.milliseconds), event, scope);
      } catch (error) {
        const children = Object.values((snapshot as AnyMachineSnapshot).children as Actors);
        for (const child of children) scope.stopChild(child);
        throw error;
      }
    };
  }

  private promise(name: string): unknown {
    return {
      ...fromPromise(() => Promise.resolve()),
      start: (state: { readonly input: unknown }, { self }: { readonly self: AnyActorRef }) => {
        const owner = pathOf(self._parent);
        const invoke = { owner, actor: self.id, name, input: state.input, ref: self };
        this.invoked = [...this.invoked, invoke];
      },
    };
  }
}

type Actors = Readonly<Record<string, AnyActorRef>>;

/** An actor's place as ids from the root down; the root's is empty. */
export function pathOf(actor: AnyActorRef | undefined): string {
  if (actor?._parent === undefined) return '';
  return `${pathOf(actor._parent)}/${actor.id}`;
}

function childrenOf(parent: AnyActorRef): readonly LiveChild[] {
  const { status, children } = parent.getSnapshot() as AnyMachineSnapshot;
  if (status !== 'active') return [];
  return Object.values(children as Actors)
    .filter((child) => isMachine(child.getSnapshot()))
    .flatMap((child) => [
      {
        path: pathOf(child),
        src: child.src,
        ref: child,
        snapshot: child.getSnapshot() as AnyMachineSnapshot,
      },
      ...childrenOf(child),
    ]);
}

/** Of a machine's logic and of its snapshot alike. */
function isMachine(value: unknown): value is AnyStateMachine {
  return typeof value === 'object' && value !== null && ('root' in value || 'machine' in value);
}

function isStopped(ref: AnyActorRef): boolean {
  const stopped = 2;
  const { _processingStatus: status } = ref as unknown as { _processingStatus: number };
  return status === stopped;
}

function isRunning(ref: AnyActorRef): boolean {
  return !isStopped(ref) && (ref.getSnapshot() as { status: string }).status === 'active';
}

function dated(snapshot: AnyMachineSnapshot, milliseconds: number): AnyMachineSnapshot {
  const context = snapshot.context as Readonly<Record<string, unknown>>;
  if (!('now' in context)) return snapshot;
  return { ...snapshot, context: { ...context, now: new Date(milliseconds).toISOString() } };
}
