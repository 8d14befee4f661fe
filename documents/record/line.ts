// A line of the journal as documents read it: whatever JSON a machine wrote, taken apart without trusting its shape.

/** What `ledger` hands over: a line of one workflow, as it was recorded. */
export interface RecordLine {
  readonly workflow: string;
  readonly line: { readonly sequence: number; readonly [field: string]: unknown };
  /** Its place among all lines of the rectification, from 1, and what stands for all of them up to it. */
  readonly ordinal: number;
  readonly head: string;
}

export interface Happening {
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  readonly event: string;
  /** Ids; null where it was nobody. */
  readonly decidedBy: string | null;
  readonly recordedBy: string | null;
  readonly basis: string | null;
  readonly fields: Values;
  readonly shown: Values;
  readonly facts: Values;
}

export type Values = Readonly<Record<string, unknown>>;

export function happeningOf({ line }: RecordLine): Happening {
  const by = valuesIn(line['by']);
  return {
    sequence: line.sequence,
    at: textIn(line, 'at') ?? '',
    kind: textIn(line, 'kind') ?? '',
    event: textIn(line, 'event') ?? '',
    decidedBy: textIn(by, 'decidedBy'),
    recordedBy: textIn(by, 'recordedBy'),
    basis: textIn(by, 'basis'),
    fields: valuesIn(line['fields']),
    shown: valuesIn(line['shown']),
    facts: valuesIn(line['facts']),
  };
}

export function valuesIn(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}

export function textIn(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

export function numberIn(values: Values, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}

export function listIn(values: Values, name: string): readonly unknown[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

export function textsIn(values: Values, name: string): readonly string[] {
  return listIn(values, name).filter((each): each is string => typeof each === 'string');
}

/** The value where it is one of a list of words; else the other. */
export function wordIn<Word extends string, Other>(
  value: unknown,
  words: readonly Word[],
  other: Other,
): Word | Other {
  return words.find((word) => word === value) ?? other;
}
