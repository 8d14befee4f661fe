/** Who is to act now, from where a problem stands. */
import { holders } from '../../domain/people-rules';
import type { Role } from '../../domain/words';
import { roleWord, nameOf } from '../senders';
import type { ProblemContext } from './context';
import type { Stage } from './stage';

export interface Acting {
  /** In words: role and names, e.g. `责任领导 王芳`. */
  readonly who: string;
  readonly persons: readonly string[];
}

export function actingOf(context: ProblemContext, stage: Stage): Acting {
  if (stage === 'reviewing' && context.review?.reviewer) {
    const persons = context.review.reviewer.person;
    const step = context.review.steps[context.review.index] ?? 'office';
    return {
      who: `${roleWord(step)} ${persons.map((id) => nameOf(id, context.people)).join('、')}`,
      persons,
    };
  }
  const role = roleAt(context, stage);
  if (role === null) return { who: '无', persons: [] };
  const found = holders(role, context.assignment, context.people);
  return {
    who: [roleWord(role), found.map((person) => person.name).join('、')].filter(Boolean).join(' '),
    persons: found.map((person) => person.id),
  };
}

function roleAt(context: ProblemContext, stage: Stage): Role | null {
  switch (stage) {
    case 'unassigned':
      return 'office';
    case 'accepting':
      return 'departmentHead';
    case 'planning':
    case 'suspended':
      return 'office';
    case 'rectifying':
      return 'handler';
    case 'upkeep':
      return (context.upkeep?.reportedBy ?? null) === null ? 'handler' : 'office';
    case 'lookBack':
      return 'supervisor';
    case 'reviewing':
    case 'signedOff':
    case 'closed':
      return null;
  }
}
