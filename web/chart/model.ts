/**
 * A machine's chart as people read it, from XState's own tree: its states with what leads from one to another. What only keeps
 * time or chooses a way by itself is folded into where it happens. Pure.
 */
import type { AnyStateNode } from 'xstate';
import type { MachineDefinition } from '../../engine/core';

export interface ChartState {
  /** Dotted, from the root: `open.life.reviewing`. */
  readonly path: string;
  readonly key: string;
  readonly tags: readonly string[];
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly isLive: boolean;
  readonly states: readonly ChartState[];
  /** Events that are taken here and lead nowhere else. */
  readonly inside: readonly string[];
}

export interface ChartWay {
  readonly from: string;
  readonly to: string;
  /** Types of described events, in the order of the chart. */
  readonly events: readonly string[];
}

export interface Chart {
  readonly states: readonly ChartState[];
  readonly ways: readonly ChartWay[];
}

/** @param live the deepest active states, dotted: what lines and views say of where an instance stands */
export function chartOf(
  definition: Pick<MachineDefinition, 'machine' | 'events'>,
  live: readonly string[],
): Chart {
  const events = new Set(Object.keys(definition.events));
  const reader = { events, live, root: definition.machine.root as AnyStateNode };
  const states = statesIn(reader.root, reader);
  return { states, ways: waysAmong(states, reader) };
}

interface Reader {
  readonly events: ReadonlySet<string>;
  readonly live: readonly string[];
  readonly root: AnyStateNode;
}

interface Transition {
  readonly eventType: string;
  readonly target: readonly AnyStateNode[] | undefined;
}

const pathOf = (node: AnyStateNode): string => node.path.join('.');

/** The transitions by events that people or other workflows send. */
function described(node: AnyStateNode, { events }: Reader): readonly Transition[] {
  const all = [...node.transitions.values()].flat() as readonly Transition[];
  return all.filter(({ eventType }) => events.has(eventType));
}

function statesIn(node: AnyStateNode, reader: Reader): readonly ChartState[] {
  return childrenOf(node)
    .filter((child) => isShown(child, reader))
    .map((child) => stateOf(child, reader));
}

function stateOf(node: AnyStateNode, reader: Reader): ChartState {
  const path = pathOf(node);
  const states = isFolded(node, reader) ? [] : statesIn(node, reader);
  const inner = described(node, reader).filter(({ target }) => target === undefined);
  return {
    ...{ path, key: node.key, tags: node.tags, states },
    kind: states.length > 0 ? (node.type === 'parallel' ? 'parallel' : 'compound') : leafKind(node),
    isLive: reader.live.some((each) => each === path || each.startsWith(`${path}.`)),
    inside: [...new Set(inner.map(({ eventType }) => eventType))],
  };
}

function leafKind(node: AnyStateNode): 'atomic' | 'final' {
  return node.type === 'final' ? 'final' : 'atomic';
}

const childrenOf = (node: AnyStateNode): readonly AnyStateNode[] =>
  Object.values(node.states) as readonly AnyStateNode[];

/** Nothing that anybody sends leads from one of its states to another: it keeps time. */
function isFolded(node: AnyStateNode, reader: Reader): boolean {
  return childrenOf(node).every(
    (child) =>
      child.tags.length === 0 && described(child, reader).length === 0 && isFolded(child, reader),
  );
}

/** A state that chooses a way by itself is never stood in; a region that hears nobody is a clock. */
function isShown(node: AnyStateNode, reader: Reader): boolean {
  const hears = described(node, reader).length > 0 || node.tags.length > 0;
  if (hears || !isFolded(node, reader)) return true;
  if (isTransient(node)) return false;
  return node.parent?.type !== 'parallel' && !isQuiet(node, reader);
}

const isTransient = (node: AnyStateNode): boolean =>
  node.type === 'atomic' && (node.always ?? []).length > 0;

/** Nothing leads into it by what anybody sends. */
function isQuiet(node: AnyStateNode, reader: Reader): boolean {
  return !allOf(reader.root).some((each) =>
    described(each, reader).some(({ target }) => (target ?? []).includes(node)),
  );
}

function allOf(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...childrenOf(node).flatMap(allOf)];
}

function waysAmong(states: readonly ChartState[], reader: Reader): readonly ChartWay[] {
  const shown = new Set(flat(states).map(({ path }) => path));
  const ways = new Map<string, { from: string; to: string; events: string[] }>();
  for (const node of allOf(reader.root))
    for (const { eventType, target } of described(node, reader))
      for (const end of (target ?? []).flatMap((each) => endsOf(each))) {
        const [from, to] = [shownAt(node, shown), shownAt(end, shown)];
        if (from === null || to === null) continue;
        const way = ways.get(`${from} ${to}`) ?? { from, to, events: [] };
        if (!way.events.includes(eventType)) way.events.push(eventType);
        ways.set(`${from} ${to}`, way);
      }
  return [...ways.values()];
}

export function flat(states: readonly ChartState[]): readonly ChartState[] {
  return states.flatMap((state) => [state, ...flat(state.states)]);
}

/** Where it leads in the end: a state that chooses a way by itself leads on. */
function endsOf(node: AnyStateNode, seen: readonly AnyStateNode[] = []): readonly AnyStateNode[] {
  if (!isTransient(node) || node.tags.length > 0 || seen.includes(node)) return [node];
  const targets = (node.always ?? []).flatMap(
    ({ target }) => target ?? [],
  ) as readonly AnyStateNode[];
  return targets.flatMap((target) => endsOf(target, [...seen, node]));
}

/** Itself, or the nearest state around it that is shown. */
function shownAt(node: AnyStateNode, shown: ReadonlySet<string>): string | null {
  for (let each: AnyStateNode | undefined = node; each !== undefined; each = each.parent)
    if (shown.has(pathOf(each))) return pathOf(each);
  return null;
}
