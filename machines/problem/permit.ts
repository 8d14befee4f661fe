/** Short names for the guards that every event of a person starts with: known, recording rightly, holding the role. */
import { and } from 'xstate';
import type { GuardPredicate } from 'xstate/guards';
import type { ProblemContext } from './context';
import type { ProblemEvent } from './events';
import type { ruleNames } from './rules';

type Rule = (typeof ruleNames)[number] | { readonly type: 'isPetition'; readonly params: object };

/** All of these, for a person who is known and records rightly. */
export function permit(
  ...rules: readonly Rule[]
): GuardPredicate<ProblemContext, ProblemEvent, undefined, never> {
  return and(['recordsRightly', 'isKnown', ...rules] as never);
}
