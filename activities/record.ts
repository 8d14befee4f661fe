/** The activity `record`: hands a machine's lines to the journal, which keeps each (workflow, sequence) once. */
import type { Journal, JournalLine } from './journal';
import { recordFailure } from './record-failure';

export interface RecordRequest {
  readonly workflow: string;
  readonly lines: readonly JournalLine[];
}

export function createRecord(journal: Journal) {
  return async ({ workflow, lines }: RecordRequest): Promise<void> => {
    try {
      await journal.append(workflow, lines);
    } catch (error) {
      throw recordFailure(error);
    }
  };
}
