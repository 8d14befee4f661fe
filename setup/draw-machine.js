'use strict';
// Draws a statechart as Mermaid from the machine itself, for docs/machines.md. Knows XState's state nodes and nothing else.

/**
 * @typedef {{ id: string, key: string, type: string, states: Record<string, Node>, transitions: Map<string, Edge[]>, parent?: Node, always?: Edge[], initial?: { target?: Node[] } }} Node
 * @typedef {{ eventType: string, target?: Node[], source: Node }} Edge
 */

/**
 * @param {Node} root a machine's root node
 * @param {Record<string, string>} titles what people call an event
 * @returns {string} a Mermaid state diagram
 */
function drawMachine(root, titles) {
  return ['stateDiagram-v2', '  direction TB', ...inside(root, '  '), ...edges(root, titles)].join(
    '\n',
  );
}

const deadline = 'over,scheduling,waiting';

/** The deadline region is drawn once by itself; elsewhere a clock stands for it. @param {Node} node */
function waitsForDate(node) {
  return Object.keys(node.states).sort().join() === deadline;
}

/** @param {Node} node @param {string} indent @returns {string[]} */
function inside(node, indent) {
  const children = Object.values(node.states).filter((child) => child.type !== 'history');
  if (node.type === 'parallel') {
    return children.flatMap((child, index) => [
      ...(index === 0 ? [] : [`${indent}--`]),
      ...state(child, indent),
    ]);
  }
  const initial = node.initial?.target?.[0];
  return [
    ...(initial === undefined ? [] : [`${indent}[*] --> ${name(initial)}`]),
    ...children.flatMap((child) => state(child, indent)),
  ];
}

/** @param {Node} node @param {string} indent @returns {string[]} */
function state(node, indent) {
  const declared = `${indent}state "${node.key}" as ${name(node)}`;
  if (waitsForDate(node)) return [`${indent}state "${node.key} ⏱" as ${name(node)}`];
  if (Object.keys(node.states).length === 0) {
    return node.type === 'final' ? [declared, `${indent}${name(node)} --> [*]`] : [declared];
  }
  return [`${declared} {`, ...inside(node, `${indent}  `), `${indent}}`];
}

/** One arrow a pair of states, with all that leads along it. @param {Node} root @param {Record<string, string>} titles @returns {string[]} */
function edges(root, titles) {
  /** @type {Map<string, Set<string>>} */
  const arrows = new Map();
  for (const node of all(root)) {
    for (const edge of [...[...node.transitions.values()].flat(), ...(node.always ?? [])]) {
      const target = edge.target?.[0];
      if (target === undefined || (edge.eventType === 'datesChanged' && waitsForDate(node)))
        continue;
      const [from, to] = [shown(edge.source, root), shown(target, root)];
      if (from === to && from !== edge.source) continue;
      const arrow = `  ${name(from)} --> ${name(to)}`;
      arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(label(edge.eventType, titles)));
    }
  }
  return [...arrows].map(([arrow, labels]) => {
    const words = [...labels].filter((each) => each !== '').join('、');
    return words === '' ? arrow : `${arrow} : ${words}`;
  });
}

/** The state itself, or the one under whose clock it is hidden. @param {Node} node @param {Node} root @returns {Node} */
function shown(node, root) {
  return node !== root &&
    node.parent !== undefined &&
    node.parent !== root &&
    waitsForDate(node.parent)
    ? node.parent
    : node;
}

/** @param {string} eventType @param {Record<string, string>} titles */
function label(eventType, titles) {
  if (eventType in titles) return titles[eventType] ?? '';
  if (eventType.startsWith('xstate.after.')) return '到点';
  if (eventType.startsWith('xstate.done.actor.')) return '已推算';
  return '';
}

/** @param {Node} node @returns {Node[]} */
function all(node) {
  return [node, ...Object.values(node.states).flatMap(all)];
}

/** Mermaid takes no dots in names. @param {Node} node */
function name(node) {
  return node.id.replace(/[^A-Za-z0-9]/g, '_');
}

module.exports = { drawMachine };
