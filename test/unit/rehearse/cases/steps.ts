/** Short ways to write a scenario's steps. */
import { instantOf } from '../../../../domain/plain-date';
import type { Actor, ScenarioStep, Selection } from '../../../../domain/scenario';
import type { PlainDate, Role } from '../../../../domain/words';

type Who = Role | 'reviewer';

interface What {
  readonly problems: Selection | null;
  readonly event: string;
  readonly by: Who;
  readonly fields?: ScenarioStep['fields'];
}

/** A step on a day, at 10:00 unless another time is given. */
export function on(day: PlainDate, what: What, time = '10:00'): ScenarioStep {
  return {
    line: null,
    at: instantOf(day, time),
    problems: what.problems,
    event: what.event,
    by: actor(what.by),
    recordedBy: null,
    basis: null,
    fields: what.fields ?? {},
  };
}

const actor = (who: Who): Actor =>
  who === 'reviewer' ? { kind: 'reviewer' } : { kind: 'role', role: who };

/** The three steps of the default review chain, a day each. */
export function reviewed(
  problems: Selection,
  days: readonly [PlainDate, PlainDate, PlainDate],
): readonly ScenarioStep[] {
  return days.map((day) => on(day, { problems, event: 'approve', by: 'reviewer' }));
}

/** The head accepts; the plan is submitted and approved outside the unit. */
export function opening(days: {
  readonly accepted: PlainDate;
  readonly planned: PlainDate;
  readonly approved: PlainDate;
}): readonly ScenarioStep[] {
  return [
    on(days.accepted, { problems: {}, event: 'accept', by: 'departmentHead' }),
    on(days.planned, { problems: null, event: 'submitPlan', by: 'office' }),
    on(days.approved, { problems: null, event: 'approvePlan', by: 'supervisor' }),
  ];
}

/** Each department's report of each month, sent by the office. */
export function monthlyReports(
  days: readonly PlainDate[],
  departments: readonly string[],
): readonly ScenarioStep[] {
  return days.flatMap((day) =>
    departments.map((department) =>
      on(day, {
        problems: null,
        event: 'reportProgress',
        by: 'office',
        fields: { department, text: '按方案推进' },
      }),
    ),
  );
}
