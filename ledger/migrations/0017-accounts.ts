/**
 * Who may sign in to the pages and as whom they act there, and the audit trail. The first five tables are better-auth's, under our
 * names.
 */
import { sql, type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely } from 'kysely';

export async function accounts(db: Kysely<unknown>): Promise<void> {
  await signIn(db);
  await sessions(db);
  await ours(db);
  await audit(db);
}

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey();
const ofAccount = (column: ColumnDefinitionBuilder) =>
  column.notNull().references('accounts.id').onDelete('cascade');

function dated<Table extends string, Columns extends string>(
  table: CreateTableBuilder<Table, Columns>,
) {
  return table
    .addColumn('created_at', 'timestamptz', required)
    .addColumn('updated_at', 'timestamptz', required);
}

async function signIn(db: Kysely<unknown>): Promise<void> {
  await dated(db.schema.createTable('accounts').addColumn('id', 'text', key))
    .addColumn('name', 'text', required)
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('email_verified', 'boolean', required)
    .addColumn('image', 'text')
    .addColumn('two_factor_enabled', 'boolean')
    .addColumn('short_name', 'text', (column) => column.unique())
    .addColumn('administrator', 'boolean', required)
    .addColumn('language', 'text', required)
    .addColumn('locked_at', 'timestamptz')
    .execute();
  await dated(db.schema.createTable('credentials').addColumn('id', 'text', key))
    .addColumn('account_id', 'text', required)
    .addColumn('provider_id', 'text', required)
    .addColumn('user_id', 'text', ofAccount)
    .addColumn('access_token', 'text')
    .addColumn('refresh_token', 'text')
    .addColumn('id_token', 'text')
    .addColumn('access_token_expires_at', 'timestamptz')
    .addColumn('refresh_token_expires_at', 'timestamptz')
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .execute();
  await db.schema
    .createTable('second_factors')
    .addColumn('id', 'text', key)
    .addColumn('secret', 'text', required)
    .addColumn('backup_codes', 'text', required)
    .addColumn('user_id', 'text', ofAccount)
    .addColumn('verified', 'boolean')
    .addColumn('failed_verification_count', 'integer')
    .addColumn('locked_until', 'timestamptz')
    .execute();
  await indexed(db, 'credentials', 'user_id');
  await indexed(db, 'second_factors', 'user_id');
  await indexed(db, 'second_factors', 'secret');
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  await dated(db.schema.createTable('sessions').addColumn('id', 'text', key))
    .addColumn('expires_at', 'timestamptz', required)
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('ip_address', 'text')
    .addColumn('user_agent', 'text')
    .addColumn('user_id', 'text', ofAccount)
    .execute();
  await dated(db.schema.createTable('verifications').addColumn('id', 'text', key))
    .addColumn('identifier', 'text', required)
    .addColumn('value', 'text', required)
    .addColumn('expires_at', 'timestamptz', required)
    .execute();
  await indexed(db, 'sessions', 'user_id');
  await indexed(db, 'verifications', 'identifier');
}

async function ours(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('grants')
    .addColumn('account', 'text', ofAccount)
    .addColumn('unit', 'text', required)
    .addColumn('standing', 'text', required)
    .addColumn('person', 'text')
    .addPrimaryKeyConstraint('grants_key', ['account', 'unit'])
    .execute();
  await db.schema
    .createTable('invitations')
    .addColumn('hash', 'text', key)
    .addColumn('account', 'text', (column) => column.references('accounts.id').onDelete('cascade'))
    .addColumn('made_at', 'text', required)
    .addColumn('expires_at', 'text', required)
    .execute();
  await db.schema
    .createTable('links')
    .addColumn('hash', 'text', key)
    .addColumn('workflow', 'text', required)
    .addColumn('event', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('made_at', 'text', required)
    .addColumn('expires_at', 'text', required)
    .addColumn('claimed_at', 'text')
    .addColumn('used_at', 'text')
    .execute();
  await db.schema
    .createTable('sign_in_failures')
    .addColumn('key', 'text', key)
    .addColumn('failures', 'integer', required)
    .addColumn('since', 'text', required)
    .addColumn('locked_until', 'text')
    .execute();
  await indexed(db, 'grants', 'unit');
  await indexed(db, 'links', 'expires_at');
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', key)
    .addColumn('at', 'text', required)
    .addColumn('account', 'text')
    .addColumn('what', 'text', required)
    .addColumn('subject', 'text', required)
    .addColumn('detail', 'text', required)
    .addColumn('address', 'text')
    .execute();
  await db.schema.createIndex('audit_at').on('audit').columns(['at', 'id']).execute();
  await indexed(db, 'audit', 'account');
  await sql`create or replace function audit_only_grows() returns trigger language plpgsql as
    $$ begin raise exception 'the audit trail only grows'; end $$`.execute(db);
  await sql`create trigger audit_only_grows before update or delete on audit
    for each row execute function audit_only_grows()`.execute(db);
}

function indexed(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  return db.schema.createIndex(`${table}_${column}_idx`).on(table).column(column).execute();
}
