/** 预演: see rehearse.ts. */
export type { Command } from './happening';
export { opening } from './opening';
export type { EntryKind, Rehearsal, TimetableEntry } from './rehearsal';
export { rectificationStart } from './receiving';
export { rehearse, type RehearsalOptions } from './rehearse';
