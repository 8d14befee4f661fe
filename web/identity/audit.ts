/** 审计: who signed in, what was refused, who read evidence. It only grows: the database itself refuses anything else. */
import { randomUUID } from 'node:crypto';
import type { AuditRow, IdentityDatabase } from './database';
import type { AuditEntry } from './identity';

export interface AuditFilter {
  readonly account?: string;
  readonly what?: AuditEntry['what'];
  /** Only what was before this row. */
  readonly before?: Pick<AuditRow, 'at' | 'id'>;
  readonly limit: number;
}

export interface Audit {
  readonly note: (entry: AuditEntry) => Promise<void>;
  /** Newest first. */
  readonly list: (filter: AuditFilter) => Promise<readonly AuditRow[]>;
}

/** Longer paths are cut: who sends them writes into our record. */
const longest = 300;

export function auditOn(db: IdentityDatabase): Audit {
  return {
    note: async ({ address = null, ...entry }) => {
      await db
        .insertInto('audit')
        .values({
          ...{ id: randomUUID(), address, at: entry.at, what: entry.what },
          account: entry.account === null ? null : storable(entry.account),
          subject: storable(entry.subject),
          detail: storable(entry.detail),
        })
        .execute();
    },
    list: (filter) => list(db, filter),
  };
}

function list(
  db: IdentityDatabase,
  { account, what, before, limit }: AuditFilter,
): Promise<readonly AuditRow[]> {
  let query = db.selectFrom('audit').selectAll();
  if (account !== undefined) query = query.where('account', '=', account);
  if (what !== undefined) query = query.where('what', '=', what);
  if (before !== undefined)
    query = query.where((row) =>
      row.or([
        row('at', '<', before.at),
        row.and([row('at', '=', before.at), row('id', '<', before.id)]),
      ]),
    );
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** PostgreSQL takes no NUL in a text. */
function storable(text: string): string {
  return text.replaceAll('\0', '').slice(0, longest);
}
