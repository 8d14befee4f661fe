/**
 * The oracle: XState's own live actor on a virtual clock. Its promise actors come out when the test says so; what it asks
 * for is written down as it executes it. Knows nothing of the engine.
 */
import {
  createActor,
  fromPromise,
  StateMachine,
  transition,
  type Actor,
  type AnyActorRef,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { Json } from '../../../engine/core';
import type { Event } from './virtual-host';

interface LiveTimer {
  readonly id: string;
  readonly due: number;
  readonly order: number;
  readonly fire: () => void;
}

interface LiveInvoke {
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
  schedule: (source: unknown, target: unknown, event: unknown, delay: number, id?: string) => void;
}

export class LiveActor {
  private readonly actor: Actor<AnyStateMachine>;
  private readonly timers = new Map<number, LiveTimer>();
  private invoked: readonly LiveInvoke[] = [];
  private actions: { name: string; params: unknown }[] = [];
  private emitted: AnyEventObject[] = [];
  private scheduling = '';
  private order = 0;
  private milliseconds: number;

  constructor(machine: AnyStateMachine, input: Json, startsAt: number) {
    this.milliseconds = startsAt;
    this.actor = createActor(this.logic(machine), {
      input,
      clock: {
        setTimeout: (fire, delay) => this.setTimeout(fire, delay),
        clearTimeout: (id: number) => void this.timers.delete(id),
      },
      logger: () => undefined,
      inspect: (inspected) => {
        if (inspected.type !== '@xstate.action' || inspected.action.type.startsWith('xstate.'))
          return;
        this.actions.push({ name: inspected.action.type, params: inspected.action.params });
      },
    });
    this.nameTimers();
    this.actor.on('*', (event) => void this.emitted.push(event));
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

  /** Pending timers in the order in which they will fire; none once the machine has ended, which no longer hears them. */
  get pending(): readonly LiveTimer[] {
    if (this.snapshot.status !== 'active') return [];
    return [...this.timers.values()].sort((a, b) => a.due - b.due || a.order - b.order);
  }

  /** True when the snapshot takes this event, with the context as it is at this instant. May throw, as a guard may. */
  takes(event: Event): boolean {
    const snapshot = dated(this.snapshot, this.milliseconds);
    return snapshot.machine.getTransitionData(snapshot, event).length > 0;
  }

  send(event: Event): void {
    this.actor.send(event);
  }

  /** Runs the transition and forgets it. Throws what the machine throws, which would end the actor. */
  rehearse(event: Event): void {
    const snapshot = dated(this.snapshot, this.milliseconds);
    transition(snapshot.machine, snapshot, event);
  }

  /** Moves the clock to the next timer, but not past `until`, and fires it. False when none is due by then. */
  fireNext(until: number): boolean {
    const next = this.pending[0];
    if (next === undefined || next.due > until) return false;
    this.milliseconds = Math.max(this.milliseconds, next.due);
    this.timers.delete(next.order);
    next.fire();
    return true;
  }

  setClock(milliseconds: number): void {
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
    const ref = this.invokes[index]?.ref;
    if (ref === undefined) throw new Error(`the live actor runs no invoke ${index}`);
    const { system } = this.actor as unknown as {
      system: { _relay: (source: unknown, target: unknown, event: unknown) => void };
    };
    system._relay(ref, ref, event);
  }

  private setTimeout(fire: () => void, delay: number): number {
    const order = (this.order += 1);
    this.timers.set(order, { id: this.scheduling, due: this.milliseconds + delay, order, fire });
    return order;
  }

  /** The clock is not told the id of what it times: it is noted on the way. */
  private nameTimers(): void {
    const { scheduler } = this.actor.system as unknown as { scheduler: Scheduler };
    const schedule = scheduler.schedule.bind(scheduler);
    scheduler.schedule = (source, target, event, delay, id) => {
      this.scheduling = id ?? '';
      schedule(source, target, event, delay, id);
    };
  }

  /** The machine with promise actors that wait for the test, and with `now` in its context before each step. */
  private logic(machine: AnyStateMachine): AnyStateMachine {
    const { context } = machine.config as { readonly context?: object };
    const config = {
      ...machine.config,
      context: (args: unknown) => {
        const made =
          typeof context === 'function'
            ? (context as (args: unknown) => object)(args)
            : (context ?? {});
        return 'now' in made ? { ...made, now: new Date(this.milliseconds).toISOString() } : made;
      },
    };
    const own = new StateMachine(
      config as never,
      {
        ...machine.implementations,
        actors: Object.fromEntries(
          Object.keys(machine.implementations.actors).map((name) => [name, this.promise(name)]),
        ),
      } as never,
    ) as unknown as AnyStateMachine;
    own.options.maxIterations = machine.options.maxIterations ?? 1000;
    const transition = own.transition.bind(own);
    own.transition = (snapshot, event, scope) =>
      transition(dated(snapshot as AnyMachineSnapshot, this.milliseconds), event, scope);
    return own;
  }

  private promise(name: string): unknown {
    return {
      ...fromPromise(() => Promise.resolve()),
      start: (state: { readonly input: unknown }, scope: { readonly self: AnyActorRef }) => {
        const invoke = { actor: scope.self.id, name, input: state.input, ref: scope.self };
        this.invoked = [...this.invoked, invoke];
      },
    };
  }
}

function isRunning(ref: AnyActorRef): boolean {
  const stopped = 2;
  const { _processingStatus: status } = ref as unknown as { _processingStatus: number };
  return status !== stopped && (ref.getSnapshot() as { status: string }).status === 'active';
}

function dated(snapshot: AnyMachineSnapshot, milliseconds: number): AnyMachineSnapshot {
  const context = snapshot.context as Readonly<Record<string, unknown>>;
  if (!('now' in context)) return snapshot;
  return { ...snapshot, context: { ...context, now: new Date(milliseconds).toISOString() } };
}
