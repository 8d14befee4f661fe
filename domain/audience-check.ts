/** Whether the roles that are reminded are people: an audience nobody belongs to is a reminder that reaches nobody. */
import type { Finding } from './finding';
import type { Assignment, Person } from './people';
import type { AssignmentGroup } from './assignment-group';
import { holders } from './people-rules';
import { roleTerms } from './role-terms';
import type { Role } from './words';

/** One finding for the whole when nobody holds the role for any problem, else one for each group of problems. */
export function checkAudience(
  role: Role,
  groups: readonly AssignmentGroup[],
  people: readonly Person[],
): readonly Finding[] {
  const empty = groups.filter(({ assignment }) => holders(role, assignment, people).length === 0);
  const nobodyAtAll = people.every(({ roles }) => !roles.includes(role));
  if (nobodyAtAll && empty.length === groups.length) return [nobodyHolds(role)];
  return empty
    .filter(({ assignment }) => !isYetToCome(role, assignment))
    .map((group) => nobodyFor(role, group));
}

/** Before a department is assigned nobody can say who its handlers and head are; that is no fault of the people. */
function isYetToCome(role: Role, { department }: Assignment): boolean {
  return department === null && (role === 'handler' || role === 'departmentHead');
}

function nobodyHolds(role: Role): Finding {
  const term = roleTerms[role];
  const message = `没有人担任${term}，发给${term}的提醒无人接收：请在人员名单中给至少一人加上角色“${term}”。`;
  return { level: 'error', code: 'emptyAudience', message, path: 'people' };
}

function nobodyFor(role: Role, { label, path, assignment }: AssignmentGroup): Finding {
  const term = roleTerms[role];
  const whose = assignment.department === null ? '' : `${assignment.department}的`;
  const message = `${label}没有${term}，发给${term}的提醒无人接收：请指定${term}，或在人员名单中加入${whose}${term}。`;
  return { level: 'error', code: 'emptyAudience', message, path };
}
