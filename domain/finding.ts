/** What a check says about something people set: what is wrong, where, and what to do about it. */
export interface Finding {
  /** An error must be mended before it is used; a warning should be read. */
  readonly level: 'error' | 'warning';
  /** Stable, for programs, e.g. `unknownDeputy`. */
  readonly code: string;
  /** In Chinese, for people: names who and what, and the remedy. */
  readonly message: string;
  /** Where in the data checked, e.g. `people[2].deputies[0]`. */
  readonly path: string;
}
