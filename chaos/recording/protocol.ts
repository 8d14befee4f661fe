/** What the recorder and whoever kills it say to each other. */

/** What it is started with. */
export interface Order {
  readonly seed: number;
  /** Journal files, outbox, evidence; the ledger too where there is no `url`. */
  readonly store: string;
  /** Null: the ledger is embedded in the recorder. */
  readonly url: string | null;
  /** By workflow the last line that was acknowledged, by lane the last message. */
  readonly lines: Readonly<Record<string, number>>;
  readonly messages: Readonly<Record<string, number>>;
}

export type Told =
  | { readonly kind: 'open'; readonly url: string }
  /** Kept for good: these lines, by number, and all before them. */
  | { readonly kind: 'recorded'; readonly workflow: string; readonly last: number }
  | { readonly kind: 'delivered'; readonly lane: string; readonly number: number }
  /** It was answered with an error, and will try again. */
  | { readonly kind: 'failed'; readonly why: string };

export type Asked = 'go' | 'stop';
