/** What stands, derived from lines as they are recorded: in the same transaction, so that it is never behind them. Pure. */
import type { RawBuilder } from 'kysely';
import type { Before } from './before';
import { writeEvidence } from './evidence';
import { writeMeasures } from './measures';
import { writeMilestones } from './milestones';
import { writePeople } from './people';
import { writeProblemTexts } from './problem-texts';
import type { Recorded } from './recorded';
import { writeStanding } from './standing';
import { writeTexts } from './texts';
import { writeTurns } from './turns';

/**
 * The writes, in no order.
 *
 * @param lines those of a workflow in order, and none that was derived before
 */
export function derive(lines: readonly Recorded[], before: Before): readonly RawBuilder<unknown>[] {
  return [
    ...writeStanding(lines),
    ...writeTurns(lines, before),
    ...writeMeasures(lines),
    ...writePeople(lines),
    ...writeMilestones(lines),
    ...writeEvidence(lines),
    ...writeProblemTexts(lines, before),
    ...writeTexts(lines),
  ];
}
