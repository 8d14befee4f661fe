/** Who stands above whom (DOMAIN.md, default policy). Pure; knows roles, no people. */
import type { Role } from './words';

const above: { readonly [role in Role]: Role | null } = {
  handler: 'departmentHead',
  departmentHead: 'responsibleLeader',
  responsibleLeader: 'principal',
  office: 'principal',
  principal: null,
  supervisor: null,
  reader: null,
};

/** The role one rank up: above the office is the principal; above the principal and the supervisor nobody (null). */
export function oneRankUp(role: Role): Role | null {
  return above[role];
}

/** The role itself, then every rank above it, lowest first. */
export function fromRankUpwards(role: Role): readonly Role[] {
  const up = oneRankUp(role);
  return up === null ? [role] : [role, ...fromRankUpwards(up)];
}
