/** Who may take which review step, for each group of problems that have the same people. Pure. */
import { byAssignment, byDepartment, type AssignedProblem } from '../../../domain/assignment-group';
import type { Finding } from '../../../domain/finding';
import { rolesTold } from '../../../domain/ladders';
import { checkPeople } from '../../../domain/people-check';
import { holders } from '../../../domain/people-rules';
import type { Assignment, Person } from '../../../domain/people';
import { personMeant } from '../../../domain/person-meant';
import type { Policy } from '../../../domain/policy';
import { reviewerFor, type Reviewer } from '../../../domain/substitution';
import type { Role } from '../../../domain/words';
import type { ProblemRow } from '../../../ledger';

export interface StepsOf {
  /** Empty: those that the department will have. */
  readonly seqs: readonly number[];
  readonly department: string | null;
  readonly submitter: string | null;
  readonly steps: readonly TakenStep[];
}

export interface TakenStep {
  readonly step: Role;
  /** Names: any of them; empty: nobody may. */
  readonly who: readonly string[];
  readonly because: Reviewer['because'] | 'nobody';
}

export function stepsView(
  problems: readonly AssignedProblem[],
  people: readonly Person[],
  { review }: Pick<Policy, 'review'>,
): readonly StepsOf[] {
  const groups = problems.length === 0 ? byDepartment(people) : byAssignment(problems);
  return groups.map(({ seqs, assignment }) => {
    const [submitter] = [
      ...holders('handler', assignment, people),
      ...holders('departmentHead', assignment, people),
    ];
    return {
      ...{ seqs, department: assignment.department, submitter: submitter?.name ?? null },
      steps: stepsFor(review.chain, submitter?.id ?? null, assignment, people),
    };
  });
}

/** Where several may, the first of them is taken to have: who reviewed does not review again. */
function stepsFor(
  chain: readonly Role[],
  submitter: string | null,
  assignment: Assignment,
  people: readonly Person[],
): readonly TakenStep[] {
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  let barred = submitter === null ? [] : [submitter];
  return chain.map((step) => {
    const reviewer = reviewerFor(step, barred, assignment, people);
    barred = [...barred, ...(reviewer?.person.slice(0, 1) ?? [])];
    return reviewer === null
      ? { step, who: [], because: 'nobody' as const }
      : { step, who: reviewer.person.map(nameOf), because: reviewer.because };
  });
}

/** What will not work with these people, worst first. */
export function gapsIn(
  problems: readonly AssignedProblem[],
  people: readonly Person[],
  policy: Policy,
): readonly Finding[] {
  const found = checkPeople(people, problems, policy.review.chain, rolesTold(policy.ladders));
  const rank = ({ level }: Finding) => (level === 'error' ? 0 : 1);
  return [...found].sort((one, other) => rank(one) - rank(other));
}

/** Problems that still need somebody. The record has a leader by name, the rules by id. */
export function assignedIn(
  rows: readonly ProblemRow[],
  people: readonly Person[],
): readonly AssignedProblem[] {
  const idOf = (name: string): string => {
    const meant = personMeant(name, people);
    return meant.kind === 'one' ? meant.person.id : name;
  };
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  return rows
    .filter(({ stage }) => stage !== 'closed' && stage !== 'signedOff')
    .map(({ seq, department, facts, responsible_leader: leader }) => {
      const head = facts['departmentHead'];
      return {
        seq,
        assignment: {
          ...{
            department,
            assisting: texts(facts['assisting']),
            handlers: texts(facts['handlers']),
          },
          departmentHead: typeof head === 'string' ? head : null,
          responsibleLeader: leader === null ? null : idOf(leader),
        },
      };
    });
}
