/** `npm run chaos -- --ledger`: kills what records, and what it records into, at random moments on either database. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasPostgres } from '../world/postgres';
import { startDatabase, type Database } from './databases';
import { Findings } from './findings';
import { databaseNames, killPlan, type DatabaseName, type Kill } from './kill-plan';
import { StoreRun } from './store-run';

export interface RecordingRun {
  readonly seed: number;
  readonly kills: number;
  readonly store: string;
  readonly say: (text: string) => void;
}

export type RecordingFindings = ReadonlyMap<DatabaseName, Findings>;

/** A store of so many lines is left for a new one: looking into it takes longer with every kill. */
const longStore = 5000;

export async function runRecording(run: RecordingRun): Promise<RecordingFindings> {
  const databases = databaseNames.filter((name) => name === 'PGlite' || hasPostgres);
  if (!hasPostgres) run.say('PostgreSQL is not installed here: all kills are on PGlite');
  const plan = killPlan(run.seed, run.kills, databases);
  const found = new Map<DatabaseName, Findings>();
  for (const name of databases) {
    const kills = plan.filter(({ database }) => database === name);
    found.set(name, await runOn(name, kills, run));
  }
  return found;
}

async function runOn(
  name: DatabaseName,
  kills: readonly Kill[],
  run: RecordingRun,
): Promise<Findings> {
  const since = performance.now();
  const findings = new Findings();
  const folder = join(run.store, name);
  mkdirSync(folder, { recursive: true });
  const database = await startDatabase(name);
  try {
    await killAll(kills, { folder, database, findings }, run);
  } finally {
    database.stop();
  }
  findings.seconds = (performance.now() - since) / 1000;
  return findings;
}

interface World {
  readonly folder: string;
  readonly database: Database;
  readonly findings: Findings;
}

async function killAll(
  kills: readonly Kill[],
  { folder, database, findings }: World,
  { seed, say }: RecordingRun,
): Promise<void> {
  let stores = 0;
  const newStore = async (): Promise<StoreRun> => {
    const place = { store: join(folder, `store-${(stores += 1)}`), seed };
    return new StoreRun({ ...place, url: await database.newUrl() }, database, findings);
  };
  let store = await newStore();
  for (const [index, kill] of kills.entries()) {
    await store.killOnce(kill);
    const isLast = index === kills.length - 1;
    if (index % 10 === 9 || isLast) say(`${kill.database}: ${index + 1} of ${kills.length} kills`);
    if (store.lines < longStore && !isLast) continue;
    await store.finish();
    if (findings.isClean) rmSync(store.place, { recursive: true, force: true });
    if (!isLast) store = await newStore();
  }
}
