/** The people frozen in a rectification, by id and name. */
import type { Calls } from './calls';
import { TargetUnknown } from './errors';
import { view } from './read';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** None where it is not known any more. */
export async function peopleOf(calls: Calls, rectification: string): Promise<readonly Named[]> {
  try {
    const { context } = await view<{ readonly people: readonly Named[] }>(
      calls,
      rectification,
      null,
    );
    return context.people;
  } catch (error) {
    if (error instanceof TargetUnknown) return [];
    throw error;
  }
}
