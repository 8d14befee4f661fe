/** Accounts as an administrator opens them in the pages, one a person; each sets a password by the link, which signs them in. */
import { asForm, cookieOf, type Ask } from '../../bench/pages/asking';
import { visit, type Visitor } from '../../bench/pages/visitor';
import { mapBounded } from '../../client/bounded';
import type { Person } from '../../domain/people';

/** Where people come in. */
export interface Door {
  readonly url: string;
  /** The page that makes the first administrator. */
  readonly firstLink: string;
}

/** Invented for an installation that lives five minutes. */
const password = 'lantern over 7 bridges';

/** How each person signs in, by their id: once. */
export async function openAccounts(
  { url, firstLink }: Door,
  unit: string,
  people: readonly Person[],
): Promise<ReadonlyMap<string, (ask: Ask) => Promise<string>>> {
  const administrator = await visit({
    ...{ base: url, onLive: () => undefined },
    signIn: byLink(new URL(firstLink).pathname, { name: '管理员', account: 'administrator' }),
  });
  await administrator.open('/accounts');
  const links = await mapBounded(people, 2, ({ id }) => add(administrator, id));
  const ids = idsIn((await administrator.get('/accounts')).text);
  await mapBounded(people, 2, (person) => grant(administrator, ids, unit, person));
  administrator.close();
  return new Map(people.map(({ id }, index) => [id, byLink(links[index] ?? '')]));
}

/** Sets a password by a one-time link. */
function byLink(path: string, more: Readonly<Record<string, string>> = {}) {
  return async (ask: Ask): Promise<string> => {
    const fields = new URLSearchParams({ password, again: password, ...more });
    const answer = await ask('POST', path, asForm, fields.toString());
    if (answer.status !== 303) throw new Error(`no password was set at ${path}: ${answer.status}`);
    return cookieOf(answer);
  };
}

/** @returns the path of the one-time link */
async function add(administrator: Visitor, name: string): Promise<string> {
  const fields = new URLSearchParams({ name, shortName: name });
  const { text, status } = await administrator.submit('/accounts/add', fields);
  const link = /\/invitation\/[\w-]+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no account for ${name}: ${status}`);
  return link;
}

async function grant(
  administrator: Visitor,
  ids: ReadonlyMap<string, string>,
  unit: string,
  { id, roles }: Person,
): Promise<void> {
  const standing = roles.includes('reader')
    ? 'reader'
    : roles.includes('office')
      ? 'office'
      : roles.includes('supervisor')
        ? 'supervisor'
        : 'member';
  const fields = new URLSearchParams({ unit, standing, person: id });
  const { status } = await administrator.submit(`/accounts/${ids.get(id) ?? ''}/grant`, fields);
  if (status !== 303) throw new Error(`nothing was granted to ${id}: ${status}`);
}

/** By name, from the list. */
function idsIn(page: string): ReadonlyMap<string, string> {
  const links = [...page.matchAll(/href="\/accounts\/([^"/]+)"[^>]*>([^<]+)</g)];
  return new Map(links.map(([, id = '', name = '']) => [name.trim(), id]));
}
