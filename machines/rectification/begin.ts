/** A rectification's first context: everything of the policy and the people is frozen here. */
import { firstProgressMonth } from '../../domain/due-rules';
import type { Person } from '../../domain/people';
import { planDayAt, type PlanClock } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import type { Instant, PlainDate } from '../../domain/words';
import { rectificationId } from '../../domain/ids';
import type { RectificationContext } from './context';

export interface Receiving {
  /** As people know it. */
  readonly id: string;
  readonly now: Instant;
  readonly unit: string;
  readonly inspectedBy: string | null;
  /** From when to when the inspection was at the unit, where the document says so. */
  readonly inspection: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly feedbackOn: PlainDate;
  readonly policy: Policy;
  readonly clock: PlanClock;
  readonly people: readonly Person[];
  /** Taken over in mid-life: its plan holds and its report is out. */
  readonly takenOver: boolean;
}

export function rectificationContext({ id, ...received }: Receiving): RectificationContext {
  return {
    ...received,
    rectification: rectificationId(id),
    assignment: {
      department: null,
      assisting: [],
      handlers: [],
      departmentHead: null,
      responsibleLeader: null,
    },
    waits: {},
    problems: {},
    plan: { submittedBy: null, approvedAt: null, returnedOn: null },
    month: firstProgressMonth(planDayAt(received.clock, received.now)),
    reported: [],
    arrears: [],
    departments: {},
    periodEnd: null,
    report: { chain: null, approvedAt: null, returnedOn: null },
    publicity: null,
    replies: 0,
    lookedBack: false,
  };
}
