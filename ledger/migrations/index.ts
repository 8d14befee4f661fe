/** All migrations in order. A released one is never changed: what must change gets a new one. */
import type { Migration } from 'kysely';
import * as record from './0001-record';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-record': record,
};
