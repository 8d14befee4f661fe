import { getSchema } from 'better-auth/db';
import { openIdentityDatabase } from '../../../../web';
import { createAuth } from '../../../../web/identity/auth';
import { openTestLedger, type Opened } from '../../ledger/open';

const types: Readonly<Record<string, string>> = {
  ...{ string: 'text', boolean: 'boolean', date: 'timestamp with time zone', number: 'integer' },
};
const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the library writes and reads, as columns in words. */
async function wanted({ ledger }: Opened): Promise<readonly string[]> {
  const db = openIdentityDatabase(ledger.url);
  const sso = { name: '', issuer: 'http://id.invalid', clientId: 'c', clientSecret: 's' };
  const { options } = createAuth({ db, secret: 's'.repeat(40), baseUrl: 'http://pages.test', sso });
  const columns = Object.entries(getSchema(options)).flatMap(([table, { fields }]) => [
    `${table}.id text not null`,
    ...Object.entries(fields).map(([name, { fieldName = name, type, required = true, unique }]) => {
      const kind = types[typeof type === 'string' ? type : 'string'] ?? '';
      const column = `${table}.${snake(fieldName)} ${kind}`;
      return `${column}${required ? ' not null' : ''}${unique === true ? ' unique' : ''}`;
    }),
  ]);
  await db.destroy();
  return columns.sort();
}

async function made({ behindItsBack }: Opened, tables: ReadonlySet<string>) {
  const rows = (await behindItsBack(
    `select c.table_name || '.' || c.column_name || ' ' || c.data_type
       || case c.is_nullable when 'NO' then ' not null' else '' end
       || case when exists (
            select 1 from information_schema.table_constraints t
            join information_schema.constraint_column_usage u using (constraint_schema, constraint_name)
            where t.constraint_type = 'UNIQUE' and u.table_name = c.table_name
              and u.column_name = c.column_name) then ' unique' else '' end as column,
       c.table_name as of
     from information_schema.columns c where c.table_schema = current_schema()`,
  )) as readonly { readonly column: string; readonly of: string }[];
  return rows
    .filter(({ of }) => tables.has(of))
    .map(({ column }) => column)
    .sort();
}

test('our own migrations make the tables of accounts as their library wants them, and no others', async () => {
  const opened = await openTestLedger();
  const columns = await wanted(opened);
  const tables = new Set(columns.map((column) => column.split('.')[0] ?? ''));
  expect([...tables].sort()).toEqual([
    'accounts',
    'credentials',
    'second_factors',
    'sessions',
    'verifications',
  ]);
  expect(await made(opened, tables)).toEqual(columns);
  await opened.close();
}, 60_000);
