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
  const reviewers = reviewersAt(context, stage);
  if (reviewers !== null) {
    const step = context.review?.steps[context.review.index] ?? 'office';
    return {
      who: `${roleWord(step)} ${reviewers.map((id) => nameOf(id, context.people)).join('、')}`,
      persons: reviewers,
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

/**
 * The ids of all who have something to do now, separated by spaces, each once: who is to act where it stands, who decides what
 * was asked for, who must acknowledge an urge. A text, because facts are compared as they are.
 */
export function actingIds(context: ProblemContext, stage: Stage): string {
  const { assignment, people, petition, urge } = context;
  const ids = new Set(reviewersAt(context, stage));
  const role = ids.size > 0 ? null : roleAt(context, stage);
  if (role !== null) for (const { id } of holders(role, assignment, people)) ids.add(id);
  for (const id of petition?.chain.reviewer?.person ?? []) ids.add(id);
  if (urge !== null)
    for (const urged of urgedRoles)
      for (const { id } of holders(urged, assignment, people)) ids.add(id);
  return [...ids].join(' ');
}

/** Those whom an urge is for: each of them may acknowledge it. */
export const urgedRoles: readonly Role[] = ['handler', 'departmentHead', 'responsibleLeader'];

/** Null where no review is under way, or nobody may take its step. */
function reviewersAt({ review }: ProblemContext, stage: Stage): readonly string[] | null {
  return stage === 'reviewing' ? (review?.reviewer?.person ?? null) : null;
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
