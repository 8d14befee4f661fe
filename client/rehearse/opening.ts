/** A beginning as it should be: the day after the feedback all is assigned, accepted and planned. What follows is the scenario's. */
import { addDays, instantOf } from '../../domain/plain-date';
import type { Actor, ScenarioStep, Selection } from '../../domain/scenario';
import type { PlainDate, Role } from '../../domain/words';

/** A stand-in for the department of problems that name none: held by those who stand for every department. */
const department = '责任部门';

/** For a feedback received on `from`; problems that stand further on already are left as they are. */
export function opening(from: PlainDate): readonly ScenarioStep[] {
  const day = addDays(from, 1);
  return [
    step(day, '10:00', { stage: 'unassigned' }, 'assign', 'office', { department }),
    step(day, '11:00', { stage: 'accepting' }, 'accept', 'departmentHead'),
    step(day, '14:00', null, 'submitPlan', 'office'),
    step(day, '15:00', null, 'approvePlan', 'supervisor'),
  ];
}

function step(
  day: PlainDate,
  time: string,
  problems: Selection | null,
  event: string,
  role: Role,
  fields: ScenarioStep['fields'] = {},
): ScenarioStep {
  const by: Actor = { kind: 'role', role };
  const at = instantOf(day, time);
  return { line: null, at, problems, event, by, recordedBy: null, basis: null, fields };
}
