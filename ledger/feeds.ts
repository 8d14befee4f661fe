/** 日历订阅: one secret address an account. Only its hash is kept: who reads the database cannot subscribe. */
import type { Kysely } from 'kysely';
import { apart } from './apart';
import type { FeedRow, Tables } from './tables';

export interface Feeds {
  /** Takes the place of the account's feed before, whose address is dead then. */
  readonly keep: (feed: Omit<FeedRow, 'read_at'>) => Promise<void>;
  readonly revoke: (account: string) => Promise<void>;
  readonly of: (account: string) => Promise<FeedRow | null>;
  /** The feed of this hash, noted as read at that instant (ISO 8601 UTC); null where there is none, or none any more. */
  readonly read: (tokenHash: string, at: string) => Promise<FeedRow | null>;
}

export function feedsOf(db: Kysely<Tables>): Feeds {
  return {
    keep: (feed) => apart(db, (tx) => keep(tx, feed)),
    revoke: (account) =>
      apart(db, async (tx) => {
        await tx.deleteFrom('feeds').where('account', '=', account).execute();
      }),
    of: (account) =>
      apart(db, async (tx) => {
        const found = tx.selectFrom('feeds').selectAll().where('account', '=', account);
        return (await found.executeTakeFirst()) ?? null;
      }),
    read: (tokenHash, at) =>
      apart(db, async (tx) => {
        const noted = tx.updateTable('feeds').set({ read_at: at });
        const found = noted.where('token_hash', '=', tokenHash).returningAll();
        return (await found.executeTakeFirst()) ?? null;
      }),
  };
}

async function keep(tx: Kysely<Tables>, feed: Omit<FeedRow, 'read_at'>): Promise<void> {
  const fresh = { ...feed, read_at: null };
  await tx
    .insertInto('feeds')
    .values(fresh)
    .onConflict((conflict) => conflict.column('account').doUpdateSet(fresh))
    .execute();
}
