/** What the filter offers: departments and leaders that have problems. Pure. */
import type { PlaceCount } from '../../../ledger';

export interface Choices {
  readonly departments: readonly string[];
  readonly leaders: readonly string[];
}

export const noChoices: Choices = { departments: [], leaders: [] };

export function choicesIn(counted: readonly PlaceCount[]): Choices {
  return {
    departments: each(counted.map(({ department }) => department)),
    leaders: each(counted.map(({ leader }) => leader)),
  };
}

function each(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.flatMap((value) => value ?? []))].toSorted();
}
