/** The people, policy and problems that workflow tests are played with. All invented. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../domain/people';
import { realTime, type PlanClock } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import { readPolicy } from '../../domain/policy-schema';
import type { ReceivedProblem } from '../../domain/reception';
import { problemContext, type ProblemContext } from '../../machines';

const policyFile = join(__dirname, '..', '..', 'policies', 'default.yaml');

export const defaultPolicy: Policy = readPolicy(readFileSync(policyFile, 'utf8'), 'default.yaml');

/** A person without channels of their own. */
export const person = (
  id: string,
  name: string,
  roles: Person['roles'],
  department: string | null = null,
  deputies: readonly string[] = [],
): Person => ({
  id,
  name,
  roles,
  department,
  deputies,
  channels: [],
});

export const people: readonly Person[] = [
  person('principal', '周主任', ['principal'], null, ['leader']),
  person('office', '何静', ['office'], null, ['office2']),
  person('office2', '孙斌', ['office']),
  person('leader', '刘局', ['responsibleLeader'], null, ['leader2']),
  person('leader2', '陈局', ['responsibleLeader']),
  person('head', '李科', ['departmentHead'], '财务科', ['head2']),
  person('head2', '吴科', ['departmentHead'], '财务科'),
  person('handler', '马琳', ['handler'], '财务科'),
  person('handler2', '钱进', ['handler'], '财务科'),
  person('engineerHead', '赵科', ['departmentHead'], '工程科'),
  person('engineer', '冯工', ['handler'], '工程科'),
  person('supervisor', '郑组', ['supervisor']),
];

export const received: ReceivedProblem = {
  seq: 1,
  number: 1,
  section: null,
  group: null,
  title: '固定资产台账不清',
  kind: 'timeLimited',
  status: null,
  entry: 'accepting',
  due: null,
  dueWords: null,
  handedOverOn: '2026-11-23',
  assignment: {
    department: '财务科',
    assisting: [],
    handlers: ['handler'],
    departmentHead: 'head',
    responsibleLeader: 'leader',
  },
  measures: [],
  subFindings: [],
  predecessor: null,
  publicText: null,
  withheld: null,
  digest: 'd',
};

export function contextFor(
  problem: Partial<ReceivedProblem>,
  shared: {
    readonly clock?: PlanClock;
    readonly feedbackOn?: string;
    readonly policy?: Policy;
    readonly rectification?: string;
    readonly people?: readonly Person[];
  } = {},
): ProblemContext {
  return problemContext(
    { ...received, ...problem },
    {
      now: '1970-01-01T00:00:00.000Z',
      rectification: shared.rectification ?? null,
      unit: '云川县水务局',
      feedbackOn: shared.feedbackOn ?? '2025-02-10',
      policy: shared.policy ?? defaultPolicy,
      clock: shared.clock ?? realTime,
      people: shared.people ?? people,
    },
  );
}
