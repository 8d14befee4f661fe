/** What registration cannot see: actions and actors that a machine makes up while it runs. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { allNodes, implementationOf } from './chart';
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
  readonly actorRef: { readonly id: string };
}

function isNamed(machine: AnyStateMachine, type: string, exec: unknown): boolean {
  return exec !== undefined && exec === implementationOf(machine, 'actions', type);
}

function invokedActor(machine: AnyStateMachine, { src, actorRef }: Spawn): unknown {
  if (!invokesOf(machine).has(`${actorRef.id} ${String(src)}`))
    throw new UnsupportedActionError('spawnChild');
  return actorRef;
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
