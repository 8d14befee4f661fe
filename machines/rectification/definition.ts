/** A rectification as the engine takes it. */
import type { MachineDefinition } from '../../engine/core';
import {
  briefOutcome,
  describeRectification,
  explainRectificationTimer,
  explainRectificationWork,
} from './describe';
import { rectificationEvents } from './events';
import { rectification } from './machine';
import { childInput } from './problems';
import { rectificationReasons } from './rules';

export const rectificationDefinition: MachineDefinition = {
  name: 'rectification',
  version: '1',
  machine: rectification,
  events: rectificationEvents,
  reasons: rectificationReasons,
  describe: describeRectification,
  childInput,
  brief: briefOutcome,
  explainTimer: explainRectificationTimer,
  explainWork: explainRectificationWork,
};
