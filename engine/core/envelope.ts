/** What the outside says to a machine: one command, with its id, its instant and its sender. */
import type { JsonObject } from './json';

export interface Envelope {
  /** The command's id. The same id twice is applied once and answered the same. */
  readonly id: string;
  /** The workflow's clock, ISO 8601 UTC. */
  readonly at: string;
  /** An XState event; `by` is set by the engine from the envelope and overrides what was sent. */
  readonly event: JsonObject & { readonly type: string };
  /** Whatever the host says of the sender; guards find it as `event.by`. Null: nobody in particular. */
  readonly by: JsonObject | null;
}

/** Bytes of JSON one envelope may have. */
export const envelopeLimit = 64 * 1024;
