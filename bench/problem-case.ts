/** A problem's first context for the bench: an invented unit, the default policy, people as many as a storm needs. */
import { readFileSync } from 'node:fs';
import { packageFile } from '../cli/package-root';
import type { Assignment, Person } from '../domain/people';
import { realTime, type PlanClock } from '../domain/plan-clock';
import type { Policy } from '../domain/policy';
import { readPolicy } from '../domain/policy-schema';
import type { Entry } from '../domain/reception';
import type { Kind } from '../domain/words';
import { problemContext, type ProblemContext } from '../machines';

export const rectification = 'rectification/bench';

export interface ProblemCase {
  readonly title: string;
  readonly entry: Entry;
  readonly kind?: Kind;
  readonly seq?: number;
  /** A day; by default the policy's date, counted from today. */
  readonly due?: string;
  readonly clock?: PlanClock;
  readonly people?: readonly Person[];
  readonly assignment?: Assignment;
  readonly policy?: Policy;
  /** False: it stands alone. */
  readonly inRectification?: boolean;
}

const person = (id: string, roles: Person['roles'], department: string | null = null): Person => ({
  ...{ id, name: id, roles, department, deputies: [], channels: [] },
});

/** One of each role, in one department. */
export const few: readonly Person[] = [
  person('principal', ['principal']),
  person('office', ['office']),
  person('leader', ['responsibleLeader']),
  person('head', ['departmentHead'], '财务科'),
  person('handler', ['handler'], '财务科'),
  person('supervisor', ['supervisor']),
];

const fewAssigned: Assignment = {
  department: '财务科',
  assisting: [],
  handlers: ['handler'],
  departmentHead: 'head',
  responsibleLeader: 'leader',
};

/** So many departments with a head and two handlers each, under three leaders. */
export function unitOf(departments: number): readonly Person[] {
  const own = Array.from({ length: departments }, (_each, index) => [
    person(`head-${index}`, ['departmentHead'], `科室${index}`),
    person(`handler-${index}-0`, ['handler'], `科室${index}`),
    person(`handler-${index}-1`, ['handler'], `科室${index}`),
  ]);
  const leaders = [0, 1, 2].map((index) => person(`leader-${index}`, ['responsibleLeader']));
  const above = few.filter(({ department, id }) => department === null && id !== 'leader');
  return [...above, ...leaders, ...own.flat()];
}

/** Who has the n-th problem of a unit of so many departments. */
export function assignmentIn(departments: number, index: number): Assignment {
  const department = index % departments;
  const handler = Math.floor(index / departments) % 2;
  return {
    department: `科室${department}`,
    assisting: [],
    handlers: [`handler-${department}-${handler}`],
    departmentHead: `head-${department}`,
    responsibleLeader: `leader-${department % 3}`,
  };
}

export const defaultPolicy: Policy = readPolicy(
  readFileSync(packageFile('policies', 'default.yaml'), 'utf8'),
  'default.yaml',
);

export function problemInput(problem: ProblemCase): ProblemContext {
  const { title, entry, kind = 'timeLimited', seq = 1, due = null, clock = realTime } = problem;
  const today = new Date().toISOString().slice(0, 10);
  const { people = few, assignment = fewAssigned, policy = defaultPolicy } = problem;
  const { inRectification = true } = problem;
  return problemContext(
    {
      ...{ seq, number: seq, title, kind, entry, due, assignment, handedOverOn: today },
      ...{ section: null, group: null, status: null, dueWords: null, predecessor: null },
      ...{ measures: [], subFindings: [], publicText: null, withheld: null, digest: 'bench' },
    },
    {
      ...{ policy, clock, people, feedbackOn: today },
      rectification: inRectification ? rectification : null,
      now: '1970-01-01T00:00:00.000Z',
      unit: '云川县水务局',
    },
  );
}
