/** Which faults are injected, in which order and with which pauses: decided by the seed before anything starts. */
import { randomOf, type Random } from './random';

/** Each with what it does to the system, as the table says it. */
export const faultTitles = {
  workerKilled: 'worker killed (kill -9)',
  killedInRunChange: 'worker killed while a run continues as new',
  killedAfterMail: 'killed between the mail server’s answer and the completion',
  killedAfterOutbox: 'killed between the outbox file and the completion',
  serverKilled: 'Temporal server killed, restarted on its file',
  allKilled: 'server and workers killed together',
  clockJumped: 'a worker’s clock jumps',
  mailDeferred: 'mail server answers 4xx',
  mailRefused: 'mail server answers 5xx',
  mailHangs: 'mail server hangs',
  mailCut: 'mail server closes the socket',
  mailUnanswered: 'mail server takes the mail and closes without answering',
  embeddedKilled: '`zhenggai up` killed, its server left behind',
  embeddedKilledWhole: '`zhenggai up` and its server killed together',
} as const;
export type FaultKind = keyof typeof faultTitles;

/** In what the faults of a block happen: server and workers apart, or the one process of `zhenggai up`. */
export type Topology = 'apart' | 'embedded';

export interface Fault {
  readonly kind: FaultKind;
  readonly topology: Topology;
  /** Milliseconds to wait before it. */
  readonly pause: number;
}

/** How often each happens of a hundred and ten, and the longest pause before it, ms. */
const shares: { readonly [kind in FaultKind]: readonly [share: number, pause: number] } = {
  workerKilled: [25, 1800],
  killedInRunChange: [12, 1800],
  killedAfterMail: [8, 1200],
  killedAfterOutbox: [9, 1200],
  serverKilled: [9, 3000],
  allKilled: [3, 3000],
  clockJumped: [14, 1200],
  mailDeferred: [7, 800],
  mailRefused: [4, 800],
  mailHangs: [3, 800],
  mailCut: [5, 800],
  mailUnanswered: [4, 800],
  embeddedKilled: [4, 3500],
  embeddedKilledWhole: [3, 3500],
};

const isEmbedded = (kind: FaultKind): boolean => kind.startsWith('embedded');

/** `count` faults: every kind its share, shuffled; those of `zhenggai up` in one block somewhere among the others. */
export function faultPlan(seed: number, count: number): readonly Fault[] {
  const random = randomOf(seed, 'faults');
  const kinds = kindsFor(count, random);
  const apart = random.shuffled(kinds.filter((kind) => !isEmbedded(kind)));
  const embedded = random.shuffled(kinds.filter(isEmbedded));
  const at = Math.floor(random.between(0.3, 0.7) * apart.length);
  const ordered = [...apart.slice(0, at), ...embedded, ...apart.slice(at)];
  return ordered.map((kind) => ({
    kind,
    topology: isEmbedded(kind) ? 'embedded' : 'apart',
    pause: Math.round(random.between(0.2, 1) * shares[kind][1]),
  }));
}

/** Shares scaled to the count; what rounding leaves over is drawn. */
function kindsFor(count: number, random: Random): readonly FaultKind[] {
  const all = Object.keys(shares) as FaultKind[];
  const total = all.reduce((sum, kind) => sum + shares[kind][0], 0);
  const kinds = all.flatMap((kind) =>
    Array.from({ length: Math.floor((shares[kind][0] * count) / total) }, () => kind),
  );
  const rest = random.shuffled(all).slice(0, count - kinds.length);
  return [...kinds, ...rest];
}
