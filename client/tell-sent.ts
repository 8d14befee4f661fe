/** Tells whoever counts commands how each came out, and how long that took. */
import type { Sent } from './command';

export interface Told {
  readonly workflow: string;
  readonly event: string;
  readonly commandId: string;
  readonly outcome: Sent['outcome'];
  /** The number of its line in the workflow's journal; null where it was not accepted. */
  readonly sequence: number | null;
  /** It had been accepted before, under the same id. */
  readonly repeated: boolean;
  readonly seconds: number;
}

/** Must not throw. */
export type OnSent = (told: Told) => void;
