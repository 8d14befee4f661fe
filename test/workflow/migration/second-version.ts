/**
 * A second version of the time-limited problem: the same life with other names for some states, and reminders two days
 * before the date. Whoever waits asks the schedule again, so that the new plan holds for what is still to come.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { JsonObject, MachineDefinition, Migration } from '../../../engine/core';
import type { Policy } from '../../../domain/policy';
import { problemDefinitions, type ProblemContext } from '../../../machines';
import { renamed } from './renamed';

const names: Readonly<Record<string, string>> = {
  assigning: 'handingOver',
  working: 'remedying',
  reviewing: 'examining',
  date: 'deadline',
  suspended: 'halted',
};

const first = problemDefinitions.find(({ name }) => name === 'timeLimited');
if (first === undefined) throw new Error('there is no time-limited problem');

export const firstVersion: MachineDefinition = first;
export const secondVersion: MachineDefinition = {
  ...firstVersion,
  version: '2',
  machine: renamed(firstVersion.machine, names),
  migrations: { '1': migration(firstVersion.machine) },
};

/** Reminders three days, two days and on the day before a date: some new, some left out. */
function secondPlan(policy: Policy): Policy {
  const { ladders } = policy;
  const before = [3, 2, 0].map((days) => ({ days, audience: ['handler' as const] }));
  return { ...policy, ladders: { ...ladders, work: { ...ladders.work, before } } };
}

function migration(machine: AnyStateMachine): Migration {
  const states = pathsOf(machine.root).flatMap((path): readonly (readonly [string, string])[] => {
    const moved = path.map((key) => names[key] ?? key);
    // Asked again, the schedule answers with what follows the last reminder: none comes twice.
    const again = path.at(-1) === 'waiting' ? [...moved.slice(0, -1), 'scheduling'] : moved;
    return path.join('.') === again.join('.') ? [] : [[path.join('.'), again.join('.')]];
  });
  return { states: Object.fromEntries(states), context: replanned };
}

function replanned(context: JsonObject): JsonObject {
  const { policy, waits } = context as unknown as ProblemContext;
  // The new plan numbers its reminders anew: what has been sent is known by its instant alone.
  const begun = Object.entries(waits).map(([wait, state]) => [
    wait,
    { ...state, last: state.last && { ...state.last, rung: -1 } },
  ]);
  const next = { policy: secondPlan(policy), waits: Object.fromEntries(begun) as unknown };
  return { ...context, ...(next as unknown as JsonObject) };
}

function pathsOf(node: AnyStateNode): readonly (readonly string[])[] {
  const children = Object.values(node.states) as readonly AnyStateNode[];
  return [node.path, ...children.flatMap(pathsOf)];
}
