/** The tables of accounts, in the ledger's database: `ledger/migrations/0017-accounts.ts` makes them. */
import { CamelCasePlugin, Kysely, type ColumnType } from 'kysely';
import { Pool } from 'pg';
import type { Language } from '../../words/catalogue';
import type { Standing } from '../viewer';
import { apartDialect } from './apart-driver';
import type { AuditEntry } from './identity';

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly twoFactorEnabled: boolean | null;
  /** Typed in place of the e-mail address; lower case. */
  readonly shortName: string | null;
  readonly administrator: boolean;
  readonly language: Language;
  /** By an administrator; null where it is open. */
  readonly lockedAt: Date | null;
}

export interface GrantRow {
  readonly account: string;
  readonly unit: string;
  readonly standing: Standing;
  readonly person: string | null;
}

/** A one-time link by which an account gets its password. */
export interface InvitationRow {
  readonly hash: string;
  /** Null: makes the first administrator. */
  readonly account: string | null;
  /** ISO 8601 UTC, as all texts of instants here. */
  readonly madeAt: string;
  readonly expiresAt: string;
}

/** A link of a message. */
export interface LinkRow {
  readonly hash: string;
  readonly workflow: string;
  readonly event: string;
  readonly person: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  /** An act by it is under way since. */
  readonly claimedAt: string | null;
  readonly usedAt: string | null;
}

export interface FailuresRow {
  /** Whose: an account, or an address. */
  readonly key: string;
  readonly failures: number;
  readonly since: string;
  readonly lockedUntil: string | null;
}

export interface AuditRow extends Omit<AuditEntry, 'address'> {
  readonly id: string;
  readonly address: string | null;
}

export interface IdentityTables {
  readonly accounts: AccountRow;
  readonly credentials: {
    readonly userId: string;
    readonly providerId: string;
    readonly password: string | null;
  };
  readonly secondFactors: { readonly userId: string };
  readonly sessions: {
    readonly id: string;
    readonly token: string;
    readonly userId: string;
    readonly ipAddress: string | null;
    readonly userAgent: string | null;
    readonly createdAt: Date;
    readonly updatedAt: Date;
    readonly expiresAt: Date;
  };
  readonly grants: GrantRow;
  readonly invitations: InvitationRow;
  readonly links: LinkRow;
  readonly signInFailures: FailuresRow;
  readonly audit: {
    readonly [column in keyof AuditRow]: ColumnType<AuditRow[column], AuditRow[column], never>;
  };
}

export type IdentityDatabase = Kysely<IdentityTables>;

/** Connections of one process, beside the ledger's. */
const connections = 4;
/** How long a database that does not answer is waited for, ms. */
const connectWithin = 10_000;

/** @param url the ledger's: its tables are there once the ledger has been opened */
export function openIdentityDatabase(url: string): IdentityDatabase {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectWithin,
  });
  // As the ledger's: a connection that is lost must not end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<IdentityTables>({
    dialect: apartDialect(pool),
    plugins: [new CamelCasePlugin()],
  });
}
