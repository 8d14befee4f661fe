/** What was asked of a new token, or what is wrong with it. Pure. */
import { longestDays, longestName } from './tokens';
import { scopes, type Scope } from './scopes';

export interface AskedToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

export type TokenFault = 'name' | 'scopes' | 'days';

/** @param allowed scopes that the account has use for */
export function tokenAsked(
  form: Pick<FormData, 'get' | 'getAll'>,
  allowed: readonly Scope[],
): AskedToken | readonly TokenFault[] {
  const given = form.get('name');
  const name = typeof given === 'string' ? given.trim().slice(0, longestName) : '';
  const chosen = scopes.filter((scope) => form.getAll('scope').includes(scope));
  const days = Number(form.get('days'));
  const faults = [
    ...(name === '' ? ['name' as const] : []),
    ...(chosen.length === 0 || chosen.some((scope) => !allowed.includes(scope))
      ? ['scopes' as const]
      : []),
    ...(Number.isInteger(days) && days >= 1 && days <= longestDays ? [] : ['days' as const]),
  ];
  return faults.length > 0 ? faults : { name, scopes: chosen, days };
}
