/** The real reports and what a careful reader finds in them; read from outside the project, never copied into it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseCalendar } from '../../../../calendar/chinese';
import { importFeedback } from '../../../../documents';
import { toReception } from '../../../../documents/reception';
import type { Person } from '../../../../domain/people';
import { readPeople } from '../../../../domain/people-schema';
import { realTime, type PlanClock } from '../../../../domain/plan-clock';
import type { Policy } from '../../../../domain/policy';
import { readPolicy } from '../../../../domain/policy-schema';
import type { Reception } from '../../../../domain/reception';
import type { Kind, PlainDate, Status } from '../../../../domain/words';

const root = join(__dirname, '..', '..', '..', '..');
const folder = join(root, '..', 'shared', 'cases');

export const calendar = chineseCalendar;
export const casesExist = existsSync(join(folder, 'truth.json'));

/** `describe`, or a skipped one with a printed notice where the folder is absent. */
export const describeCases = casesExist ? describe : describe.skip;
if (!casesExist) console.warn(`no cases in ${folder}: their rehearsals are skipped`);

export interface Truth {
  readonly feedbackDate: PlainDate;
  readonly asOf: PlainDate;
  readonly problems: readonly {
    readonly seq: number;
    readonly kind: Kind | null;
    readonly status: Status | null;
    readonly deadlineResolved: PlainDate | null;
  }[];
}

export interface Case {
  readonly truth: Truth;
  readonly reception: Reception;
}

/** The case whose file begins so, received from its beginning under the default policy with this concentrated period. */
export function readCase(
  prefix: string,
  concentratedMonths: Policy['concentratedMonths'],
  clock: PlanClock = realTime,
): Case {
  const all = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<string, Truth>;
  const [name, truth] = Object.entries(all).find(([key]) => key.startsWith(prefix)) ?? [];
  if (name === undefined || truth === undefined) throw new Error(`no case ${prefix}`);
  const imported = importFeedback(readFileSync(join(folder, name)), name);
  const reception = toReception(imported, {
    id: `case-${prefix}`,
    unit: null,
    feedbackOn: truth.feedbackDate,
    policy: { ...defaultPolicy, concentratedMonths },
    clock,
    people: peopleByRole,
    asIs: false,
  });
  return { truth, reception };
}

export const defaultPolicy: Policy = readPolicy(
  readFileSync(join(root, 'policies', 'default.yaml'), 'utf8'),
  'default.yaml',
);

export const peopleByRole: readonly Person[] = readPeople(
  readFileSync(join(root, 'sample', 'people-by-role.yaml'), 'utf8'),
  'people-by-role.yaml',
);
