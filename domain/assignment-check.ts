/** Whether the people named by problems are known and hold their roles, and whether every review step can be taken. */
import { walkChain, type ChainWalk, type StuckStep } from './chain-check';
import type { Finding } from './finding';
import type { Assignment, Person } from './people';
import type { AssignmentGroup } from './assignment-group';
import { holders, personOf } from './people-rules';
import { called } from './person-check';
import { roleTerms } from './role-terms';
import type { Role } from './words';

/** Persons whom nobody knows, and persons named for a role that they do not hold (for a handler only a warning). */
export function checkNames(group: AssignmentGroup, people: readonly Person[]): readonly Finding[] {
  const { handlers, departmentHead, responsibleLeader } = group.assignment;
  return [
    ...handlers.flatMap((id, at) => checkName(id, 'handler', `.handlers[${at}]`, group, people)),
    ...checkName(departmentHead, 'departmentHead', '.departmentHead', group, people),
    ...checkName(responsibleLeader, 'responsibleLeader', '.responsibleLeader', group, people),
  ];
}

function checkName(
  id: string | null,
  role: Role,
  field: string,
  group: AssignmentGroup,
  people: readonly Person[],
): readonly Finding[] {
  if (id === null) return [];
  const path = group.path + field;
  const term = roleTerms[role];
  const person = personOf(id, people);
  if (person === null) {
    const message = `${group.label}的${term}“${id}”不在人员名单中：请先加入此人，或改为名单中的 id。`;
    return [{ level: 'error', code: 'unknownPerson', message, path }];
  }
  if (person.roles.includes(role)) return [];
  const level = role === 'handler' ? 'warning' : 'error';
  const message = `${group.label}的${term}${called(person)}没有角色“${term}”：请在人员名单中给此人加上这一角色，或改派他人。`;
  return [{ level, code: 'roleMismatch', message, path }];
}

/**
 * Walks the chain once for everybody who may submit (handlers, and heads who submit for them).
 * An error where no choice of reviewers gets through, a warning where only some do; one for each step.
 */
export function checkChain(
  chain: readonly Role[],
  { label, path, assignment }: AssignmentGroup,
  people: readonly Person[],
): readonly Finding[] {
  const stuckAt = new Map<string, { walk: ChainWalk; stuck: StuckStep; submitters: Person[] }>();
  for (const submitter of submittersOf(assignment, people)) {
    const walk = walkChain(chain, submitter.id, assignment, people);
    if (walk.stuck === null) continue;
    const key = `${walk.stuck.step} ${walk.through}`;
    const found = stuckAt.get(key) ?? { walk, stuck: walk.stuck, submitters: [] };
    stuckAt.set(key, found);
    found.submitters.push(submitter);
  }
  return [...stuckAt.values()].map(({ walk, stuck, submitters }) => ({
    level: walk.through ? 'warning' : 'error',
    code: 'reviewStuck',
    message: stuckMessage(label, stuck, submitters, people),
    path,
  }));
}

function submittersOf(assignment: Assignment, people: readonly Person[]): readonly Person[] {
  const both = (['handler', 'departmentHead'] as const).flatMap((role) =>
    holders(role, assignment, people),
  );
  return [...new Set(both)];
}

function stuckMessage(
  label: string,
  { step, barred }: StuckStep,
  submitters: readonly Person[],
  people: readonly Person[],
): string {
  const term = roleTerms[step];
  const nameOf = (id: string): string => personOf(id, people)?.name ?? id;
  const reviewers = barred.slice(1).map(nameOf).join('、');
  const after = reviewers === '' ? '' : `、${reviewers}审核`;
  const who = submitters.map(({ name }) => name).join('、');
  return (
    `${label}由${who}报送${after}后，“${term}”这一步无人可审（报送过、审核过的人不能再审）：` +
    `请再设一名${term}，或给${term}指定代理人（deputies）。`
  );
}
