/** What an account signs in with: an address, or a short name. Pure. */

export interface AccountNames {
  readonly email: string | null;
  readonly shortName: string | null;
}

const address = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;
const short = /^[a-z0-9][a-z0-9.-]{1,39}$/;

/** Null where it is neither. */
export function namesTyped(typed: string): AccountNames | null {
  const name = typed.trim().toLowerCase();
  if (name.includes('@')) return isAddress(name) ? { email: name, shortName: null } : null;
  return isShortName(name) ? { email: null, shortName: name } : null;
}

export function isAddress(name: string): boolean {
  return name.length <= 254 && address.test(name) && !name.endsWith('.invalid');
}

export function isShortName(name: string): boolean {
  return short.test(name);
}

export function nameFault(
  name: string,
  names: AccountNames | null,
): 'nameMissing' | 'accountMalformed' | null {
  if (name.trim() === '' || name.length > 100) return 'nameMissing';
  return names === null ? 'accountMalformed' : null;
}
