/** 消息: one a message to one person through one channel, from when a sender took it up until it is known to be sent or not. */
import type { Kysely } from 'kysely';

export async function deliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deliveries')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('red', 'boolean', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('claimed_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('detail', 'text')
    .execute();
  await db.schema
    .createIndex('deliveries_status')
    .on('deliveries')
    .columns(['status', 'claimed_at'])
    .execute();
}
