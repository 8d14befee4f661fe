/** Which kills come in which order and at which moments: decided by the seed alone. */
import { randomOf } from '../random';

export const databaseNames = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseName = (typeof databaseNames)[number];

export const killTitles = {
  recording: 'the recorder, while it records',
  opening: 'the recorder, while it opens the ledger',
  reconciling: 'whoever has the database, while it is reconciled',
  server: 'PostgreSQL’s first process; the recorder goes on when it is back',
  session: 'one of PostgreSQL’s sessions; the recorder goes on',
  both: 'PostgreSQL’s first process and the recorder',
} as const;
export type KillKind = keyof typeof killTitles;

export interface Kill {
  readonly database: DatabaseName;
  readonly kind: KillKind;
  /** After what is done then has begun, ms. */
  readonly after: number;
  /** How long a killed server stays away, ms. */
  readonly away: number;
}

/** Of a hundred kills. */
const shares: Readonly<Record<DatabaseName, Readonly<Partial<Record<KillKind, number>>>>> = {
  PGlite: { recording: 70, opening: 15, reconciling: 15 },
  PostgreSQL: { recording: 40, opening: 8, reconciling: 10, server: 14, session: 14, both: 14 },
};

/** How late a kill may come, ms: longer than what it is to interrupt takes. */
const latest: Readonly<Record<KillKind, number>> = {
  ...{ recording: 900, opening: 2500, reconciling: 400 },
  ...{ server: 900, session: 900, both: 900 },
};

/** Half of them on each database, first those on PGlite. */
export function killPlan(seed: number, kills: number, databases: readonly DatabaseName[]) {
  return databases.flatMap((database, index) => {
    const rest = kills % databases.length > index ? 1 : 0;
    return killsOn(seed, database, Math.floor(kills / databases.length) + rest);
  });
}

function killsOn(seed: number, database: DatabaseName, count: number): readonly Kill[] {
  const random = randomOf(seed, `kills/${database}`);
  const hundred = Object.entries(shares[database]).flatMap(([kind, share]) =>
    Array<KillKind>(share).fill(kind as KillKind),
  );
  const dealt: KillKind[] = [];
  while (dealt.length < count) dealt.push(...random.shuffled(hundred));
  return dealt.slice(0, count).map((kind) => ({
    ...{ database, kind },
    after: random.between(5, latest[kind]),
    away: random.between(0, 1200),
  }));
}
