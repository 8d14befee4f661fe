/** The sample of a new store: an invented unit's feedback, received today under the rules of the demonstration. */
import { readFileSync } from 'node:fs';
import { importFeedback } from '../../documents';
import { toReception } from '../../documents/reception';
import { readPeople } from '../../domain/people-schema';
import { planDayOf } from '../../domain/plain-date';
import { clockOf } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import { readPolicy } from '../../domain/policy-schema';
import type { Reception } from '../../domain/reception';
import { packageFile } from '../package-root';
import { feedbackFrom } from './shift-feedback';

/** Under this id people find it. */
export const sampleId = 'demo';

/** @param now the real instant from which the demonstration's clock runs */
export function sampleReception(now: string): Reception {
  const policy = samplePolicy();
  const people = readPeople(textOf('sample', 'people.yaml'), 'people.yaml');
  const file = readFileSync(packageFile('sample', 'feedback.yaml'));
  return toReception(feedbackFrom(importFeedback(file, 'feedback.yaml'), planDayOf(now)), {
    id: sampleId,
    unit: null,
    feedbackOn: null,
    policy,
    clock: clockOf(policy, now),
    people,
    asIs: false,
  });
}

/** Each file says only what differs from the one before. */
function samplePolicy(): Policy {
  const usual = readPolicy(textOf('policies', 'default.yaml'), 'default.yaml');
  const fast = readPolicy(textOf('policies', 'demo.yaml'), 'demo.yaml', usual);
  return readPolicy(textOf('sample', 'policy.yaml'), 'policy.yaml', fast);
}

function textOf(...parts: readonly string[]): string {
  return readFileSync(packageFile(...parts), 'utf8');
}
