/** Whose a date is: by the people frozen in its rectification. Pure. */
import type { DueDate } from '../../../ledger';

export interface Concerned {
  readonly id: string;
  readonly name: string;
  /** Separated by spaces. */
  readonly roles: string;
}

/** Roles that answer for a rectification as a whole. */
const whole = ['office', 'principal', 'supervisor'];
const departments = ['handler', 'departmentHead'];

/** @param me null: who only looks, and to whom only the dates of the whole say something */
export function concerns(date: DueDate, me: Concerned | null): boolean {
  if (me === null) return date.seq === null;
  const roles = me.roles.split(' ');
  const holds = (some: readonly string[]): boolean => some.some((role) => roles.includes(role));
  if (roles.includes('office')) return true;
  if (date.seq === null) return holds(whole) || (date.wait === 'progress' && holds(departments));
  if (roles.includes('supervisor') && date.stage === 'lookBack') return true;
  return date.people.includes(me.id) || date.leader === me.name;
}
