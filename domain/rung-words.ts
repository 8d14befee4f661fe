/** What a milestone says of itself: ids, and the short sentence of the message and the journal. */
import { assertNever } from './assert-never';
import type { Rung, RungPlace } from './rungs';
import { daysBetween } from './plain-date';
import type { PlainDate } from './words';

/** The date a milestone speaks of: `整改时限`, `2026-11-30`. */
export interface NamedDue {
  readonly term: string;
  readonly dueOn: PlainDate;
}

/** Unique within a wait: `before-7`, `after-3`, `weekly-2`, `monthly-5`. */
export function rungId(place: RungPlace): string {
  switch (place.kind) {
    case 'before':
      return `before-${place.days}`;
    case 'after':
      return `after-${place.workingDays}`;
    case 'weekly':
    case 'monthly':
      return `${place.kind}-${place.k}`;
    default:
      return assertNever(place);
  }
}

/** For a milestone that several rungs share. */
export function rungLabel(place: RungPlace): string {
  switch (place.kind) {
    case 'before':
      return place.days === 0 ? '当日' : `前${place.days}天`;
    case 'after':
      return `逾期${place.workingDays}个工作日`;
    case 'weekly':
      return `每周第${place.k}次`;
    case 'monthly':
      return `每月第${place.k}次`;
    default:
      return assertNever(place);
  }
}

/** True to the day on which it goes out, which may not be the rung's nominal one. */
export function whyRung({ place, day }: Rung, { term, dueOn }: NamedDue): string {
  switch (place.kind) {
    case 'before':
      return whyBefore(daysBetween(day, dueOn), { term, dueOn });
    case 'after':
      return `已逾期${place.workingDays}个工作日（${term}${dueOn}）`;
    case 'weekly':
    case 'monthly':
      return `已逾期${daysBetween(dueOn, day)}天，${rungLabel(place)}督促（${term}${dueOn}）`;
    default:
      return assertNever(place);
  }
}

export function whyBefore(daysLeft: number, { term, dueOn }: NamedDue): string {
  return daysLeft === 0 ? `${term}今日截止（${dueOn}）` : `距${term}还有${daysLeft}天（${dueOn}）`;
}

/** For what came when the morning of turning blue was already past. */
export function whyBlueAtOnce(today: PlainDate, { term, dueOn }: NamedDue): string {
  return `${whyBefore(daysBetween(today, dueOn), { term, dueOn })}，亮蓝灯`;
}

export function whyRed({ term, dueOn }: NamedDue): string {
  return `${term}已过（${dueOn}）`;
}

/** For what came when its date was already past. */
export function whyRedAtOnce({ term, dueOn }: NamedDue): string {
  return `接收时${term}已过（${dueOn}）`;
}

export function whySummary(today: PlainDate, { term, dueOn }: NamedDue): string {
  return `接收时${term}已过（${dueOn}），已逾期${daysBetween(dueOn, today)}天`;
}

export function whyEnd({ term, dueOn }: NamedDue): string {
  return `${term}届满（${dueOn}）`;
}

/** Appended where one morning carries several rungs, or a summary and a rung. */
export function alsoCarries(labels: readonly string[]): string {
  return `；与${labels.join('、')}的提醒合为一次`;
}

/** The last lines of a derivation. */
export function whyDue({ term, dueOn }: NamedDue): string {
  return `${term}为${dueOn}，当日24:00（北京时间）截止`;
}

export function source({ name, version }: { name: string; version: string }): string {
  return `依据整改规则“${name}”（版本${version}）`;
}
