/** What the run is about: invented units whose problems live under rules in which a day lasts a second. */
import { addDays } from '../../domain/plain-date';
import type { Person } from '../../domain/people';
import { planDayAt, type PlanClock } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import type { ReceivedProblem, Reception } from '../../domain/reception';
import { kinds, type Role } from '../../domain/words';
import type { Random } from '../random';

const person = (
  id: string,
  roles: readonly Role[],
  department: string | null,
  channels: Person['channels'],
): Person => ({ id, name: id, roles, department, deputies: [], channels });

const byMail = (id: string) => ({ channel: 'email', address: `${id}@example.org` }) as const;
const inOutbox = { channel: 'outbox', address: 'office', always: true } as const;

/** Some are reached by the outbox, some by mail, the office by both. */
export const people: readonly Person[] = [
  person('handler-a', ['handler'], 'a', []),
  person('head-a', ['departmentHead'], 'a', [byMail('head-a')]),
  person('handler-b', ['handler'], 'b', [byMail('handler-b')]),
  person('head-b', ['departmentHead'], 'b', []),
  person('leader', ['responsibleLeader'], null, [byMail('leader')]),
  person('principal', ['principal'], null, []),
  person('office', ['office'], null, [byMail('office'), inOutbox]),
  person('supervisor', ['supervisor'], null, []),
];

/** A Monday; all days that a run reaches lie in years whose holidays are published. */
const firstDay = '2025-01-05T16:00:00.000Z';

/** The plan's clock of a run that begins at the real instant `at`. */
export function clockFrom(at: string, { timeScale }: Policy): PlanClock {
  const speed = 86_400 / (timeScale?.daySeconds ?? 86_400);
  return { realAt: at, planAt: firstDay, speed };
}

export interface Received {
  readonly id: string;
  /** When it is received, a real instant. */
  readonly at: string;
  readonly problems: number;
  readonly policy: Policy;
  readonly clock: PlanClock;
}

/** One unit's feedback, received now: problems of all three kinds, with dates some weeks of the plan ahead. */
export function receptionOf(received: Received, random: Random): Reception {
  const { id, at, problems, policy, clock } = received;
  const today = planDayAt(clock, at);
  return {
    id,
    unit: `unit ${id}`,
    inspectedBy: null,
    inspection: { from: null, to: null },
    feedbackOn: today,
    policy,
    clock,
    people,
    takenOver: false,
    problems: Array.from({ length: problems }, (_each, index) =>
      problemOf(index + 1, today, random),
    ),
  };
}

function problemOf(seq: number, today: string, random: Random): ReceivedProblem {
  const department = random.pick(['a', 'b']);
  return {
    seq,
    number: seq,
    section: null,
    group: null,
    title: `problem ${seq}`,
    kind: kinds[seq % kinds.length] ?? 'timeLimited',
    status: null,
    entry: 'accepting',
    due: addDays(today, Math.floor(random.between(12, 60))),
    dueWords: null,
    handedOverOn: today,
    assignment: {
      department,
      assisting: [],
      handlers: [`handler-${department}`],
      departmentHead: `head-${department}`,
      responsibleLeader: 'leader',
    },
    measures: [],
    subFindings: [],
    predecessor: null,
    publicText: null,
    withheld: null,
    digest: `${seq}-${department}`,
  };
}
