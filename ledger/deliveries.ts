/** 消息: what was sent to whom, unique by the message's key, so that no restart sends what is known to be sent. */
import { sql, type Insertable, type Transaction } from 'kysely';
import type { DeliveryRow, Tables } from './tables';

/** A message that is about to be sent. */
export type Claim = Omit<Insertable<DeliveryRow>, 'status' | 'attempts' | 'settled_at' | 'detail'>;

/** How an attempt ended; `claimed` where nobody knows, `replaced` where another channel is tried in its place. */
export interface Settlement {
  readonly key: string;
  readonly status: DeliveryRow['status'];
  readonly at: string;
  /** Where it can be found, or why it failed. */
  readonly detail: string;
}

/** The row as it is now: `sent` where an earlier attempt is known to have sent it, which this one then need not. */
export async function claim(tx: Transaction<Tables>, message: Claim): Promise<DeliveryRow> {
  return tx
    .insertInto('deliveries')
    .values({ ...message, status: 'claimed', attempts: 1, settled_at: null, detail: null })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        attempts: sql<number>`deliveries.attempts + 1`,
        status: sql<
          DeliveryRow['status']
        >`case when deliveries.status = 'sent' then 'sent' else 'claimed' end`,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What was sent stays sent, whatever a late attempt says. */
export async function settle(tx: Transaction<Tables>, settlement: Settlement): Promise<void> {
  const { key, status, at, detail } = settlement;
  await tx
    .updateTable('deliveries')
    .set({ status, settled_at: at, detail })
    .where('key', '=', key)
    .where('status', '!=', 'sent')
    .execute();
}

export interface DeliveryFilter {
  /** Default: all. */
  readonly statuses?: readonly DeliveryRow['status'][];
  /** Default: all. */
  readonly keys?: readonly string[];
  /** An id or a name. */
  readonly person?: string;
  readonly limit: number;
}

/** Newest first. */
export async function deliveriesOf(
  tx: Transaction<Tables>,
  { statuses, keys, person, limit }: DeliveryFilter,
): Promise<readonly DeliveryRow[]> {
  let query = tx.selectFrom('deliveries').selectAll();
  if (statuses !== undefined) query = query.where('status', 'in', statuses);
  if (keys !== undefined) query = query.where('key', 'in', keys);
  if (person !== undefined)
    query = query.where((eb) => eb.or([eb('person', '=', person), eb('name', '=', person)]));
  return query.orderBy('claimed_at', 'desc').orderBy('key').limit(limit).execute();
}
