/**
 * One delivery to a machine that has child machines. XState's own actors do it, so that who hears what when is XState's own
 * order: they are made from what was kept, live for the length of one call on a scheduler that only takes notes, and are
 * thrown away. Held to XState's live actors by conformance.
 */
import {
  createActor,
  type AnyActorRef,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { ActorLogic, type Witness } from './actor-logic';
import {
  actorLike,
  childrenIn,
  holdsActor,
  isMachineActor,
  parentOf,
  staffed,
  systemOf,
  type Actors,
} from './actors';
import { childMachines, type Child } from './child';
import { inertScope, type AskedAction } from './inert-scope';
import type { Movement } from './movement';
import { UnsupportedActionError } from './unforeseen';

/** True for a machine whose steps need actors: it names machines that it may start as its children. */
export function hasChildMachines(machine: AnyStateMachine): boolean {
  const known = parents.get(machine);
  if (known !== undefined) return known;
  const found = childMachines(machine).length > 0;
  parents.set(machine, found);
  return found;
}

const parents = new WeakMap<AnyStateMachine, boolean>();

/** Where and when a step takes place. */
export interface Scene {
  readonly workflow: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** The number of the step: the first part of the keys of the children that it starts. */
  readonly sequence: number;
}

/** What a machine with children becomes by an event: the root, or the child `to`. A machine that fails has the status `error`. */
export function moveActors(
  scene: Scene,
  { snapshot, children }: Pick<Movement, 'snapshot' | 'children'>,
  event: AnyEventObject,
  to?: string,
): Movement {
  return new ActorSystem(scene, children).move(snapshot, event, to);
}

/** The first movement of a machine that has child machines. */
export function beginActors(scene: Scene, machine: AnyStateMachine, input: unknown): Movement {
  return new ActorSystem(scene, []).begin(machine, input);
}

class ActorSystem implements Witness {
  readonly at: string;
  private readonly scene: Scene;
  private readonly before: readonly Child[];
  private readonly logic = new ActorLogic(this);
  private readonly asked: AskedAction[] = [];
  private readonly keys = new Map<AnyActorRef, string>();
  /** What was kept, by what is there while nothing has happened to it. */
  private readonly untouched = new Map<unknown, unknown>();
  private reviving = false;
  private refused: { readonly reason: unknown } | null = null;
  private count = 0;

  constructor(scene: Scene, before: readonly Child[]) {
    this.scene = scene;
    this.at = scene.at;
    this.before = before;
  }

  begin(machine: AnyStateMachine, input: unknown): Movement {
    const root = this.root(machine, { input });
    this.start(root);
    return this.movement(root);
  }

  move(snapshot: AnyMachineSnapshot, event: AnyEventObject, to?: string): Movement {
    const kept: Kept = { snapshot };
    const root = this.root(snapshot.machine as AnyStateMachine, { snapshot: kept });
    this.reviving = true;
    this.start(root);
    this.reviving = false;
    systemOf(root)._relay(undefined, to === undefined ? root : this.actorOf(to), event);
    return this.movement(root);
  }

  ask(by: AnyActorRef, action: AskedAction): void {
    const owner = this.keyOf(by);
    this.asked.push(owner === undefined ? action : { ...action, owner });
  }

  refuse(reason: unknown): void {
    this.refused ??= { reason };
  }

  activityStarts(actor: AnyActorRef, input: unknown): void {
    if (this.reviving) return;
    if (holdsActor(input))
      this.refuse(new UnsupportedActionError("an actor in an activity's input"));
    const params = { src: actor.src, input, actorRef: { id: actor.id } };
    this.ask(parentOf(actor), { type: 'xstate.spawnChild', params, exec: null });
  }

  activityStops(actor: AnyActorRef): void {
    const params = { id: actor.id };
    this.ask(parentOf(actor), { type: 'xstate.stopChild', params, exec: null });
  }

  revive({ key, snapshot }: Kept, self: AnyActorRef): AnyMachineSnapshot {
    if (key !== undefined) this.keys.set(self, key);
    const machine = this.logic.of(snapshot.machine as AnyStateMachine);
    const activities = Object.values(snapshot.children as Actors).map((actor) =>
      this.reviveActivity(machine, actor, self),
    );
    const machines = this.before
      .filter(({ parent }) => parent === key)
      .map((child) => this.reviveChild(machine, child, self));
    const children = Object.fromEntries(
      [...activities, ...machines].map((each) => [each.id, each]),
    );
    const revived = staffed(snapshot, machine, children);
    this.untouched.set(revived, snapshot);
    return revived;
  }

  private root(machine: AnyStateMachine, options: object): AnyActorRef {
    return createActor(this.logic.of(machine), {
      ...(options as { readonly input: never }),
      // A session id would not be the same in another process.
      id: this.scene.workflow,
    });
  }

  private start(root: AnyActorRef): void {
    const system = systemOf(root);
    const relay = system._relay.bind(system);
    Object.assign(system, {
      scheduler: {
        schedule: this.schedule.bind(this),
        cancel: (source: AnyActorRef, sendId: string) =>
          this.ask(source, { type: 'xstate.cancel', params: { sendId }, exec: null }),
        cancelAll: (source: AnyActorRef) =>
          this.ask(source, { type: 'xstate.cancelAll', params: null, exec: null }),
      },
      _relay: (source: unknown, target: AnyActorRef, event: AnyEventObject) => {
        if (target.system === root.system) relay(source, target, event);
        else this.refuse(new UnsupportedActionError('sendTo an actor from elsewhere'));
      },
    });
    // Without anybody who hears of errors, XState would throw them once more from a timer.
    root.subscribe({ error: () => undefined });
    (root as unknown as { start: () => void }).start();
  }

  private schedule(
    source: AnyActorRef,
    target: AnyActorRef,
    event: AnyEventObject,
    delay: number,
    id: string | undefined,
  ): void {
    if (holdsActor(event)) this.refuse(new UnsupportedActionError('a delayed event with an actor'));
    const to = target === source ? {} : { target: this.keyOf(target) ?? null };
    const params = { event, delay, id, ...to };
    this.ask(source, { type: 'xstate.raise', params, exec: null });
  }

  /** Undefined for the root. */
  private keyOf(actor: AnyActorRef): string | undefined {
    if (actor._parent === undefined) return undefined;
    const known = this.keys.get(actor);
    if (known !== undefined) return known;
    this.keyOf(actor._parent);
    const key = `${this.scene.sequence}.${this.count}`;
    this.count += 1;
    this.keys.set(actor, key);
    return key;
  }

  private actorOf(wanted: string): AnyActorRef {
    for (const [actor, key] of this.keys) if (key === wanted) return actor;
    throw new Error(`there is no child ${wanted}`);
  }

  private reviveActivity(
    machine: AnyStateMachine,
    inert: AnyActorRef,
    parent: AnyActorRef,
  ): AnyActorRef {
    const logic = (machine.implementations.actors as Readonly<Record<string, unknown>>)[
      inert.src as string
    ];
    const revived = actorLike(inert, logic, parent);
    this.untouched.set(revived, inert);
    return revived;
  }

  private reviveChild(machine: AnyStateMachine, child: Child, parent: AnyActorRef): AnyActorRef {
    const { key, id, src, systemId, snapshot } = child;
    const logic = (machine.implementations.actors as Readonly<Record<string, AnyStateMachine>>)[
      src
    ];
    const kept: Kept = { key, snapshot };
    const named = systemId === undefined ? {} : { systemId };
    const options = { id, src, parent, snapshot: kept, ...named };
    return createActor(logic as never, options as never) as unknown as AnyActorRef;
  }

  private movement(root: AnyActorRef): Movement {
    if (this.refused !== null) throw this.refused.reason;
    return { snapshot: this.keep(root), children: this.childrenOf(root), asked: this.asked };
  }

  private childrenOf(parent: AnyActorRef): readonly Child[] {
    const parentKey = this.keyOf(parent);
    return childrenIn(parent)
      .filter(isMachineActor)
      .flatMap((actor) => {
        const { id, systemId } = actor as unknown as { id: string; systemId?: string };
        const child: Child = {
          key: this.keyOf(actor) ?? '',
          ...(parentKey === undefined ? {} : { parent: parentKey }),
          id,
          src: actor.src as string,
          ...(systemId === undefined ? {} : { systemId }),
          snapshot: this.keep(actor),
        };
        return [child, ...this.childrenOf(actor)];
      });
  }

  /** An actor's snapshot without anything of this system in it: its activities lie inert, its machines are kept apart. */
  private keep(actor: AnyActorRef): AnyMachineSnapshot {
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
    const known = this.untouched.get(snapshot);
    if (known !== undefined) return known as AnyMachineSnapshot;
    if (holdsActor(snapshot.context)) throw new UnsupportedActionError('an actor in the context');
    const machine = Object.getPrototypeOf(snapshot.machine) as AnyStateMachine;
    const activities = childrenIn(actor).filter((child) => !isMachineActor(child));
    const children = activities.map((each) => [each.id, this.inert(machine, each)] as const);
    return staffed(snapshot, machine, Object.fromEntries(children));
  }

  private inert(machine: AnyStateMachine, actor: AnyActorRef): AnyActorRef {
    const known = this.untouched.get(actor) as AnyActorRef | undefined;
    const actors = machine.implementations.actors as Readonly<Record<string, unknown>>;
    return known ?? actorLike(actor, actors[actor.src as string], inertScope().self);
  }
}

/** What an actor goes on from. */
interface Kept {
  /** Of a child; absent: the root. */
  readonly key?: string;
  readonly snapshot: AnyMachineSnapshot;
}
