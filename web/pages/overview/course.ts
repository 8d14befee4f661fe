/** The course of a rectification from its steps: what stood at the end of each day. Pure. */
import { addDays, daysBetween } from '../../../domain/plain-date';
import type { PlainDate } from '../../../domain/words';
import type { CourseStep } from '../../../ledger';
import { bandOf, noCounts, plus, type Counts } from './bands';

export interface CourseDay {
  readonly day: PlainDate;
  readonly counts: Counts;
  readonly completed: number;
  /** Completed, or its phase. */
  readonly phase: number;
}

/** More points than this are not told apart on a screen. */
const most = 120;

/**
 * From the first step's day to today, at most 120 days evenly apart and always the last; none where nothing has been recorded.
 *
 * @param steps by day
 */
export function courseDays(steps: readonly CourseStep[], today: PlainDate): readonly CourseDay[] {
  const ends = endsOf(steps);
  const [first] = ends;
  const last = ends.at(-1);
  if (first === undefined || last === undefined) return [];
  const end = last.day > today ? last.day : today;
  const days = daysBetween(first.day, end);
  const apart = Math.max(1, Math.ceil(days / (most - 1)));
  const shown = Array.from({ length: Math.floor(days / apart) + 1 }, (_each, index) =>
    addDays(end, -index * apart),
  ).toReversed();
  return atEach(ends, shown[0] === first.day ? shown : [first.day, ...shown]);
}

/** What stood at the end of each day that changed something. */
function endsOf(steps: readonly CourseStep[]): readonly CourseDay[] {
  const ends: CourseDay[] = [];
  let [counts, completed, phase] = [noCounts, 0, 0];
  for (const step of steps) {
    const { day, status, problems } = step;
    counts = plus(counts, bandOf(step), problems);
    completed += status === 'completed' ? problems : 0;
    phase += status === 'completed' || status === 'phaseCompleted' ? problems : 0;
    if (ends.at(-1)?.day === day) ends.pop();
    ends.push({ day, counts, completed, phase });
  }
  return ends;
}

/** Both in order. */
function atEach(ends: readonly CourseDay[], days: readonly PlainDate[]): readonly CourseDay[] {
  let next = 0;
  return days.flatMap((day) => {
    while ((ends[next]?.day ?? '9999') <= day) next += 1;
    const stood = ends[next - 1];
    return stood === undefined ? [] : [{ ...stood, day }];
  });
}

/** How many would be done that day at an even pace from the feedback to the end of the period; null outside of it. */
export function evenPace(
  day: PlainDate,
  {
    from,
    to,
    problems,
  }: { readonly from: PlainDate; readonly to: PlainDate; readonly problems: number },
): number | null {
  if (day < from || day > to) return null;
  const days = daysBetween(from, to);
  return days <= 0 ? problems : Math.round((daysBetween(from, day) / days) * problems * 10) / 10;
}
