/** As for a problem: all of these, for a person who is known and records rightly. */
import { and } from 'xstate';
import type { GuardPredicate } from 'xstate/guards';
import type { RectificationContext } from './context';
import type { RectificationEvent } from './events';
import type { rules } from './rules';

export function permit(
  ...names: readonly (keyof typeof rules | 'isLastApproval')[]
): GuardPredicate<RectificationContext, RectificationEvent, undefined, never> {
  return and(['recordsRightly', 'isKnown', ...names] as never);
}
