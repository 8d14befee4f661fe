export { JournalGap, LedgerTooNew } from './errors';
export { openEmbeddedLedger, openLedger, type Ledger } from './ledger';
export type { Count, ProblemFilter } from './read';
export type { RecordedLine } from './recording';
export type { JournalRow, ProblemRow } from './tables';
export type { Fault, Verified } from './verify';
