/** What registration cannot see: actions and actors that a machine makes up while it runs. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { allNodes, implementationOf } from './chart';
import { isMachine } from './child';
import type { AskedAction } from './inert-scope';

/** Thrown for what registration cannot see: an action built at run time that cannot be run durably. */
export class UnsupportedActionError extends Error {
  readonly action: string;

  constructor(action: string) {
    super(
      `the action ${action} cannot be run durably; name it, or use raise, cancel or one of the engine's own actions`,
    );
    this.name = 'UnsupportedActionError';
    this.action = action;
  }
}

/** Throws for an action without a name, and for an actor that no state invokes. */
export function refuseUnforeseen(
  children: Actors,
  snapshot: AnyMachineSnapshot,
  asked: readonly AskedAction[],
): void {
  const machine = snapshot.machine as AnyStateMachine;
  const invoked = new Set<unknown>();
  for (const { type, params, exec } of asked) {
    if (type === 'xstate.spawnChild') invoked.add(invokedActor(machine, params as Spawn));
    else if (!type.startsWith('xstate.') && !isNamed(machine, type, exec))
      throw new UnsupportedActionError(type);
  }
  for (const [id, child] of Object.entries(snapshot.children as Actors))
    if (children[id] !== child && !invoked.has(child))
      throw new UnsupportedActionError('spawn in assign');
}

/** A snapshot's children, by id. */
type Actors = Readonly<Record<string, unknown>>;

interface Spawn {
  readonly src: unknown;
  readonly actorRef: SpawnedActor | undefined;
}

interface SpawnedActor {
  readonly id: string;
  readonly sessionId: string;
  readonly _syncSnapshot?: boolean;
}

/** What speaks against an actor that a machine with child machines starts; null when nothing does. */
export function admitSpawned(machine: AnyStateMachine, spawn: Spawn): Error | null {
  const { src, actorRef } = spawn;
  const logic = typeof src === 'string' ? implementationOf(machine, 'actors', src) : undefined;
  if (logic === undefined || actorRef === undefined)
    return new UnsupportedActionError('spawnChild of what is not in setup({ actors })');
  if (!isMachine(logic))
    return isInvoked(machine, spawn) ? null : new UnsupportedActionError('spawnChild');
  if (actorRef.id === actorRef.sessionId)
    return new UnsupportedActionError('spawnChild without an id');
  return actorRef._syncSnapshot === true
    ? new UnsupportedActionError('spawnChild with syncSnapshot')
    : null;
}

/** True for the action that the machine was set up with under this name. */
export function isNamed(machine: AnyStateMachine, type: string, exec: unknown): boolean {
  return exec !== undefined && exec === implementationOf(machine, 'actions', type);
}

function invokedActor(machine: AnyStateMachine, spawn: Spawn): unknown {
  if (!isInvoked(machine, spawn)) throw new UnsupportedActionError('spawnChild');
  return spawn.actorRef;
}

function isInvoked(machine: AnyStateMachine, { src, actorRef }: Spawn): boolean {
  return invokesOf(machine).has(`${actorRef?.id} ${String(src)}`);
}

const known = new WeakMap<AnyStateMachine, ReadonlySet<string>>();

/** The ids and names of the actors that states invoke. */
function invokesOf(machine: AnyStateMachine): ReadonlySet<string> {
  const found = known.get(machine);
  if (found !== undefined) return found;
  const invokes = allNodes(machine.root).flatMap((node) => node.invoke);
  const made = new Set(invokes.map(({ id, src }) => `${id} ${src as string}`));
  known.set(machine, made);
  return made;
}
