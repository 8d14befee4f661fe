/** Tells whoever counts commands how each came out, and how long that took. */
import type { Sent } from './command';

export interface Told {
  readonly workflow: string;
  readonly event: string;
  readonly commandId: string;
  readonly outcome: Sent['outcome'];
  readonly seconds: number;
}

/** Must not throw. */
export type OnSent = (told: Told) => void;
