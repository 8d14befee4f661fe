/** What a date of the record is of, in words. */
import type { Wait } from '../../domain/schedule';
import type { DueDate } from '../../ledger';
import type { Language } from '../../words/catalogue';
import { waitWords } from '../../words/waits';

/** The wait in which a problem of this stage stands. */
const waitByStage: Readonly<Record<string, Wait>> = {
  accepting: 'acceptance',
  planning: 'work',
  rectifying: 'work',
  reviewing: 'review',
  upkeep: 'upkeep',
  signedOff: 'rest',
  lookBack: 'lookBack',
};

export function waitOf({ wait, stage }: Pick<DueDate, 'wait' | 'stage'>): Wait {
  const known = wait !== null && Object.hasOwn(waitWords.zh, wait) ? (wait as Wait) : null;
  return known ?? waitByStage[stage ?? ''] ?? 'work';
}

export function dateWord(date: Pick<DueDate, 'wait' | 'stage'>, language: Language): string {
  return waitWords[language][waitOf(date)];
}
