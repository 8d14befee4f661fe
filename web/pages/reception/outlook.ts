/** Whether a list can be received as it stands: what is in the way, or what will be started. Pure. */
import { planDayAt } from '../../../domain/plan-clock';
import { clockOf } from '../../../domain/plan-clock';
import type { Calendar } from '../../../domain/calendar';
import type { Finding } from '../../../domain/finding';
import type { Reception } from '../../../domain/reception';
import type { NamesCompared } from '../../../documents/people/compared';
import { firstDates, type FirstDate } from '../../../documents/receiving/first-dates';
import { oddDates, type OddDate } from '../../../documents/receiving/odd-dates';
import { preparedReception, type SeveralLeaders } from '../../../documents/receiving/prepared';
import type { Draft } from './draft';

export type Blocker =
  | { readonly kind: 'noFeedbackOn' | 'noProblems' | 'noPeople' | 'notYou' }
  | { readonly kind: 'unknownPeople'; readonly names: NamesCompared }
  | { readonly kind: 'unfitPeople'; readonly findings: readonly Finding[] };

export type Outlook =
  | { readonly kind: 'blocked'; readonly by: Blocker }
  | {
      readonly kind: 'ready';
      readonly reception: Reception;
      readonly today: string;
      readonly dates: readonly FirstDate[];
      readonly odd: readonly OddDate[];
      readonly warnings: readonly Finding[];
      readonly severalLeaders: readonly SeveralLeaders[];
    };

/**
 * @param person who receives: what they do is done in their own name
 * @param at from when the rectification's clock runs
 */
export function outlookOf(
  { unit, content }: Pick<Draft, 'unit' | 'content'>,
  person: string | null,
  at: string,
  calendar: Calendar,
): Outlook {
  const { feedback, people, policy, asIs } = content;
  const obvious = obviousBlocker(content, person);
  if (obvious !== null) return { kind: 'blocked', by: { kind: obvious } };
  const clock = clockOf(policy, at);
  const prepared = preparedReception(feedback, {
    ...{ id: null, unit, feedbackOn: null },
    ...{ policy, clock, people, asIs },
  });
  if (prepared.kind !== 'ready') return { kind: 'blocked', by: prepared };
  const { reception } = prepared;
  return {
    ...prepared,
    today: planDayAt(clock, at),
    dates: firstDates(reception, at, calendar),
    odd: oddDates(reception, at, calendar),
  };
}

function obviousBlocker(
  { feedback, people }: Draft['content'],
  person: string | null,
): 'noFeedbackOn' | 'noProblems' | 'noPeople' | 'notYou' | null {
  if (feedback.problems.length === 0) return 'noProblems';
  if (feedback.feedbackOn === null) return 'noFeedbackOn';
  if (people.length === 0) return 'noPeople';
  const self = people.find(({ id }) => id === person);
  return self?.roles.includes('office') === true ? null : 'notYou';
}
