/** Something guessed or unclear, on its way to becoming a question. */

export interface Doubt {
  readonly field: string;
  readonly at: string;
  readonly why: string;
}

/** What was read, and what about it is not sure. */
export interface Read<Value> {
  readonly value: Value;
  readonly doubts: readonly Doubt[];
}

export function sure<Value>(value: Value): Read<Value> {
  return { value, doubts: [] };
}
