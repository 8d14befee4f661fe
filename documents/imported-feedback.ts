// What an import yields, whatever the file was: plain JSON, dates as YYYY-MM-DD, absent values null.
import type { ImportWarning } from './import-warning';

export type ImportedKind = 'immediate' | 'timeLimited' | 'longTerm';
export type ImportedStatus = 'completed' | 'phaseCompleted' | 'inProgress' | 'notCompleted';
/** Where a kind comes from: the text says it, its words suggest it, or nothing is said. */
export type KindBasis = 'stated' | 'inferred' | 'default';
export type MeasureRecurrence = 'monthly' | 'quarterly' | 'halfYearly' | 'yearly';

export interface ImportedPeriod {
  readonly from: string | null;
  readonly to: string | null;
}

export interface ImportedMeasure {
  /** As printed, without its punctuation: 一 of 一是, 1 of （1）. Not unique: reports repeat and skip. */
  readonly ordinal: string;
  readonly text: string;
  readonly department?: string;
  readonly due?: string;
  readonly recurrence?: MeasureRecurrence;
  readonly done?: boolean;
}

export interface ImportedProblem {
  /** Runs through the whole document from 1. */
  readonly seq: number;
  /** As printed; may repeat where numbering restarts; null where none is printed. */
  readonly number: number | null;
  readonly group: string | null;
  readonly section: string | null;
  readonly title: string;
  readonly kind: ImportedKind | null;
  readonly kindBasis: KindBasis | null;
  readonly status: ImportedStatus | null;
  readonly measures: readonly ImportedMeasure[];
  readonly deadlineWords: string | null;
  readonly due: string | null;
  readonly recurrence: readonly string[];
  /** People and departments as the file names them: ids or names; whoever is not named is not there. */
  readonly responsibleLeaders: readonly string[];
  readonly department: string | null;
  readonly assisting: readonly string[];
  readonly handlers: readonly string[];
  readonly departmentHead?: string;
  readonly subFindings: readonly { readonly text: string }[];
  readonly predecessor?: string;
  readonly publicText?: string;
  readonly withheld?: { readonly reason: string };
  readonly handedOverOn?: string;
}

export interface ImportedFeedback {
  readonly unit: string | null;
  readonly inspectedBy: string | null;
  readonly inspection: ImportedPeriod;
  readonly feedbackOn: string | null;
  readonly reportOn: string | null;
  /** The last day the text itself speaks of as past: "now" for a replay, earlier than `reportOn`. */
  readonly asOf: string | null;
  readonly publicity: ImportedPeriod;
  /** What the text says there is; compared with what was found by a warning, never asserted. */
  readonly declared: { readonly problems: number | null; readonly measures: number | null };
  readonly problems: readonly ImportedProblem[];
  readonly warnings: readonly ImportWarning[];
  /** What a person should settle before anything starts. */
  readonly questions: readonly ImportQuestion[];
}

/** Something guessed, unclear, contradictory or repeated: never decided in silence. */
export interface ImportQuestion {
  /** Null: about the file as a whole. */
  readonly seq: number | null;
  /** The field of the problem, or of the feedback. */
  readonly field: string;
  /** Where in the file, in its own words: `Sheet1!C5`, `第12行`. */
  readonly at: string;
  /** In Chinese, for people: what was read, what was made of it, what else it may be. */
  readonly why: string;
}
