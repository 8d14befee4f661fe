/** Whom the rectification's own dates concern, and what is to be done. */
import type { Person } from '../../domain/people';
import { holders } from '../../domain/people-rules';
import type { Wait } from '../../domain/schedule';
import type { Role } from '../../domain/words';
import type { RectificationContext } from './context';
import { owing } from './decisions';

export function todoOf(context: RectificationContext, wait: Wait): string {
  switch (wait) {
    case 'plan':
      return '请拟定整改方案并报送审核';
    case 'review':
      return '请审定整改方案';
    case 'progress':
      return `请报送${context.month}整改进展（${owing(context).join('、')}）`;
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
    if (wait !== 'progress' || (role !== 'handler' && role !== 'departmentHead')) return all;
    const departments = owing(context);
    return context.people.filter(
      (person) =>
        person.roles.includes(role) &&
        (person.department === null || departments.includes(person.department)),
    );
  };
}
