/** What a viewer may see and as whom they act: decided from grants and the people frozen in a rectification, and nowhere else. */
import type { Role } from '../../domain/words';
import type { Grant, Standing, Viewer } from '../viewer';

/** What must be known of a rectification to decide. */
export interface Seen {
  readonly unit: string | null;
  readonly people: readonly { readonly id: string; readonly roles: string }[];
}

export function grantFor({ grants }: Viewer, unit: string | null): Grant | null {
  return grants.find((grant) => grant.unit === unit) ?? null;
}

export function sees(viewer: Viewer, unit: string | null): boolean {
  return grantFor(viewer, unit) !== null;
}

/** The id of the person as whom the viewer acts in a rectification; null where they only look. */
export function personIn(viewer: Viewer, { unit, people }: Seen): string | null {
  const grant = grantFor(viewer, unit);
  if (grant === null || grant.standing === 'reader') return null;
  return people.some(({ id }) => id === grant.person) ? grant.person : null;
}

export function rolesIn(viewer: Viewer, seen: Seen): readonly Role[] {
  const person = personIn(viewer, seen);
  const found = seen.people.find(({ id }) => id === person);
  return (found?.roles.split(' ').filter((role) => role !== '') ?? []) as readonly Role[];
}

/** Recording what somebody else decided is the office's right alone, and never by a link. */
export function mayRecordForOthers(viewer: Viewer, seen: Seen): boolean {
  return viewer.only === null && rolesIn(viewer, seen).includes('office');
}

/** Whether they receive feedback, for whatever unit. */
export function receives(viewer: Viewer): boolean {
  return unitsAs(viewer, 'office').length > 0;
}

/** The units for which the viewer stands so: `office` receives feedback, `supervisor` oversees. */
export function unitsAs({ grants }: Viewer, standing: Standing): readonly string[] {
  return grants.filter((grant) => grant.standing === standing).map(({ unit }) => unit);
}
