/** Links of messages: made for one act of one person, found again, used once. */
import type { IdentityDatabase, LinkRow } from '../identity/database';
import { hashOf, isSigned, newToken, type LinkedAct } from './link-token';

/** How long a link is good for, days: over a weekend and a holiday. */
export const linkDays = 10;
/** How long an act may be under way before its link may be taken up again, s: its process has ended. */
const claimSeconds = 120;
/** How long it is known why an old link is refused, days. */
const rememberedDays = 60;

export interface LinkSettings {
  readonly db: IdentityDatabase;
  /** The pages'. */
  readonly secret: string;
  readonly baseUrl: string;
  /** ISO 8601 UTC. */
  readonly now: () => string;
}

export type LinkFault = 'forged' | 'expired' | 'used';

export interface Links {
  /** @returns the whole address; it is kept nowhere and differs each time */
  readonly linkFor: (act: LinkedAct) => Promise<string>;
  /** Looking uses nothing up: programs that look at mail open links too. */
  readonly find: (token: string) => Promise<LinkRow | LinkFault>;
  /** Before the act. False where it was used, or is under way. */
  readonly claim: (hash: string) => Promise<boolean>;
  /** After it: used where it was done, to be tried again where it was not. */
  readonly settle: (hash: string, done: boolean) => Promise<void>;
}

export const linkPath = '/link';

export function linksOn({ db, secret, baseUrl, now }: LinkSettings): Links {
  return {
    linkFor: async (act) => {
      const token = newToken(secret, act);
      const [madeAt, expiresAt] = [now(), moved(now(), linkDays * 86_400)];
      await db
        .insertInto('links')
        .values({ hash: hashOf(token), ...act, madeAt, expiresAt, claimedAt: null, usedAt: null })
        .execute();
      await db
        .deleteFrom('links')
        .where('expiresAt', '<', moved(madeAt, -rememberedDays * 86_400))
        .execute();
      return `${baseUrl}${linkPath}/${token}`;
    },
    find: async (token) => {
      const row = await db
        .selectFrom('links')
        .selectAll()
        .where('hash', '=', hashOf(token))
        .executeTakeFirst();
      if (row === undefined || !isSigned(secret, token, row)) return 'forged';
      if (row.usedAt !== null) return 'used';
      return row.expiresAt <= now() ? 'expired' : row;
    },
    claim: async (hash) => {
      const { numUpdatedRows } = await db
        .updateTable('links')
        .set({ claimedAt: now() })
        .where('hash', '=', hash)
        .where('usedAt', 'is', null)
        .where((row) =>
          row.or([
            row('claimedAt', 'is', null),
            row('claimedAt', '<', moved(now(), -claimSeconds)),
          ]),
        )
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    settle: async (hash, done) => {
      await db
        .updateTable('links')
        .set(done ? { usedAt: now() } : { claimedAt: null })
        .where('hash', '=', hash)
        .execute();
    },
  };
}

function moved(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
