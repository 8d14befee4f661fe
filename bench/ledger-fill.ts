/** Fills a ledger with very many problems, through its own `append`: chain and tables are what recording makes them. */
import { Client } from 'pg';
import { openLedger } from '../ledger';
import { repeatBounded } from './bounded';
import { linesEach, problemsEach, recordingsOf } from './ledger-lines';

/** Recordings under way in one writer: what it takes into one transaction. */
const atOnce = 100;

/**
 * The indexes of words are left out while it is written and made at the end, as when a dump is read in: the same, sooner.
 *
 * @param url of a database with the ledger's tables
 * @returns the lines that were written
 */
export async function fill(
  url: string,
  problems: number,
  writers: number,
  say: (text: string) => void,
): Promise<number> {
  const rectifications = Math.ceil(problems / problemsEach);
  await withoutWordIndexes(url, async () => {
    const numbers = Array.from({ length: rectifications }, (_each, number) => number);
    const own = Array.from({ length: writers }, (_each, writer) =>
      numbers.filter((number) => number % writers === writer),
    );
    await Promise.all(own.map((each) => write(url, each, Math.min(problemsEach, problems), say)));
    say('ledger: the indexes of words are made');
  });
  return problems * linesEach + rectifications;
}

async function write(
  url: string,
  rectifications: readonly number[],
  problems: number,
  say: (text: string) => void,
): Promise<void> {
  const ledger = await openLedger(url);
  for (const number of rectifications) {
    const recordings = recordingsOf(number, problems);
    await repeatBounded(recordings.length, atOnce, async (index) => {
      const recording = recordings[index];
      if (recording !== undefined) await ledger.append(recording.workflow, recording.lines);
    });
    if (number % 100 === 99) say(`ledger: ${(number + 1) * problemsEach} problems written`);
  }
  await ledger.close();
}

async function withoutWordIndexes(url: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ readonly name: string; readonly made: string }>(
      `select indexname as name, indexdef as made from pg_indexes where indexdef like '% USING gin %'`,
    );
    for (const { name } of rows) await client.query(`drop index ${name}`);
    await work();
    for (const { made } of rows) await client.query(made);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
