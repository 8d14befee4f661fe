/** The activity `record`: hands a machine's lines to the journal, which keeps each (workflow, sequence) once. */
import type { Journal, JournalLine } from './journal';

export interface RecordRequest {
  readonly workflow: string;
  readonly lines: readonly JournalLine[];
}

export function createRecord(journal: Journal) {
  return async ({ workflow, lines }: RecordRequest): Promise<void> =>
    journal.append(workflow, lines);
}
