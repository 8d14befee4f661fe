/** What a file that comes again says otherwise than the problem as it stands. Pure. */
import type { ReceivedMeasure, ReceivedProblem } from '../domain/reception';
import type { ShownProblem } from './read';

/** The fields an `amend` can carry, only those that differ. */
export interface Amendment {
  readonly title?: string;
  readonly due?: string;
  readonly measures?: readonly Readonly<Record<string, string>>[];
}

export interface Differences {
  readonly amendment: Amendment;
  /** Fields that differ but have events of their own: `assignment`, `kind`, `publicText`, `due`. */
  readonly others: readonly string[];
}

/** A date the file no longer names is left as it is. */
export function differences(said: ReceivedProblem, shown: ShownProblem): Differences {
  const named = shown.due.kind === 'named' ? shown.due.date : null;
  return {
    amendment: {
      ...(said.title === shown.title ? {} : { title: said.title }),
      ...(said.due === null || said.due === named ? {} : { due: said.due }),
      ...(same(said.measures.map(plain), shown.measures.map(plain))
        ? {}
        : { measures: said.measures.map(plain) }),
    },
    others: others(said, shown),
  };
}

export function amends(amendment: Amendment): boolean {
  return Object.keys(amendment).length > 0;
}

function others(said: ReceivedProblem, shown: ShownProblem): readonly string[] {
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    kind: [said.kind, shown.kind],
    assignment: [said.assignment, shown.assignment],
    number: [said.number, shown.number],
    section: [said.section, shown.section],
    group: [said.group, shown.group],
    publicText: [said.publicText, shown.publicText],
    withheld: [said.withheld, shown.withheld],
    predecessor: [said.predecessor, shown.predecessor],
    subFindings: [
      said.subFindings.map(({ text }) => text),
      shown.subFindings.map(({ text }) => text),
    ],
  };
  return Object.entries(pairs).flatMap(([name, [file, life]]) => (same(file, life) ? [] : [name]));
}

type PlainMeasure = Pick<ReceivedMeasure, 'text' | 'department' | 'due' | 'recurrence'>;

function plain({
  text,
  department,
  due,
  recurrence,
}: PlainMeasure): Readonly<Record<string, string>> {
  const present = Object.entries({ text, department, due, recurrence });
  return Object.fromEntries(
    present.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** Whatever the order of keys. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
