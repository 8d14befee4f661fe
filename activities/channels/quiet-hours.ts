/** 免打扰: hours of the recipients' own day in which no message rings. Real time in Asia/Shanghai, whatever the plan's clock says. */
import { addDays, instantOf, planDayOf, planTimeOf } from '../../domain/plain-date';
import type { Instant } from '../../domain/words';

export interface QuietHours {
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM`, of the next day where it is not later than `from`. */
  readonly to: string;
}

/** When the quiet hours end in which an instant of real time lies; null where it lies in none. */
export function quietUntil({ from, to }: QuietHours, at: Instant): Instant | null {
  const [day, time] = [planDayOf(at), planTimeOf(at)];
  if (from < to) return time >= from && time < to ? instantOf(day, to) : null;
  if (time >= from) return instantOf(addDays(day, 1), to);
  return time < to ? instantOf(day, to) : null;
}
