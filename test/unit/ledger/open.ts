/** A ledger on a database of its own, and a way past it, as somebody with the database's password has. */
import { Client } from 'pg';
import { openLedger, type Ledger } from '../../../ledger';
import { pglite, type DatabaseKind } from './databases';

export interface Opened {
  readonly ledger: Ledger;
  /** Runs SQL with the ledger knowing nothing of it. */
  readonly behindItsBack: (
    sql: string,
    ...values: readonly unknown[]
  ) => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

export async function openTestLedger({ start }: DatabaseKind = pglite): Promise<Opened> {
  const database = await start();
  const ledger = await openLedger(database.url);
  const intruder = new Client({ connectionString: database.url });
  await intruder.connect();
  return {
    ledger,
    behindItsBack: async (sql, ...values) => {
      const { rows } = await intruder.query<Record<string, unknown>>(sql, [...values]);
      return rows;
    },
    close: async () => {
      await intruder.end();
      await ledger.close();
      await database.stop();
    },
  };
}

/** A line as the engine writes it. */
export function line(sequence: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    sequence,
    at: `2026-11-23T01:00:${String(sequence % 60).padStart(2, '0')}.000Z`,
    kind: 'accepted',
    event: 'report',
    fields: { text: `第${sequence}次进展` },
    by: { decidedBy: 'li-na', recordedBy: 'office', basis: 'paper' },
    cause: `c-${sequence}`,
    from: 'rectifying',
    to: 'rectifying',
    shown: {
      stage: 'rectifying',
      lamp: 'normal',
      kind: 'timeLimited',
      round: 1,
      dueOn: '2026-12-31',
    },
    reason: null,
    ...more,
  };
}
