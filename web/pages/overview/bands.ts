/** Problems in bands as charts show them: done, or by lamp. Pure. */
import { lamps, type Lamp } from '../../../domain/words';

export const bands = ['done', ...lamps] as const;
export type Band = (typeof bands)[number];
export type Counts = Readonly<Record<Band, number>>;

export const noCounts: Counts = { done: 0, normal: 0, approaching: 0, behind: 0, overdue: 0 };

interface Stand {
  readonly stage: string | null;
  readonly lamp: string | null;
  readonly status: string | null;
}

/** What a later version calls otherwise counts as an open problem without a warning. */
export function bandOf({ stage, lamp, status }: Stand): Band {
  if (status === 'completed' || stage === 'closed') return 'done';
  return lamps.find((each): each is Lamp => each === lamp) ?? 'normal';
}

export function plus(counts: Counts, band: Band, more: number): Counts {
  return { ...counts, [band]: counts[band] + more };
}

export function sumOf(counts: Counts): number {
  return bands.reduce((sum, band) => sum + counts[band], 0);
}
