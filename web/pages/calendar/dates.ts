/** The dates that a viewer sees, or has to do with. */
import type { DueDate, Ledger } from '../../../ledger';
import { grantFor } from '../../access/access';
import type { Round } from '../../rounds/rounds';
import type { Viewer } from '../../viewer';
import { concerns, type Concerned } from './concern';

export interface Wanted {
  readonly rounds: readonly Round[];
  readonly from: string;
  readonly to: string;
  /** Only those that the viewer has to do with. */
  readonly mine: boolean;
}

export async function datesFor(
  ledger: Pick<Ledger, 'overview' | 'people'>,
  viewer: Viewer,
  { rounds, from, to, mine }: Wanted,
): Promise<readonly DueDate[]> {
  const rectifications = rounds.map(({ id }) => id);
  if (rectifications.length === 0) return [];
  const dates = await ledger.overview.dates({ rectifications, from, to });
  if (!mine) return dates;
  const dated = new Set(dates.map(({ rectification }) => rectification));
  const persons = await personsIn(
    ledger,
    viewer,
    rounds.filter(({ id }) => dated.has(id)),
  );
  return dates.filter((date) => concerns(date, persons.get(date.rectification) ?? null));
}

/** As whom the viewer stands in each rectification; those in which they only look are not there. */
async function personsIn(
  ledger: Pick<Ledger, 'people'>,
  viewer: Viewer,
  rounds: readonly Round[],
): Promise<ReadonlyMap<string, Concerned>> {
  const found = new Map<string, Concerned>();
  for (const { id, unit } of rounds) {
    const grant = grantFor(viewer, unit);
    if (grant === null || grant.person === null || grant.standing === 'reader') continue;
    const person = (await ledger.people(id)).find((each) => each.id === grant.person);
    if (person !== undefined) found.set(id, person);
  }
  return found;
}
