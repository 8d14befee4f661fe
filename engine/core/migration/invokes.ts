/** What becomes of invoked actors in another version: kept under their new id, dropped, or new. */
import type { AnyStateNode } from 'xstate';
import type { Invoke, Work } from '../effects';
import type { AskedAction } from '../inert-scope';
import type { Json, JsonObject } from '../json';
import { invokedBy, type Invoked } from './chart-parts';
import { migrated, type Moving } from './timers';

export interface MovedWork {
  /** Activities, children and signals that are under way stay; an invoke stays where the new version invokes it too. */
  readonly kept: readonly Work[];
  readonly dropped: readonly Invoke[];
  readonly asked: readonly AskedAction[];
  /** The persisted snapshot's actors. */
  readonly children: JsonObject;
}

/**
 * An invoke that both versions have stays under way, or stays done; one that only the new version has is started. `actors`: the
 * old persisted snapshot's.
 */
export function moveWork(work: readonly Work[], actors: JsonObject, moving: Moving): MovedWork {
  const renamed = new Map<string, Invoked>();
  const asked: AskedAction[] = [];
  const children: Record<string, Json> = {};
  for (const node of moving.placing.nodes)
    for (const invoked of invokedBy(node)) {
      const before = counterpart(node, invoked, moving);
      if (before !== null) {
        renamed.set(before.id, invoked);
        // XState keeps an actor that has come out until its state is left.
        const known = actors[before.id] as JsonObject | undefined;
        if (known !== undefined) children[invoked.id] = { ...known, src: invoked.src };
        continue;
      }
      const input = inputOf(invoked, moving);
      asked.push(spawned(invoked, input));
      children[invoked.id] = actor(invoked.src, input);
    }
  const kept: Work[] = [];
  const dropped: Invoke[] = [];
  for (const each of work) {
    const invoked = each.kind === 'invoke' ? renamed.get(each.actor) : undefined;
    if (each.kind !== 'invoke') kept.push(each);
    else if (invoked === undefined) dropped.push(each);
    else kept.push({ ...each, actor: invoked.id });
  }
  return { kept, dropped, asked, children };
}

function counterpart(
  node: AnyStateNode,
  invoked: Invoked,
  { placing, migration }: Moving,
): Invoked | null {
  const { actors = {} } = migration;
  for (const [index, each] of (placing.cameFrom.get(node) ?? []).flatMap(invokedBy).entries()) {
    const unnamed = each.id === each.defaultId && invoked.id === invoked.defaultId;
    if ((actors[each.id] ?? each.id) === invoked.id) return each;
    if (unnamed && indexOf(node, invoked) === index) return each;
  }
  return null;
}

function indexOf(node: AnyStateNode, { id }: Invoked): number {
  return invokedBy(node).findIndex((each) => each.id === id);
}

function inputOf({ input }: Invoked, { context }: Moving): Json {
  const made: unknown =
    typeof input === 'function'
      ? (input as (args: unknown) => unknown)({ context, event: { type: migrated } })
      : input;
  return (made as Json | undefined) ?? null;
}

function spawned({ id, src }: Invoked, input: Json): AskedAction {
  return {
    type: 'xstate.spawnChild',
    params: { id, src, input, actorRef: { id } },
    exec: undefined,
  };
}

/** As XState persists a promise actor under way. */
function actor(src: string, input: Json): JsonObject {
  return { snapshot: { status: 'active', input }, src, syncSnapshot: false };
}
