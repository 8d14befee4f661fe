/** A rectification as its documents see it, at a place in its journal. Pure. */
import type { RectificationRecord } from '../../documents';
import { recordOf, todayIn } from '../../documents/record';
import type { ChainLine } from '../../ledger';
import type { Asked } from './desk';
import { stageWord } from './stage-word';

/** @param all its lines. @returns null where nothing is recorded */
export function recordAt(
  all: readonly ChainLine[],
  { id, at, now, author }: Pick<Asked, 'id' | 'at' | 'now' | 'author'>,
): RectificationRecord | null {
  const lines = at === null ? all : all.filter(({ ordinal }) => ordinal <= at.lines);
  const asOf = at?.day ?? todayIn(lines, now);
  return recordOf({ id, lines, asOf, author, stageWord });
}
