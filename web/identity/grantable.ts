/** In which units something can be granted, and as whom. */
import { isPersonId } from '../../domain/people-schema';
import type { Ledger, PersonRow } from '../../ledger';
import { standings, type Grant } from '../viewer';

type Units = Pick<Ledger, 'rectifications' | 'people'>;

/** Units that have a rectification, and those in which something was granted before their first list. */
export async function knownUnits(
  { rectifications }: Units,
  grants: readonly Grant[],
): Promise<readonly string[]> {
  const rows = await rectifications();
  const units = [...rows, ...grants].flatMap(({ unit }) => (unit === null ? [] : [unit]));
  return [...new Set(units)];
}

/** Those of all rectifications of the unit: whoever came later has no part in the earlier ones. Nobody before its first list. */
export async function peopleOf(ledger: Units, unit: string): Promise<readonly PersonRow[]> {
  const rows = await ledger.rectifications();
  const ids = rows.filter((row) => row.unit === unit).map(({ id }) => id);
  const all = (await Promise.all(ids.map((id) => ledger.people(id)))).flat();
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

const longestName = 100;

/** @returns a new unit's name as it is kept; null where it is none */
export function unitNamed(typed: string): string | null {
  const name = typed.trim().replace(/\s+/gu, ' ');
  const isName = name.length <= longestName && /^[\p{L}\p{N}][^\p{C}]+$/u.test(name);
  return isName ? name : null;
}

export type Granting =
  | { readonly kind: 'granted'; readonly grant: Grant }
  | {
      readonly kind: 'refused';
      readonly why: 'personMissing' | 'unknownPerson' | 'notAnId' | 'noUnit' | 'noStanding';
    };

/** @param people of the unit; before its first list anybody's id may be given, whom the list will then have */
export function grantTyped(
  typed: { readonly unit: string; readonly standing: string; readonly person: string },
  people: readonly PersonRow[],
): Granting {
  const refused = (why: (Granting & { kind: 'refused' })['why']) =>
    ({ kind: 'refused', why }) as const;
  const isNew = people.length === 0;
  const unit = isNew ? unitNamed(typed.unit) : typed.unit;
  const standing = standings.find((each) => each === typed.standing);
  if (unit === null) return refused('noUnit');
  if (standing === undefined) return refused('noStanding');
  const id = typed.person.trim();
  const person = id === '' || standing === 'reader' ? null : id;
  const acts = standing === 'member' || standing === 'office';
  if (acts && person === null) return refused('personMissing');
  if (person !== null && isNew && !isPersonId(person)) return refused('notAnId');
  if (person !== null && !isNew && !people.some((each) => each.id === person))
    return refused('unknownPerson');
  return { kind: 'granted', grant: { unit, standing, person } };
}
