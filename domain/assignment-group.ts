/** Problems that have the same people, so that 53 problems of 8 departments are checked and named as 8. Pure. */
import type { Assignment, Person } from './people';

/** A problem as far as its people go. */
export interface AssignedProblem {
  readonly seq: number;
  readonly assignment: Assignment;
}

/** Problems with the same people, checked once: how a finding names them, and where the first one stands. */
export interface AssignmentGroup {
  readonly label: string;
  /** Empty where a department is looked at before it has any. */
  readonly seqs: readonly number[];
  readonly path: string;
  readonly assignment: Assignment;
}

/** One group a department that may lead, as if each had a problem that names nobody; else one without a department. */
export function byDepartment(people: readonly Person[]): readonly AssignmentGroup[] {
  const nobody = { assisting: [], handlers: [], departmentHead: null, responsibleLeader: null };
  const departments = people.filter(mayLead).flatMap(({ department }) => department ?? []);
  return [...new Set(departments.length === 0 ? [null] : departments)].map((department) => ({
    label: department === null ? '各部门的问题' : `${department}的问题`,
    seqs: [],
    path: 'people',
    assignment: { ...nobody, department },
  }));
}

function mayLead({ roles }: Person): boolean {
  return roles.includes('handler') || roles.includes('departmentHead');
}

/** Problems with the same people together, in the order of their first. */
export function byAssignment(problems: readonly AssignedProblem[]): readonly AssignmentGroup[] {
  const groups = new Map<string, { indexes: number[]; seqs: number[]; assignment: Assignment }>();
  problems.forEach(({ seq, assignment }, index) => {
    const { department, handlers, departmentHead, responsibleLeader } = assignment;
    const key = JSON.stringify([department, handlers, departmentHead, responsibleLeader]);
    const group = groups.get(key) ?? { indexes: [], seqs: [], assignment };
    groups.set(key, group);
    group.indexes.push(index);
    group.seqs.push(seq);
  });
  return [...groups.values()].map(({ indexes, seqs, assignment }) => ({
    label: labelOf(seqs),
    seqs,
    path: `problems[${indexes[0]}].assignment`,
    assignment,
  }));
}

/** All numbers while they can be read, else the first and how many there are. */
function labelOf(seqs: readonly number[]): string {
  if (seqs.length <= 8) return `问题${seqs.join('、')}`;
  return `问题${seqs.slice(0, 6).join('、')}等${seqs.length}个问题`;
}
