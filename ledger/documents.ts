/** Documents issued: noted when they are written, looked up when somebody asks what one was made from. */
import type { Transaction } from 'kysely';
import type { DocumentRow, Tables } from './tables';

/** The same bytes again are the same document: the first time stands. */
export async function noteDocument(tx: Transaction<Tables>, row: DocumentRow): Promise<void> {
  await tx
    .insertInto('documents')
    .values(row)
    .onConflict((conflict) => conflict.columns(['rectification', 'name', 'sha256']).doNothing())
    .execute();
}

/** Newest first. */
export async function documentsOf(
  tx: Transaction<Tables>,
  rectification: string,
): Promise<readonly DocumentRow[]> {
  return tx
    .selectFrom('documents')
    .selectAll()
    .where('rectification', '=', rectification)
    .orderBy('made_at', 'desc')
    .execute();
}
