/** Reading single fields out of lines and facts, which are whatever JSON a machine wrote. PostgreSQL takes no NUL in a text. */
import type { RecordedLine } from './recording';

export function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value.replaceAll('\0', '') : other;
}

export function numberOr<Other>(value: unknown, other: Other): number | Other {
  return typeof value === 'number' ? value : other;
}

export function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The person who decided what a line says; null where it was nobody. */
export function decidedBy({ by }: RecordedLine): string | null {
  return textOr(partOf(by, 'decidedBy'), null);
}
