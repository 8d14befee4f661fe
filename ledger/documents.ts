/** Documents issued: noted when they are written, looked up when somebody asks what one was made from. */
import type { Transaction } from 'kysely';
import type { AuthorPartRow, DocumentRow, Tables } from './tables';

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

/** The last one stands. */
export async function keepAuthorPart(tx: Transaction<Tables>, row: AuthorPartRow): Promise<void> {
  const { rectification: _rectification, ...written } = row;
  await tx
    .insertInto('author_parts')
    .values(row)
    .onConflict((conflict) => conflict.column('rectification').doUpdateSet(written))
    .execute();
}

export async function authorPartOf(
  tx: Transaction<Tables>,
  rectification: string,
): Promise<AuthorPartRow | null> {
  const found = await tx
    .selectFrom('author_parts')
    .selectAll()
    .where('rectification', '=', rectification)
    .executeTakeFirst();
  return found ?? null;
}
