/** Who may sign in to the pages: the people of the demonstration by one click, else those who have accounts. */
import type { Ledger } from '../../ledger';
import {
  auditOn,
  demonstrationIdentity,
  openIdentityDatabase,
  withLinks,
  type Signing,
} from '../../web';
import type { CliContext } from '../command';
import { demonstrationAccounts } from './demonstration-accounts';
import { singleSignOn } from './web-settings';

export interface IdentitySettings {
  readonly ledger: Ledger;
  /** The rectification whose people sign in with one click; null where accounts are asked for. */
  readonly demonstration: string | null;
  readonly secret: string;
  readonly baseUrl: string;
}

interface OpenSigning extends Signing {
  readonly close: () => Promise<void>;
}

export async function openSigning(
  context: CliContext,
  { ledger, demonstration, secret, baseUrl }: IdentitySettings,
): Promise<OpenSigning> {
  const db = openIdentityDatabase(ledger.url);
  const { now } = context;
  const settings = { db, secret, baseUrl, now };
  const audit = auditOn(db);
  const kind =
    demonstration === null
      ? (await local())({ ...settings, sso: singleSignOn(context) })
      : demonstrationIdentity(demonstrationAccounts(ledger, demonstration), audit);
  return { ...withLinks(kind, { ...settings, audit, ledger }), close: () => db.destroy() };
}

/** Its library takes a third of a second to load, which no other command is to wait for. */
async function local() {
  return (await import('../../web/identity/local-identity.js')).localIdentity;
}
