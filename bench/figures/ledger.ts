/** How long lists, searches and sums take in a ledger of very many problems. */
import { databasesHere, openBenchLedger, type DatabaseName } from '../databases';
import type { Bench, Figure, Row } from '../figure';
import { fill } from '../ledger-fill';
import { problemsEach } from '../ledger-lines';
import { questions, type Question, type Size } from '../ledger-questions';
import { estimateQuantile, exact } from '../statistics';

/** PostgreSQL is what many problems are kept in; PGlite is told for comparison. */
const problemsIn: Readonly<Record<DatabaseName, number>> = { PostgreSQL: 100_000, PGlite: 10_000 };
const target = { of: 'PostgreSQL, p95', bound: 'atMost', value: 200 } as const;

/** What is written is thrown away; what is asked is cached as on a server for this alone. */
const settings = [
  ...['fsync=off', 'synchronous_commit=off', 'autovacuum=off', 'max_wal_size=8GB'],
  ...['shared_buffers=512MB', 'maintenance_work_mem=512MB'],
];

export const ledger: Figure = {
  name: 'ledger',
  title: 'Looking things up in the ledger',
  measure: async (bench) => {
    const measured: Asked[] = [];
    for (const name of databasesHere(bench.say)) measured.push(await measureOn(bench, name));
    return {
      rows: [...fillRows(measured), ...questions.map(({ what }) => rowOf(what, measured))],
      raw: measured,
    };
  },
};

interface Asked {
  readonly name: DatabaseName;
  readonly lines: number;
  readonly fillSeconds: number;
  /** Milliseconds, by question. */
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

async function measureOn({ options, say }: Bench, name: DatabaseName): Promise<Asked> {
  const problems = problemsIn[name] / (options.quick ? 50 : 1);
  const { ledger: opened, stop } = await openBenchLedger(name, settings);
  try {
    say(`ledger: ${problems} problems are written to ${name}`);
    const before = performance.now();
    // The embedded database has one session: a second writer would only wait.
    const lines = await fill(opened.url, problems, name === 'PGlite' ? 1 : 2, say);
    const fillSeconds = (performance.now() - before) / 1000;
    const size = { problems, rectifications: Math.ceil(problems / problemsEach) };
    const samples: Record<string, readonly number[]> = {};
    for (const question of questions) {
      say(`ledger: ${name}, ${question.what}`);
      samples[question.what] = await times(question, opened, size, options.quick ? 5 : 60);
    }
    return { name, lines, fillSeconds, samples };
  } finally {
    await stop();
  }
}

/** The first answers are thrown away: what they read is in memory afterwards, as it is at work. */
async function times(
  { ask }: Question,
  opened: Parameters<Question['ask']>[0],
  size: Size,
  turns: number,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let turn = -2; turn < turns; turn += 1) {
    const before = performance.now();
    await ask(opened, turn + 2, size);
    if (turn >= 0) taken.push(performance.now() - before);
  }
  return taken;
}

function rowOf(what: string, measured: readonly Asked[]): Row {
  const values = measured.flatMap(({ name, samples }) => [
    [`${name}, p50`, estimateQuantile(samples[what] ?? [], 0.5)] as const,
    [`${name}, p95`, estimateQuantile(samples[what] ?? [], 0.95)] as const,
  ]);
  return { what, unit: 'ms', values: Object.fromEntries(values), target };
}

function fillRows(measured: readonly Asked[]): readonly Row[] {
  const row = (what: string, unit: string, of: (asked: Asked) => number): Row => ({
    ...{ what, unit },
    values: Object.fromEntries(
      measured.map((asked) => [`${asked.name}, p50`, exact(of(asked))] as const),
    ),
  });
  return [
    row('lines in it', '', ({ lines }) => lines),
    row('written in', 's', ({ fillSeconds }) => fillSeconds),
  ];
}
