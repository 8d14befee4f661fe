/** Accounts and what is granted to them. Whoever calls has seen to it that they may. */
import type { Account, Grant } from '../viewer';
import type { Auth } from './auth';
import type { AccountRow, IdentityDatabase } from './database';

export interface NewAccount {
  readonly name: string;
  /** One of the two at least: what they sign in with. */
  readonly email: string | null;
  readonly shortName: string | null;
  readonly administrator: boolean;
}

export interface SessionRow {
  readonly id: string;
  readonly token: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
}

export interface Accounts {
  readonly all: () => Promise<readonly AccountRow[]>;
  readonly find: (id: string) => Promise<AccountRow | null>;
  /** By e-mail address or short name, as typed. */
  readonly named: (typed: string) => Promise<AccountRow | null>;
  /** @returns null where another has the address or the short name */
  readonly add: (account: NewAccount) => Promise<AccountRow | null>;
  readonly change: (id: string, to: AccountChange) => Promise<void>;
  /** Ends all sessions: whoever knew the old one is out. */
  readonly setPassword: (id: string, password: string) => Promise<void>;
  readonly hasPassword: (id: string) => Promise<boolean>;
  readonly sessions: (id: string) => Promise<readonly SessionRow[]>;
  readonly endSessions: (id: string, only?: string) => Promise<void>;
  readonly grants: (id: string) => Promise<readonly Grant[]>;
  readonly allGrants: () => Promise<readonly (Grant & { readonly account: string })[]>;
  /** One a unit: another takes its place. */
  readonly grant: (id: string, grant: Grant) => Promise<void>;
  readonly withdraw: (id: string, unit: string) => Promise<void>;
  /** Ids of those who have a way to sign in: a password, or single sign-on once. */
  readonly withCredentials: () => Promise<ReadonlySet<string>>;
  /** For who has lost the phone. */
  readonly endSecondFactor: (id: string) => Promise<void>;
  /** Administrators who can sign in. */
  readonly administrators: () => Promise<readonly string[]>;
}

export type AccountChange = Partial<Pick<AccountRow, 'lockedAt' | 'administrator' | 'language'>>;

/** Addresses of those who have none: no mail ever goes there. */
const nowhere = '@accounts.invalid';

export function accountsOn(db: IdentityDatabase, auth: Auth, now: () => string): Accounts {
  return {
    all: () => db.selectFrom('accounts').selectAll().orderBy('name').orderBy('id').execute(),
    find: (id) => one(db.selectFrom('accounts').selectAll().where('id', '=', id)),
    named: (typed) => {
      const name = typed.trim().toLowerCase();
      const column = name.includes('@') ? 'email' : 'shortName';
      return one(db.selectFrom('accounts').selectAll().where(column, '=', name));
    },
    add: (account) => add(db, auth, account),
    change: async (id, to) => {
      const updatedAt = new Date(now());
      await db
        .updateTable('accounts')
        .set({ ...to, updatedAt })
        .where('id', '=', id)
        .execute();
    },
    setPassword: (id, password) => setPassword(auth, id, password),
    hasPassword: async (id) =>
      (await (await auth.$context).internalAdapter.findCredentialAccount(id)) !== null,
    sessions: (id) =>
      db
        .selectFrom('sessions')
        .select(['id', 'token', 'ipAddress', 'userAgent', 'createdAt'])
        .where('userId', '=', id)
        .where('expiresAt', '>', new Date(now()))
        .orderBy('createdAt', 'desc')
        .execute(),
    endSessions: async (id, only) => {
      const ending = db.deleteFrom('sessions').where('userId', '=', id);
      await (only === undefined ? ending : ending.where('id', '=', only)).execute();
    },
    grants: (id) => grantsOf(db, id),
    allGrants: () => db.selectFrom('grants').selectAll().orderBy('unit').execute(),
    grant: async (id, { unit, standing, person }) => {
      await db
        .insertInto('grants')
        .values({ account: id, unit, standing, person })
        .onConflict((conflict) =>
          conflict.columns(['account', 'unit']).doUpdateSet({ standing, person }),
        )
        .execute();
    },
    withdraw: async (id, unit) => {
      await db.deleteFrom('grants').where('account', '=', id).where('unit', '=', unit).execute();
    },
    withCredentials: async () => {
      const rows = await db.selectFrom('credentials').select('userId').distinct().execute();
      return new Set(rows.map(({ userId }) => userId));
    },
    endSecondFactor: async (id) => {
      await db.deleteFrom('secondFactors').where('userId', '=', id).execute();
      await db
        .updateTable('accounts')
        .set({ twoFactorEnabled: false })
        .where('id', '=', id)
        .execute();
    },
    administrators: async () => {
      const rows = await db
        .selectFrom('accounts')
        .innerJoin('credentials', 'credentials.userId', 'accounts.id')
        .select('accounts.id')
        .distinct()
        .where('administrator', '=', true)
        .where('lockedAt', 'is', null)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}

export function grantsOf(db: IdentityDatabase, account: string): Promise<readonly Grant[]> {
  return db
    .selectFrom('grants')
    .select(['unit', 'standing', 'person'])
    .where('account', '=', account)
    .orderBy('unit')
    .execute();
}

export function accountOf({ id, name, email, administrator }: AccountRow): Account {
  return { id, name, email: addressOf(email) ?? '', administrator };
}

/** Null where the account has no address of its own. */
export function addressOf(email: string): string | null {
  return email.endsWith(nowhere) ? null : email;
}

async function one<Row>(query: {
  readonly executeTakeFirst: () => Promise<Row | undefined>;
}): Promise<Row | null> {
  return (await query.executeTakeFirst()) ?? null;
}

async function add(
  db: IdentityDatabase,
  auth: Auth,
  { name, email, shortName, administrator }: NewAccount,
): Promise<AccountRow | null> {
  const short = shortName?.toLowerCase() ?? null;
  const address = email?.toLowerCase() ?? `${short ?? ''}${nowhere}`;
  const taken = await db
    .selectFrom('accounts')
    .select('id')
    .where((row) => row.or([row('email', '=', address), row('shortName', '=', short ?? '')]))
    .executeTakeFirst();
  if (taken !== undefined) return null;
  const { internalAdapter } = await auth.$context;
  const made = await internalAdapter.createUser(
    {
      ...{ name, email: address, shortName: short, administrator, language: 'zh' },
      ...{ emailVerified: false, lockedAt: null },
    },
    { method: 'admin' },
  );
  return one(db.selectFrom('accounts').selectAll().where('id', '=', made.id));
}

async function setPassword(auth: Auth, id: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = await passwords.hash(password);
  if ((await internalAdapter.findCredentialAccount(id)) === null)
    await internalAdapter.linkAccount({
      ...{ userId: id, accountId: id, providerId: 'credential', password: hash },
    });
  else await internalAdapter.updatePassword(id, hash);
  await internalAdapter.deleteUserSessions(id);
}
