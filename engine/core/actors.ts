/** Reading and remaking XState's actors, whatever system they belong to. */
import {
  createActor,
  type AnyActorRef,
  type AnyEventObject,
  type AnyMachineSnapshot,
} from 'xstate';

export type Actors = Readonly<Record<string, AnyActorRef>>;

interface System {
  readonly _relay: (source: unknown, target: AnyActorRef, event: AnyEventObject) => void;
}

export function systemOf(actor: AnyActorRef): System {
  return actor.system as unknown as System;
}

export function staffed(snapshot: AnyMachineSnapshot, machine: unknown, children: Actors) {
  return Object.assign({ ...snapshot }, { machine, children }) as AnyMachineSnapshot;
}

export function parentOf(actor: AnyActorRef): AnyActorRef {
  return actor._parent ?? actor;
}

export function actorLike(actor: AnyActorRef, logic: unknown, parent: AnyActorRef): AnyActorRef {
  const { id, src } = actor;
  const { _syncSnapshot: syncSnapshot } = actor as unknown as { _syncSnapshot: boolean };
  const snapshot = actor.getSnapshot() as unknown;
  const options = { id, src, parent, syncSnapshot, snapshot };
  return createActor(logic as never, options as never) as unknown as AnyActorRef;
}

/** Whom an actor keeps; one that has ended keeps nobody, though XState leaves them in its snapshot. */
export function childrenIn(actor: AnyActorRef): readonly AnyActorRef[] {
  const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
  return snapshot.status === 'active' ? Object.values(snapshot.children as Actors) : [];
}

export function isMachineActor(actor: AnyActorRef): boolean {
  return 'machine' in (actor.getSnapshot() as object);
}

/** Actors are no JSON: what refers to one would not find it again after a restart. */
export function holdsActor(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'sessionId' in value && 'getSnapshot' in value
    ? true
    : Object.values(value).some(holdsActor);
}
