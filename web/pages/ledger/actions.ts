/** What may be sent to several problems at once, by the roles of who looks. The problems themselves decide whether they take it. Pure. */
import type { Role } from '../../../domain/words';
import type { ProblemEventType } from '../../../machines';

const byRole: Readonly<Partial<Record<Role, readonly ProblemEventType[]>>> = {
  office: ['assign', 'reassign', 'urge', 'flag', 'approve', 'return'],
  supervisor: ['spotCheck', 'urge', 'return'],
  principal: ['urge'],
  responsibleLeader: ['approve', 'return', 'urge'],
  departmentHead: ['accept', 'approve', 'return', 'acknowledge'],
  handler: ['accept', 'acknowledge'],
};

export function actionsFor(roles: readonly Role[]): readonly ProblemEventType[] {
  return [...new Set(roles.flatMap((role) => byRole[role] ?? []))];
}
