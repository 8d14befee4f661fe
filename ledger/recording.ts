/** What is handed to the record: lines of one workflow, in order. */

/** A line as the engine writes it; what the record does not look at is kept with it. */
export interface RecordedLine {
  readonly sequence: number;
  readonly [field: string]: unknown;
}

export interface Recording {
  readonly workflow: string;
  readonly lines: readonly RecordedLine[];
}
