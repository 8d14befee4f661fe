/** What a policy file leaves out is taken from the default policy: a file says only what differs. Pure. */
import type { Policy } from './policy';

/** The given data over the base's: field by field within fields, lists and null as a whole. */
export function completed(given: unknown, base: Policy | null): unknown {
  return base === null ? given : over(withoutItsOwn(base), given);
}

/** A name and a version say which rules these are; nobody inherits them. */
function withoutItsOwn({ name: _name, version: _version, ...rest }: Policy): unknown {
  return rest;
}

function over(base: unknown, given: unknown): unknown {
  if (!isRecord(base) || !isRecord(given)) return given;
  const both = Object.entries(given).map(([field, value]) => [field, over(base[field], value)]);
  return { ...base, ...(Object.fromEntries(both) as object) };
}

function isRecord(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
