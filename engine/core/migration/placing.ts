/** Where an instance's active states and remembered histories go in another version of its machine. */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';
import { nodeAt, pathOf } from './chart-parts';
import type { Migration, MigrationPlan } from './migration';

export interface Placing {
  readonly places: MigrationPlan['places'];
  /** All active states of the new version: those that were moved in the order of the old, then those that are entered. */
  readonly nodes: readonly AnyStateNode[];
  readonly entered: readonly AnyStateNode[];
  /** The old active states that went to a new one. */
  readonly cameFrom: ReadonlyMap<AnyStateNode, readonly AnyStateNode[]>;
  readonly history: AnyMachineSnapshot['historyValue'];
  readonly forgotten: readonly string[];
  readonly obstacles: readonly string[];
}

/** A path's new path: the longest entry that holds for it. */
export function movedPath(path: string, { states = {} }: Migration): string {
  for (
    let prefix = path;
    prefix !== '';
    prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))
  ) {
    const to = states[prefix];
    if (to !== undefined) return `${to}${path.slice(prefix.length)}`;
  }
  return path;
}

/** Places a snapshot in another machine; changes nothing. */
export function place(
  snapshot: AnyMachineSnapshot,
  machine: AnyStateMachine,
  migration: Migration,
): Placing {
  const leaves = snapshot._nodes.filter(isLeaf);
  const places = leaves.map((leaf) => {
    const to = movedPath(pathOf(leaf), migration);
    return { from: pathOf(leaf), to: target(machine, to) === null ? null : to };
  });
  const lost = places.filter(({ to }) => to === null).map(({ from }) => from);
  const wanted = places.flatMap(({ to }) => (to === null ? [] : [to]));
  const obstacles = [
    ...lost.map((path) => `no state for ${path}: say in \`states\` where it has gone`),
    ...collisions(machine, wanted),
  ];
  const none = { nodes: [], entered: [], cameFrom: new Map() };
  const histories = placeHistory(snapshot, machine, migration);
  if (obstacles.length > 0) return { places, obstacles, ...none, ...histories };
  return { places, obstacles, ...settle(snapshot, machine, migration, wanted), ...histories };
}

function isLeaf(node: AnyStateNode): boolean {
  return node.type === 'atomic' || node.type === 'final';
}

function target(machine: AnyStateMachine, path: string): AnyStateNode | null {
  const node = nodeAt(machine, path);
  return node === null || node.type === 'history' ? null : node;
}

/** Two states of one compound state cannot both be active. */
function collisions(machine: AnyStateMachine, paths: readonly string[]): readonly string[] {
  const chosen = new Map<AnyStateNode, AnyStateNode>();
  const found = new Set<string>();
  for (const path of paths)
    for (const [node, parent] of chain(nodeAt(machine, path))) {
      const other = parent.type === 'compound' ? chosen.get(parent) : undefined;
      if (other !== undefined && other !== node)
        found.add(`${pathOf(other)} and ${pathOf(node)} cannot both be active`);
      chosen.set(parent, node);
    }
  return [...found];
}

function chain(node: AnyStateNode | null): readonly (readonly [AnyStateNode, AnyStateNode])[] {
  const pairs: (readonly [AnyStateNode, AnyStateNode])[] = [];
  for (let each = node; each?.parent !== undefined; each = each.parent)
    pairs.push([each, each.parent]);
  return pairs;
}

function settle(
  snapshot: AnyMachineSnapshot,
  machine: AnyStateMachine,
  migration: Migration,
  wanted: readonly string[],
): Pick<Placing, 'nodes' | 'entered' | 'cameFrom'> {
  const value = wanted.reduce<Tree>((tree, path) => grow(tree, path), {});
  // XState completes it: initial states of what is entered, regions that are new.
  const active = new Set(machine.resolveState({ value: value, context: {} })._nodes);
  const cameFrom = new Map<AnyStateNode, AnyStateNode[]>();
  for (const old of snapshot._nodes) {
    const node = nodeAt(machine, movedPath(pathOf(old), migration));
    if (node !== null && active.has(node)) cameFrom.set(node, [...(cameFrom.get(node) ?? []), old]);
  }
  const moved = new Set([...cameFrom.keys()]);
  const entered = [...active].filter((node) => !moved.has(node));
  return { nodes: [...moved, ...entered], entered, cameFrom };
}

interface Tree {
  readonly [key: string]: Tree;
}

function grow(tree: Tree, path: string): Tree {
  if (path === '') return tree;
  const [key = '', ...rest] = path.split('.');
  return { ...tree, [key]: grow(tree[key] ?? {}, rest.join('.')) };
}

function placeHistory(
  snapshot: AnyMachineSnapshot,
  machine: AnyStateMachine,
  migration: Migration,
): Pick<Placing, 'history' | 'forgotten'> {
  const history: Record<string, AnyStateNode[]> = {};
  const forgotten: string[] = [];
  for (const [id, items] of Object.entries(snapshot.historyValue)) {
    const path = pathOf(snapshot.machine.getStateNodeById(id));
    const node = nodeAt(machine, movedPath(path, migration));
    const nodes = items.map((item) => target(machine, movedPath(pathOf(item), migration)));
    const known = nodes.filter((each) => each !== null);
    if (node?.type === 'history' && known.length === nodes.length) history[node.id] = known;
    else forgotten.push(path);
  }
  return { history, forgotten };
}
