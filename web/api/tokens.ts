/** Tokens: made once and shown once, kept as hashes, bound to an account. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { TokenRow, Tokens } from '../../ledger';
import type { Scope } from './scopes';

export interface NewToken {
  readonly account: string;
  /** What its owner calls it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** From 1 to `longestDays`. */
  readonly days: number;
}

export const longestDays = 365;
export const longestName = 100;

const day = 86_400_000;
/** Tells a leaked secret for what it is, also to programs that look for such. */
const prefix = 'zhenggai_';

/**
 * @param at ISO 8601 UTC
 * @returns what is to be sent as a bearer token; nobody can show it again
 */
export async function makeToken(
  tokens: Pick<Tokens, 'keep'>,
  { account, name, scopes, days }: NewToken,
  at: string,
): Promise<string> {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`;
  await tokens.keep({
    ...{ id: randomUUID(), account, name: name.slice(0, longestName) },
    ...{ scopes: scopes.join(' '), token_hash: hashOf(secret), made_at: at },
    expires_at: new Date(Date.parse(at) + Math.min(days, longestDays) * day).toISOString(),
  });
  return secret;
}

/** Null for what is no token, or none that holds. */
export async function useToken(
  tokens: Pick<Tokens, 'use'>,
  secret: string,
  at: string,
): Promise<TokenRow | null> {
  return secret.startsWith(prefix) ? tokens.use(hashOf(secret), at) : null;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
