/** The activities that compute dates: the calendar lives here, never in a workflow. */
import type { Calendar } from '../domain/calendar';
import {
  scheduleMeasures,
  type MeasureSchedule,
  type MeasureScheduleRequest,
} from '../domain/measure-schedule';
import type { Schedule, ScheduleRequest } from '../domain/schedule';
import { schedule } from '../domain/scheduling';
import type { ActivityRequest } from './activity-request';

/** `schedule`: a wait's due date, its derivation and its next window of milestones. */
export function createSchedule(calendar: Calendar) {
  return ({ input }: ActivityRequest<ScheduleRequest>): Promise<Schedule> =>
    Promise.resolve(schedule(input, calendar));
}

/** `scheduleMeasures`: the milestones of all measures that have dates of their own. */
export function createScheduleMeasures(calendar: Calendar) {
  return ({ input }: ActivityRequest<MeasureScheduleRequest>): Promise<MeasureSchedule> =>
    Promise.resolve(scheduleMeasures(input, calendar));
}
