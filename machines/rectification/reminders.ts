/** Whom the rectification's own dates concern, and what is to be done. */
import type { Person } from '../../domain/people';
import { holders } from '../../domain/people-rules';
import type { Wait } from '../../domain/schedule';
import type { Role } from '../../domain/words';
import type { RectificationContext } from './context';
import { owing } from './progress';

export function todoOf(context: RectificationContext, wait: Wait): string {
  switch (wait) {
    case 'plan':
      return '请拟定整改方案并报送审核';
    case 'review':
      return '请审定整改方案';
    case 'progress':
      return `请报送${context.month}整改进展（${owing(context).join('、')}）`;
    case 'arrears':
      return `请补报逾期的整改进展（${context.arrears.join('、')}）`;
    case 'report':
      return '请拟定整改情况报告并报送审定';
    case 'lookBack':
      return '请组织回头看并逐项给出结论';
    default:
      return '请按时办理';
  }
}

/** For progress reports the departments that owe one; for the rest whoever holds the role. */
export function whomOf(wait: Wait) {
  return (role: Role, context: RectificationContext): readonly Person[] => {
    const all = holders(role, context.assignment, context.people);
    const departments = departmentsOf(wait, context);
    if (departments === null || role === 'principal') return all;
    const own = context.people.filter(
      ({ roles, department }) =>
        roles.includes(role) && department !== null && departments.includes(department),
    );
    // Leaders are often listed with no department: then all of them answer for it.
    return own.length > 0 ? own : all.filter(({ department }) => department === null);
  };
}

/** The departments a wait concerns; null where it concerns the whole. */
function departmentsOf(wait: Wait, context: RectificationContext): readonly string[] | null {
  if (wait === 'progress') return owing(context);
  return wait === 'arrears' ? context.arrears : null;
}
