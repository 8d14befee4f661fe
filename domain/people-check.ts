/**
 * Says when the people are set, not when the day comes, what will not work with them: nobody to remind, nobody to
 * review (DOMAIN.md, "Who"). Pure; reads no files.
 */
import { checkAudience } from './audience-check';
import { checkChain, checkNames } from './assignment-check';
import { byAssignment, byDepartment, type AssignedProblem } from './assignment-group';
import type { Finding } from './finding';
import type { Person } from './people';
import { checkEachPerson } from './person-check';
import type { Role } from './words';

export type { AssignedProblem } from './assignment-group';

/**
 * @param problems with none, each department is checked as if it had a problem
 * @param chain the policy's review steps in order
 * @param audiences every role that the policy's ladders name
 * @returns findings on persons first, then on audiences, then on the problems; none when all is well
 */
export function checkPeople(
  people: readonly Person[],
  problems: readonly AssignedProblem[],
  chain: readonly Role[],
  audiences: readonly Role[],
): readonly Finding[] {
  const groups = problems.length === 0 ? byDepartment(people) : byAssignment(problems);
  return [
    ...checkEachPerson(people),
    ...[...new Set(audiences)].flatMap((role) => checkAudience(role, groups, people)),
    ...groups.flatMap((group) => checkNames(group, people)),
    ...groups.flatMap((group) => checkChain(chain, group, people)),
  ];
}
