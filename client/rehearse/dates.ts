/** `schedule` that remembers: what many problems ask at one instant, under one policy, is computed once. */
import type { Calendar } from '../../domain/calendar';
import type { Policy } from '../../domain/policy';
import type { Schedule, ScheduleRequest } from '../../domain/schedule';
import { schedule } from '../../domain/scheduling';

/** Throws as `schedule` does. The same answer object may be given twice: nobody changes it. */
export function rememberingSchedule(calendar: Calendar): (request: ScheduleRequest) => Schedule {
  const known = new WeakMap<Policy, Map<string, Schedule>>();
  return (request) => {
    const { policy, ...rest } = request;
    const answers = known.get(policy) ?? new Map<string, Schedule>();
    known.set(policy, answers);
    const key = JSON.stringify(rest);
    const answer = answers.get(key) ?? schedule(request, calendar);
    answers.set(key, answer);
    return answer;
  };
}
