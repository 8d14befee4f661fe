/** What stands, derived from lines as they are recorded: in the same transaction, so that it is never behind them. */
import type { Transaction } from 'kysely';
import type { Tables } from '../tables';
import { insertEvidence } from './evidence';
import { updateMeasures } from './measures';
import { insertMilestones } from './milestones';
import { updatePeople } from './people';
import { updateProblemTexts } from './problem-texts';
import type { Recorded } from './recorded';
import { updateStanding } from './standing';
import { insertTexts } from './texts';
import { insertTurns } from './turns';

/** @param lines those of a workflow in order, and none that was derived before */
export async function derive(tx: Transaction<Tables>, lines: readonly Recorded[]): Promise<void> {
  await insertTurns(tx, lines);
  await updateStanding(tx, lines);
  await updateMeasures(tx, lines);
  await updatePeople(tx, lines);
  await insertMilestones(tx, lines);
  await insertEvidence(tx, lines);
  await updateProblemTexts(tx, lines);
  await insertTexts(tx, lines);
}
