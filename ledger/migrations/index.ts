/** All migrations in order. A released one is never changed: what must change gets a new one. */
import type { Kysely } from 'kysely';
import { record } from './0001-record';
import { standing } from './0002-standing';
import { evidence } from './0003-evidence';
import { search } from './0005-search';
import { issued } from './0006-issued';
import { deliveries } from './0007-deliveries';
import { refusals } from './0008-refusals';
import { countsAndNames } from './0009-counts';
import { turns } from './0013-turns';
import { feeds } from './0014-feeds';
import { acting } from './0016-acting';
import { accounts } from './0017-accounts';
import { papers } from './0018-papers';
import { tokens } from './0019-tokens';
import { actingUnknown } from './0020-acting-unknown';

export const migrations: Readonly<Record<string, (db: Kysely<unknown>) => Promise<void>>> = {
  '0001-record': record,
  '0002-standing': standing,
  '0003-evidence': evidence,
  '0005-search': search,
  '0006-issued': issued,
  '0007-deliveries': deliveries,
  '0008-refusals': refusals,
  '0009-counts': countsAndNames,
  '0013-turns': turns,
  '0014-feeds': feeds,
  '0016-acting': acting,
  '0017-accounts': accounts,
  '0018-papers': papers,
  '0019-tokens': tokens,
  '0020-acting-unknown': actingUnknown,
};
