/** Sums for whoever watches over the system: a few rows, however much there is. */
import { sql, type Transaction } from 'kysely';
import type { DeliveryRow, Tables } from './tables';

export interface Figures {
  /** Problems that are not closed, by unit and lamp. */
  readonly problems: readonly OpenProblems[];
  readonly deliveries: Readonly<Partial<Record<DeliveryRow['status'], number>>>;
  /** Commands that were turned away without a line of their workflow's. */
  readonly refusedCommands: number;
}

export interface OpenProblems {
  readonly unit: string | null;
  readonly lamp: string | null;
  readonly problems: number;
}

export async function figuresOf(tx: Transaction<Tables>): Promise<Figures> {
  const problems = await tx
    .selectFrom('problems')
    .select(['unit', 'lamp', sql<number>`count(*)::integer`.as('problems')])
    .where('stage', '!=', 'closed')
    .groupBy(['unit', 'lamp'])
    .orderBy('unit')
    .orderBy('lamp')
    .execute();
  const deliveries = await tx
    .selectFrom('deliveries')
    .select(['status', sql<number>`count(*)::integer`.as('messages')])
    .groupBy('status')
    .execute();
  const { refused } = await tx
    .selectFrom('refusals')
    .select(sql<number>`count(*)::integer`.as('refused'))
    .executeTakeFirstOrThrow();
  return {
    problems,
    deliveries: Object.fromEntries(deliveries.map(({ status, messages }) => [status, messages])),
    refusedCommands: refused,
  };
}

/** @throws the database's errors when it does not answer */
export async function ping(tx: Transaction<Tables>): Promise<void> {
  await sql`select 1`.execute(tx);
}
