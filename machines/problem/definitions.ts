/** The three kinds of problem as the engine takes them. */
import type { MachineDefinition } from '../../engine/core';
import type { Kind } from '../../domain/words';
import {
  briefProblemOutcome,
  describeProblem,
  explainProblemTimer,
  explainProblemWork,
} from './describe';
import { problemEvents } from './events';
import { immediate } from './immediate';
import { problemVersion } from './life';
import { longTerm } from './long-term';
import { problemReasons } from './reasons';
import { timeLimited } from './time-limited';

const definitionOf = (name: Kind, machine: MachineDefinition['machine']): MachineDefinition => ({
  name,
  version: problemVersion,
  machine,
  events: problemEvents,
  reasons: problemReasons,
  describe: describeProblem,
  brief: briefProblemOutcome,
  explainTimer: explainProblemTimer,
  explainWork: explainProblemWork,
});

export const problemDefinitions: readonly MachineDefinition[] = [
  definitionOf('immediate', immediate),
  definitionOf('timeLimited', timeLimited),
  definitionOf('longTerm', longTerm),
];
