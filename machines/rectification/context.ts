/** What a rectification remembers: of its problems only where they stand. */
import type { Person, Assignment } from '../../domain/people';
import type { PlanClock } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import type { Instant, PlainDate, Status } from '../../domain/words';
import type { Month } from '../../domain/plain-date';
import type { Chain } from '../chain';
import type { Stage } from '../problem/stage';
import type { Waits } from '../waits';

export interface ProblemStanding {
  readonly stage: Stage;
  readonly status: Status;
  readonly department: string | null;
  readonly onTime: boolean;
  /** What was received, as a short hash: tells whether a file that comes again says the same. */
  readonly digest: string;
}

export interface ReportingDepartment {
  /** The month after its first problem was assigned. */
  readonly first: Month;
  /** The month in which its last problem left the work; null while one is there. */
  readonly left: Month | null;
}

export interface RectificationContext {
  readonly now: Instant;
  /** The workflow's own id, `rectification/<id>`. */
  readonly rectification: string;
  readonly unit: string;
  readonly inspectedBy: string | null;
  /** From when to when the inspection was at the unit, where the document says so. */
  readonly inspection: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly feedbackOn: PlainDate;
  readonly policy: Policy;
  readonly clock: PlanClock;
  readonly people: readonly Person[];
  /** Nobody in particular: the rectification's own reminders go to the office, the principal and the supervisor. */
  readonly assignment: Assignment;
  readonly waits: Waits;
  /** By `seq`. */
  readonly problems: { readonly [seq: string]: ProblemStanding };
  readonly plan: {
    readonly submittedBy: string | null;
    readonly approvedAt: Instant | null;
    /** When it was last returned. */
    readonly returnedOn: PlainDate | null;
  };
  readonly month: Month;
  /** Departments that have reported this month. */
  readonly reported: readonly string[];
  /** Departments whose report of a month past is missing. */
  readonly arrears: readonly string[];
  /** The departments that report, by name. */
  readonly departments: { readonly [name: string]: ReportingDepartment };
  /** What the reports print at the end of the concentrated period; null before. */
  readonly periodEnd: {
    readonly at: Instant;
    readonly counts: { readonly [S in Status]: number };
  } | null;
  readonly report: {
    readonly chain: Chain | null;
    readonly approvedAt: Instant | null;
    readonly returnedOn: PlainDate | null;
  };
  readonly publicity: { readonly from: PlainDate; readonly contact: string | null } | null;
  readonly replies: number;
  readonly lookedBack: boolean;
  readonly takenOver: boolean;
}
