/** The dates of a problem with where each comes from, by the lines that worked them out. Pure. */
import type { Wait } from '../../../domain/schedule';
import { isRecord } from '../../../engine/core';
import type { JournalLine, ProblemRow } from '../../../ledger';
import { waitOf } from '../../rounds/dates';
import { urgeOf } from '../todo/duties';

export interface ExplainedDate {
  readonly wait: Wait;
  readonly on: string;
  /** In the words of whatever worked it out, rule by rule. */
  readonly because: readonly string[];
  readonly provisional: boolean;
}

/** Those that are waited for now: of the stage, and of an urge. */
export function datesOf(row: ProblemRow, lines: readonly JournalLine[]): readonly ExplainedDate[] {
  if (row.stage === 'closed' || row.stage === 'suspended') return [];
  const waits: readonly Wait[] = [
    waitOf({ wait: null, stage: row.stage }),
    ...(urgeOf(row) === null ? [] : (['urge'] as const)),
  ];
  const known = new Map(lines.flatMap(explained).map((date) => [date.wait, date]));
  return waits.flatMap((wait) => known.get(wait) ?? []);
}

/** The outcome of working a date out. */
function explained(line: JournalLine): readonly ExplainedDate[] {
  if (line['kind'] !== 'outcome' || line['event'] !== 'schedule') return [];
  const fields = isRecord(line['fields']) ? line['fields'] : {};
  const { wait, dueOn, because, provisional } = fields;
  if (typeof wait !== 'string' || typeof dueOn !== 'string') return [];
  return [
    {
      ...{ wait: wait as Wait, on: dueOn, provisional: provisional === true },
      because: Array.isArray(because) ? because.filter((each) => typeof each === 'string') : [],
    },
  ];
}
