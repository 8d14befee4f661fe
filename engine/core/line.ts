/** One line of the journal: what happened, once, in order. */
import type { Json, JsonObject } from './json';

export interface Line {
  /** Counts a workflow's lines from 1 through continue-as-new and reopening; (workflow, sequence) is unique. */
  readonly sequence: number;
  readonly at: string;
  readonly kind:
    'begun' | 'accepted' | 'refused' | 'timer' | 'outcome' | 'emitted' | 'incident' | 'notice';
  /** The event's type, the effect's name, or a word of the engine such as `cancelRequested`. */
  readonly event: string;
  /** The event's fields or the outcome's words. */
  readonly fields: Json;
  readonly by: JsonObject | null;
  /** The command's id, the timer's key or the effect's id. */
  readonly cause: string | null;
  readonly from: string;
  readonly to: string;
  /** What the machine's `describe` adds. */
  readonly shown: JsonObject;
  readonly reason: string | null;
  /** What the machine's `describe.facts` gives: all of it in an instance's first line, later what has changed. */
  readonly facts?: JsonObject;
}
