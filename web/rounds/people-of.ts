/** The people of a rectification as they are frozen in it, with deputies and channels. */
import { readPeople } from '../../domain/people-schema';
import type { Person } from '../../domain/people';

/** Null where a line of another version says them otherwise. */
export function peopleIn(facts: Readonly<Record<string, unknown>>): readonly Person[] | null {
  const people = facts['people'];
  if (!Array.isArray(people)) return null;
  try {
    return readPeople(JSON.stringify({ people }), '');
  } catch {
    return null;
  }
}
