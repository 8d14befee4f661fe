/** What every chapter of a walk is given. */
import type { Installation } from './installation';
import type { Record } from './record';
import type { Steps } from './steps';
import type { Visitors } from './visitors';

export interface Walk {
  readonly house: Installation;
  readonly visitors: Visitors;
  readonly record: Record;
  readonly steps: Steps;
  readonly daySeconds: number;
  /** Where pictures go; null: none are taken. */
  readonly screens: string | null;
}
