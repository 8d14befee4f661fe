/** The rules of a run: the default ones, a day a second, with ladders that come to an end. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../domain/policy';
import { readPolicy } from '../domain/policy-schema';

/** The package's default rules, changed; the compiled code lies one folder deeper than its source. */
export function chaosPolicy(root: string = join(__dirname, '..', '..')): Policy {
  const file = join(root, 'policies', 'default.yaml');
  return finite(readPolicy(readFileSync(file, 'utf8'), 'default.yaml'));
}

/** Few rungs: each message is a workflow, and a run is to break them, not to see how many a small machine can bear. */
function finite(usual: Policy): Policy {
  const all = ['handler', 'departmentHead', 'responsibleLeader', 'principal'] as const;
  const { work, acceptance, review } = usual.ladders;
  const before = work.before.filter(({ days }) => [7, 3, 0].includes(days));
  const after = work.after.filter(({ workingDays }) => workingDays < 7);
  const weekly = { fromDays: 14, times: 1, audience: all };
  return {
    ...usual,
    name: 'chaos',
    timeScale: { daySeconds: 1.5 },
    digestSeconds: 0.2,
    ladders: {
      work: { before, after, weekly, monthly: null },
      acceptance: { ...acceptance, weekly: null, monthly: null },
      review: { ...review, weekly: null, monthly: false },
    },
  };
}
