/** 访问令牌: by which programs act for an account. Only hashes are kept: who reads the database cannot act. */
import type { Kysely } from 'kysely';
import { apart } from './apart';
import type { Tables, TokenRow } from './tables';

export interface Tokens {
  readonly keep: (token: Omit<TokenRow, 'revoked_at' | 'used_at'>) => Promise<void>;
  /** All of an account, also those that have ended; the newest first. */
  readonly of: (account: string) => Promise<readonly TokenRow[]>;
  /** False where the account has no such token that still holds. */
  readonly revoke: (account: string, id: string, at: string) => Promise<boolean>;
  /** The token of this hash that holds at this instant, noted as used; null where there is none. */
  readonly use: (tokenHash: string, at: string) => Promise<TokenRow | null>;
}

/** Used again within this, ms, it is not noted anew: reading must not become writing. */
const notedEvery = 60_000;

export function tokensOf(db: Kysely<Tables>): Tokens {
  return {
    keep: (token) =>
      apart(db, async (tx) => {
        await tx
          .insertInto('tokens')
          .values({ ...token, revoked_at: null, used_at: null })
          .execute();
      }),
    of: (account) =>
      apart(db, (tx) =>
        tx
          .selectFrom('tokens')
          .selectAll()
          .where('account', '=', account)
          .orderBy('made_at', 'desc')
          .orderBy('id')
          .execute(),
      ),
    revoke: (account, id, at) =>
      apart(db, async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('tokens')
          .set({ revoked_at: at })
          .where('account', '=', account)
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    use: (tokenHash, at) => apart(db, (tx) => use(tx, tokenHash, at)),
  };
}

async function use(tx: Kysely<Tables>, tokenHash: string, at: string): Promise<TokenRow | null> {
  const found = await tx
    .selectFrom('tokens')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (found === undefined) return null;
  const isNoted = found.used_at !== null && Date.parse(at) - Date.parse(found.used_at) < notedEvery;
  if (!isNoted)
    await tx.updateTable('tokens').set({ used_at: at }).where('id', '=', found.id).execute();
  return found;
}
