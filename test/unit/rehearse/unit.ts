/** A small invented reception for rehearsals: one problem of each kind, the people of the workflow tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseCalendar } from '../../../calendar/chinese';
import { importFeedback } from '../../../documents';
import { toReception } from '../../../documents/reception';
import { readPeople } from '../../../domain/people-schema';
import { realTime } from '../../../domain/plan-clock';
import { instantOf } from '../../../domain/plain-date';
import type { Policy } from '../../../domain/policy';
import { readPolicy } from '../../../domain/policy-schema';
import type { ReceivedProblem, Reception } from '../../../domain/reception';
import type { Scenario, ScenarioStep } from '../../../domain/scenario';
import type { PlainDate } from '../../../domain/words';
import { rehearse, type Rehearsal, type RehearsalOptions } from '../../../client/rehearse';

const root = join(__dirname, '..', '..', '..');
const read = (...parts: readonly string[]): Buffer => readFileSync(join(root, ...parts));

export const calendar = chineseCalendar;

export const policy: Policy = readPolicy(
  read('policies', 'default.yaml').toString(),
  'default.yaml',
);

export const samplePeople = readPeople(read('sample', 'people.yaml').toString(), 'people.yaml');

/** sample/feedback.yaml under the default policy: feedback on 2026-03-02. */
export const sample: Reception = toReception(
  importFeedback(read('sample', 'feedback.yaml'), 'feedback.yaml'),
  {
    id: 'sample',
    unit: null,
    feedbackOn: null,
    policy,
    clock: realTime,
    people: samplePeople,
    asIs: false,
  },
);

/** The sample with only one problem, changed as given. */
export function oneProblem(change: Partial<ReceivedProblem>): Reception {
  const [first] = sample.problems;
  if (first === undefined) throw new Error('the sample has no problem');
  return { ...sample, problems: [{ ...first, seq: 1, measures: [], due: null, ...change }] };
}

export function scenarioOf(...steps: readonly ScenarioStep[]): Scenario {
  return { name: null, steps };
}

/** A rehearsal to the end of a day. */
export function until(
  day: PlainDate,
  reception: Reception,
  scenario: Scenario,
  options: Partial<RehearsalOptions> = {},
): Rehearsal {
  return rehearse(reception, scenario, { calendar, until: instantOf(day, '24:00'), ...options });
}
