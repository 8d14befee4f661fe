/** The sample of a new store: an invented unit's feedback, received today under the rules of the demonstration. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFeedback } from '../../documents';
import { toReception } from '../../documents/reception';
import { readPeople } from '../../domain/people-schema';
import { planDayOf } from '../../domain/plain-date';
import { clockOf } from '../../domain/plan-clock';
import { readPolicy } from '../../domain/policy-schema';
import type { Reception } from '../../domain/reception';
import { feedbackFrom } from './shift-feedback';

/** Under this id people find it. */
export const sampleId = 'demo';

/** @param now the real instant from which the demonstration's clock runs */
export function sampleReception(now: string): Reception {
  const policy = readPolicy(text('policies/demo.yaml'), 'demo.yaml', defaultPolicy());
  const people = readPeople(text('sample/people.yaml'), 'people.yaml');
  const imported = importFeedback(readFileSync(inProject('sample/feedback.yaml')), 'feedback.yaml');
  return toReception(feedbackFrom(imported, planDayOf(now)), {
    id: sampleId,
    unit: null,
    feedbackOn: null,
    policy,
    clock: clockOf(policy, now),
    people,
    asIs: false,
  });
}

function defaultPolicy() {
  return readPolicy(text('policies/default.yaml'), 'default.yaml');
}

function text(file: string): string {
  return readFileSync(inProject(file), 'utf8');
}

/** The files stand beside the sources, one folder further up when compiled. */
function inProject(file: string): string {
  const candidates = ['../..', '../../..'].map((up) => join(__dirname, up, file));
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`${file} is missing`);
  return found;
}
