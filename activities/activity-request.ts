/** What an activity is called with: the effect's id, which is the idempotency key of all it does, and its input. */
export interface ActivityRequest<I> {
  readonly key: string;
  readonly input: I;
}
