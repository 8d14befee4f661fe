/** One-time links by which somebody sets their password: the first administrator, a new account, one that forgot it. */
import { createHash, randomBytes } from 'node:crypto';
import type { IdentityDatabase, InvitationRow } from './database';

/** How long they may be used, days. */
export const invitationDays = 7;

export interface Invitations {
  /**
   * An account's earlier links end.
   *
   * @param account null: whoever uses it becomes the first administrator
   * @returns the path of the page, with the secret: it is shown once and kept nowhere
   */
  readonly make: (account: string | null) => Promise<string>;
  /** Null where there is none, or no longer. Looking does not use it up. */
  readonly find: (secret: string) => Promise<Pick<InvitationRow, 'account'> | null>;
  /** True for one caller only. */
  readonly use: (secret: string) => Promise<boolean>;
}

export function invitationsOn(db: IdentityDatabase, now: () => string): Invitations {
  return {
    make: async (account) => {
      const secret = randomBytes(32).toString('base64url');
      const [madeAt, expiresAt] = [now(), daysLater(now(), invitationDays)];
      await db.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('invitations')
          .where('account', account === null ? 'is' : '=', account)
          .execute();
        await tx
          .insertInto('invitations')
          .values({ hash: hashOf(secret), account, madeAt, expiresAt })
          .execute();
      });
      return `/invitation/${secret}`;
    },
    find: async (secret) =>
      (await db
        .selectFrom('invitations')
        .select('account')
        .where('hash', '=', hashOf(secret))
        .where('expiresAt', '>', now())
        .executeTakeFirst()) ?? null,
    use: async (secret) => {
      const { numDeletedRows } = await db
        .deleteFrom('invitations')
        .where('hash', '=', hashOf(secret))
        .where('expiresAt', '>', now())
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function daysLater(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}
