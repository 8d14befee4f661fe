/** What a problem waits for: which date each wait begins with, and what remains of it when it ends. */
import { dueRules } from '../../domain/due-rules';
import type { DueRule } from '../../domain/schedule';
import { beginWait, endWait } from '../waits';
import type { ProblemContext } from './context';
import { lookBackDue, lookBackOpens, named, today, upkeepDue } from './dates';

type Change = Partial<ProblemContext>;

/** What is waited for from now on, by wait. */
export const begins = {
  acceptance: (context: ProblemContext): Change =>
    begin(context, 'acceptance', dueRules(context.policy).acceptance(today(context))),
  work: (context: ProblemContext): Change => begin(context, 'work', context.due),
  review: (context: ProblemContext): Change => {
    const { reviewer: found = null, steps = [], index = 0 } = context.review ?? {};
    const reviewer = found?.as ?? steps[index] ?? null;
    const due = dueRules(context.policy).review(today(context));
    return { waits: beginWait(context, { wait: 'review', due, reviewer }) };
  },
  upkeepReview: (context: ProblemContext): Change => {
    const due = dueRules(context.policy).review(today(context));
    return { waits: beginWait(context, { wait: 'review', due, reviewer: 'office' }) };
  },
  upkeep: (context: ProblemContext): Change => begin(context, 'upkeep', upkeepDue(context)),
  rest: (context: ProblemContext): Change => begin(context, 'rest', lookBackOpens(context)),
  lookBack: (context: ProblemContext): Change => begin(context, 'lookBack', lookBackDue(context)),
  urge: (context: ProblemContext): Change =>
    begin(context, 'urge', named(context.urge?.due ?? today(context), '督办指定')),
} as const;

/** The wait is over; the day the work was due is kept, and its lamp. */
export function ended(
  context: ProblemContext,
  wait: 'acceptance' | 'work' | 'review' | 'upkeep' | 'rest' | 'lookBack' | 'urge',
): Change {
  const waits = endWait(context.waits, wait);
  const { work } = context.waits;
  return wait === 'work' && work !== undefined
    ? { waits, dueOn: work.schedule?.dueOn ?? context.dueOn, workLamp: work.lamp }
    : { waits };
}

function begin(
  context: ProblemContext,
  wait: 'acceptance' | 'work' | 'upkeep' | 'rest' | 'lookBack' | 'urge',
  due: DueRule,
): Change {
  return { waits: beginWait(context, { wait, due }) };
}

/** A new date for the work; where it is being waited for, the wait begins anew with it. */
export function withDue(context: ProblemContext, due: DueRule): Change {
  return context.waits.work === undefined
    ? { due }
    : { due, waits: beginWait(context, { wait: 'work', due }) };
}
