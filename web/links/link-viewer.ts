/** Who acts by a link: the person it was sent to, for its one act. */
import { createHmac } from 'node:crypto';
import type { Ledger } from '../../ledger';
import { accountOf } from '../identity/accounts';
import type { AccountRow, IdentityDatabase, LinkRow } from '../identity/database';
import { languageIn } from '../identity/language';
import { rectificationOf } from '../forms/targets';
import type { Account, Grant, Viewer } from '../viewer';

export interface LinkViewing {
  readonly db: IdentityDatabase;
  readonly ledger: Pick<Ledger, 'rectifications' | 'people'>;
  readonly secret: string;
}

/** Null where the person is not, or no more, one of the rectification, or their account is locked. */
export async function viewerByLink(
  { db, ledger, secret }: LinkViewing,
  { hash, workflow, event, person }: LinkRow,
  request: Request,
): Promise<Viewer | null> {
  const id = rectificationOf(workflow) ?? '';
  const [rectification] = await ledger.rectifications([id]);
  const found = (await ledger.people(id)).find((each) => each.id === person);
  if (rectification === undefined || rectification.unit === null || found === undefined)
    return null;
  const { unit } = rectification;
  const row = await accountOfPerson(db, unit, person);
  if (row !== null && row.lockedAt !== null) return null;
  const account: Account = row === null ? nobodysAccount(id, person, found.name) : accountOf(row);
  const grant: Grant = { unit, standing: 'member', person };
  return {
    // Not an administrator's link: it was sent to somebody of a unit.
    account: { ...account, administrator: false },
    grants: [grant],
    language: row?.language ?? languageIn(request),
    csrf: createHmac('sha256', secret).update(`csrf link ${hash}`).digest('base64url'),
    only: { workflow, event, link: hash },
  };
}

async function accountOfPerson(
  db: IdentityDatabase,
  unit: string,
  person: string,
): Promise<AccountRow | null> {
  const row = await db
    .selectFrom('accounts')
    .innerJoin('grants', 'grants.account', 'accounts.id')
    .selectAll('accounts')
    .where('grants.unit', '=', unit)
    .where('grants.person', '=', person)
    .orderBy('accounts.id')
    .executeTakeFirst();
  return row ?? null;
}

/** For who was never given an account: under their name in the audit trail. */
function nobodysAccount(rectification: string, person: string, name: string): Account {
  return { id: `person:${rectification}/${person}`, name, email: '', administrator: false };
}
