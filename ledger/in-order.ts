/** The chain's lines and the refused commands beside it, in one order of time. Pure. */
import type { RecordedLine } from './recording';
import type { RefusedLine } from './refusals';

/** A line of the chain, or a refused command beside it, which has no number. */
export type JournalLine = RecordedLine | RefusedLine;

/** Refused commands between the lines before and after which they were sent. */
export function inOrderOfTime(
  lines: readonly RecordedLine[],
  refused: readonly RefusedLine[],
): readonly JournalLine[] {
  const waiting = [...refused];
  const sentBefore = (at: string): readonly RefusedLine[] => {
    const count = waiting.findIndex((each) => each.at >= at);
    return waiting.splice(0, count === -1 ? waiting.length : count);
  };
  return [...lines.flatMap((line) => [...sentBefore(String(line['at'])), line]), ...waiting];
}
