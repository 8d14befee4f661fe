/** 预演: see rehearse.ts. */
export type { Command } from './happening';
export type {
  Addressee,
  DeliveredMessage,
  EntryKind,
  ProblemEnd,
  RectificationEnd,
  Rehearsal,
  TimetableEntry,
} from './rehearsal';
export { rehearse, type RehearsalOptions } from './rehearse';
export { rectificationStart } from './receiving';
