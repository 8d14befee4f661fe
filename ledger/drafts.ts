/** 收件 in progress: lists that were uploaded and are being corrected. Outside the record: they come, change and go. */
import type { Kysely } from 'kysely';
import { apart } from './apart';
import type { DraftRow, Tables } from './tables';

/** Without what it holds. */
export type ListedDraft = Omit<DraftRow, 'content'>;

export interface Drafts {
  readonly add: (draft: DraftRow) => Promise<void>;
  /** Of these units, the last changed first. */
  readonly of: (units: readonly string[]) => Promise<readonly ListedDraft[]>;
  readonly one: (id: string) => Promise<DraftRow | null>;
  /** False, and nothing is changed, where somebody else has changed it since this version. */
  readonly change: (id: string, version: number, changed: ChangedDraft) => Promise<boolean>;
  readonly remove: (id: string) => Promise<void>;
  /** Those that nobody has changed since. @param before ISO 8601 UTC */
  readonly expire: (before: string) => Promise<void>;
}

/** What is not named stays. */
export type ChangedDraft = Pick<DraftRow, 'receiving' | 'changed_at'> &
  Partial<Pick<DraftRow, 'content'>>;

export function draftsOf(db: Kysely<Tables>): Drafts {
  return {
    add: (draft) =>
      apart(db, async (tx) => void (await tx.insertInto('drafts').values(draft).execute())),
    of: (units) =>
      apart(db, (tx) =>
        tx
          .selectFrom('drafts')
          .select([
            'id',
            'unit',
            'account',
            'name',
            'receiving',
            'version',
            'made_at',
            'changed_at',
          ])
          .where('unit', 'in', [...units, ''])
          .orderBy('changed_at', 'desc')
          .execute(),
      ),
    one: (id) =>
      apart(
        db,
        async (tx) =>
          (await tx.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()) ??
          null,
      ),
    change: (id, version, changed) => apart(db, (tx) => change(tx, id, version, changed)),
    remove: (id) =>
      apart(db, async (tx) => void (await tx.deleteFrom('drafts').where('id', '=', id).execute())),
    expire: (before) =>
      apart(
        db,
        async (tx) =>
          void (await tx.deleteFrom('drafts').where('changed_at', '<', before).execute()),
      ),
  };
}

async function change(
  tx: Kysely<Tables>,
  id: string,
  version: number,
  changed: ChangedDraft,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('drafts')
    .set({ ...changed, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
