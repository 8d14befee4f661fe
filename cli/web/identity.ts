/** Who may sign in to the pages: the people of the demonstration by one click, else those who have accounts. */
import type { Ledger } from '../../ledger';
import { demonstration, type Signing } from '../../web';
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

export async function identityOf(
  context: CliContext,
  settings: IdentitySettings,
): Promise<Signing> {
  const { ledger, demonstration: sample, secret, baseUrl } = settings;
  const opening = { url: ledger.url, secret, baseUrl, now: context.now };
  if (sample !== null)
    return demonstration({ ...opening, accountsNow: () => demonstrationAccounts(ledger, sample) });
  // Its library takes a third of a second to load, which no other command is to wait for.
  const { openLocalIdentity } = await import('../../web/identity/local-identity.js');
  return openLocalIdentity({ ...opening, sso: singleSignOn(context) });
}
