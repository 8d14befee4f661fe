/** What separates two versions of a machine, found without running either: what would break running instances, and what is new. */
import type { AnyStateNode } from 'xstate';
import { allNodes } from '../chart';
import type { MachineDefinition } from '../definition';
import type { Field } from '../fields';
import { delayedOf, invokedBy, nodeAt, pathOf } from './chart-parts';
import type { Migration } from './migration';
import { movedPath } from './placing';

export interface Difference {
  /** `breaks`: an instance there cannot move. `changes`: something running ends or is counted anew, or senders must follow. `adds`: new. */
  readonly kind: 'breaks' | 'changes' | 'adds';
  readonly text: string;
}

/** The differences an instance of `from` meets as `to`, with the migration that `to` has for it (`{}` where it has none). */
export function compareVersions(
  from: MachineDefinition,
  to: MachineDefinition,
): readonly Difference[] {
  const migration = to.migrations?.[from.version] ?? {};
  const old = allNodes(from.machine.root);
  const gone = old.flatMap((node) => movedState(node, to, migration));
  const moved = new Set(old.map((node) => movedPath(pathOf(node), migration)));
  const fresh = allNodes(to.machine.root).filter((node) => !moved.has(pathOf(node)));
  return [
    ...gone,
    ...fresh.map((node) => adds(`the state ${pathOf(node)}`)),
    ...eventDifferences(from, to),
  ];
}

const breaks = (text: string): Difference => ({ kind: 'breaks', text });
const changes = (text: string): Difference => ({ kind: 'changes', text });
const adds = (text: string): Difference => ({ kind: 'adds', text });

function movedState(
  node: AnyStateNode,
  to: MachineDefinition,
  migration: Migration,
): readonly Difference[] {
  const path = pathOf(node);
  const next = nodeAt(to.machine, movedPath(path, migration));
  if (node.type === 'history')
    return next?.type === 'history' ? [] : [changes(`what ${path} remembers is forgotten`)];
  if (next === null) {
    const leaf = node.type === 'atomic' || node.type === 'final';
    return leaf ? [breaks(`the state ${path} has nowhere to go`)] : [];
  }
  const { delays = {}, actors = {} } = migration;
  const nextDelays = delayedOf(next).map(({ delay }) => delay);
  const oldDelays = delayedOf(node).map(({ delay }) => delays[delay] ?? delay);
  const nextActors = invokedBy(next).map(({ id, defaultId }) => (id === defaultId ? '' : id));
  const oldActors = invokedBy(node).map(({ id, defaultId }) =>
    id === defaultId ? '' : (actors[id] ?? id),
  );
  const where = path === pathOf(next) ? path : `${path} → ${pathOf(next)}`;
  const lost = (list: readonly string[], of: readonly string[]) =>
    of.filter((each) => !list.includes(each));
  return [
    ...(kindOf(node) === kindOf(next)
      ? []
      : [changes(`${where}: ${kindOf(node)} is now ${kindOf(next)}`)]),
    ...lost(nextDelays, oldDelays).map((delay) => changes(`${where}: the timer ${delay} ends`)),
    ...lost(oldDelays, nextDelays).map((delay) =>
      changes(`${where}: the timer ${delay} starts to count at the move`),
    ),
    ...lost(nextActors, oldActors).map((id) => changes(`${where}: the actor ${id} is stopped`)),
    ...lost(oldActors, nextActors).map((id) =>
      changes(`${where}: the actor ${id} is started at the move`),
    ),
  ];
}

function kindOf({ type }: AnyStateNode): string {
  return type === 'atomic' ? 'a simple state' : `a ${type} state`;
}

function eventDifferences(from: MachineDefinition, to: MachineDefinition): readonly Difference[] {
  const gone = Object.keys(from.events).filter((type) => !Object.hasOwn(to.events, type));
  const fresh = Object.keys(to.events).filter((type) => !Object.hasOwn(from.events, type));
  const both = Object.keys(from.events).filter((type) => Object.hasOwn(to.events, type));
  return [
    ...gone.map((type) => changes(`the event ${type} is refused from now on`)),
    ...both.flatMap((type) => fieldDifferences(type, from, to)),
    ...fresh.map((type) => adds(`the event ${type}`)),
  ];
}

function fieldDifferences(
  type: string,
  from: MachineDefinition,
  to: MachineDefinition,
): readonly Difference[] {
  const old = from.events[type]?.fields ?? {};
  const next = to.events[type]?.fields ?? {};
  const needed = Object.entries<Field>(next).filter(
    ([name, field]) => field.optional !== true && old[name] === undefined,
  );
  const other = Object.entries<Field>(next).filter(
    ([name, field]) => old[name] !== undefined && old[name]?.type !== field.type,
  );
  const gone = Object.keys(old).filter((name) => next[name] === undefined);
  return [
    ...needed.map(([name]) => changes(`the event ${type} needs the field ${name}`)),
    ...other.map(([name, field]) =>
      changes(`the event ${type}: the field ${name} is now ${field.type}`),
    ),
    ...gone.map((name) => changes(`the event ${type} takes no field ${name} any more`)),
  ];
}
