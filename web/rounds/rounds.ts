/** The rectifications that a viewer sees, each with the day that it is in its own calendar. */
import { planDayAt, realTime, type PlanClock } from '../../domain/plan-clock';
import type { PlainDate } from '../../domain/words';
import type { RectificationRow } from '../../ledger';
import type { Language } from '../../words/catalogue';
import { rectificationTitleIn } from '../../words/rectification-title';
import { sees } from '../access/access';
import type { Viewer } from '../viewer';
import type { WebDeps } from '../web-env';

export interface Round {
  readonly id: string;
  readonly workflow: string;
  readonly unit: string | null;
  readonly title: string;
  readonly inspectedBy: string | null;
  readonly feedbackOn: PlainDate | null;
  readonly stage: string | null;
  readonly lamp: string | null;
  readonly clock: PlanClock;
  /** In a demonstration a day lasts seconds. */
  readonly today: PlainDate;
  readonly facts: Readonly<Record<string, unknown>>;
}

type Asked = Pick<WebDeps, 'ledger' | 'now'>;

/** By unit and id. */
export async function roundsSeen(
  { ledger, now }: Asked,
  viewer: Viewer,
): Promise<readonly Round[]> {
  const rows = await ledger.rectifications();
  return rows
    .filter(({ unit }) => sees(viewer, unit))
    .map((row) => roundOf(row, now(), viewer.language));
}

/** Null for what is not there and for what may not be seen. */
export async function roundSeen(
  { ledger, now }: Asked,
  viewer: Viewer,
  id: string,
): Promise<Round | null> {
  const [row] = await ledger.rectifications([id]);
  return row === undefined || !sees(viewer, row.unit) ? null : roundOf(row, now(), viewer.language);
}

/** @param language its title is in */
export function roundOf(row: RectificationRow, now: string, language: Language): Round {
  const { id, workflow, unit, feedback_on: feedbackOn, stage, lamp, facts } = row;
  const clock = clockIn(facts['clock']);
  const inspectedBy = facts['inspectedBy'];
  return {
    ...{ id, workflow, unit, feedbackOn, stage, lamp, facts, clock },
    title: rectificationTitleIn(language, unit, feedbackOn),
    inspectedBy: typeof inspectedBy === 'string' ? inspectedBy : null,
    today: planDayAt(clock, now),
  };
}

function clockIn(fact: unknown): PlanClock {
  const { realAt, planAt, speed } = (fact ?? {}) as Readonly<Record<string, unknown>>;
  return typeof realAt === 'string' && typeof planAt === 'string' && typeof speed === 'number'
    ? { realAt, planAt, speed }
    : realTime;
}
