/** Something guessed or unclear, on its way to becoming a question. */

export interface Doubt {
  readonly field: string;
  readonly at: string;
  readonly why: string;
}
