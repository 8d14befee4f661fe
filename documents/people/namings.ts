/** Who and which departments a feedback names, and for which problems. */
import type { Role } from '../../domain/words';
import type { ImportedFeedback, ImportedProblem } from '../imported-feedback';

/** Roles that a problem names people for. */
export type NamedRole = Extract<Role, 'responsibleLeader' | 'departmentHead' | 'handler'>;

export interface PersonNaming {
  readonly name: string;
  readonly role: NamedRole;
  readonly seq: number;
  readonly department: string | null;
}

export interface DepartmentNaming {
  readonly name: string;
  readonly seq: number;
}

export function peopleNamed({ problems }: ImportedFeedback): readonly PersonNaming[] {
  return problems.flatMap((problem) => {
    const { seq, department } = problem;
    const as = (role: NamedRole, names: readonly string[]) =>
      names.map((name) => ({ name, role, seq, department }));
    return [
      ...as('responsibleLeader', problem.responsibleLeaders),
      ...as('departmentHead', headOf(problem)),
      ...as('handler', problem.handlers),
    ];
  });
}

export function departmentsNamed({ problems }: ImportedFeedback): readonly DepartmentNaming[] {
  return problems.flatMap(({ seq, department, assisting, measures }) => {
    const ofMeasures = measures.flatMap((measure) => measure.department ?? []);
    const names = [...(department === null ? [] : [department]), ...assisting, ...ofMeasures];
    return [...new Set(names)].map((name) => ({ name, seq }));
  });
}

function headOf({ departmentHead }: ImportedProblem): readonly string[] {
  return departmentHead === undefined ? [] : [departmentHead];
}
