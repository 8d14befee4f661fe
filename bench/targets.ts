/** Whether a row reaches what DESIGN.md asks for: its estimate decides; an interval across the bound says it is not sure. */
import type { Row, Target } from './figure';
import type { Estimate } from './statistics';

export type Verdict = 'reached' | 'missed';

export interface Judged {
  readonly verdict: Verdict;
  /** False where the interval reaches across the bound. */
  readonly sure: boolean;
}

/** Null for a row without target, or where what it asks of was not measured. */
export function judge({ target, ratio, values }: Row): Judged | null {
  const estimate = target === undefined || target.of === 'ratio' ? ratio : values[target.of];
  if (target === undefined || estimate === undefined) return null;
  const verdict = holds(target, estimate.value) ? 'reached' : 'missed';
  return { verdict, sure: holds(target, estimate.low) === holds(target, estimate.high) };
}

/** `≤ 1.05 ×` for a ratio, `≤ 40 µs` for a value. */
export function targetWords({ of, bound, value }: Target, unit: string): string {
  const sign = bound === 'atMost' ? '≤' : '≥';
  return `${sign} ${value} ${of === 'ratio' ? '×' : unit}`;
}

function holds({ bound, value }: Target, measured: Estimate['value']): boolean {
  return bound === 'atMost' ? measured <= value : measured >= value;
}
