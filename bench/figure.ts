/** What a figure is measured with, and what comes of it. */
import type { Arms } from './arm-workers';
import type { BenchOptions, FigureName } from './options';
import type { BenchServer } from './server';
import type { Estimate } from './statistics';

export interface Bench {
  readonly options: BenchOptions;
  /** Started when it is first asked for. */
  readonly server: () => Promise<BenchServer>;
  /** A worker an arm, on that server; started when first asked for. */
  readonly arms: () => Promise<Arms>;
  /** Says what is being done. */
  readonly say: (text: string) => void;
  /** Resolves after so many ms. @throws when the bench is told to stop */
  readonly pause: (ms: number) => Promise<void>;
}

export interface Figure {
  readonly name: FigureName;
  readonly title: string;
  readonly measure: (bench: Bench) => Promise<Measured>;
}

export interface Measured {
  readonly rows: readonly Row[];
  /** Every sample, for whoever wants to reckon again. */
  readonly raw: unknown;
  /** What the rows' ratios are of, where it is not ours to handwritten. */
  readonly ratioOf?: string;
}

/** In the order in which a table shows them; those that no row has are left out. */
export const columns = [
  'handwritten',
  'ours',
  'naive',
  'bare',
  'files',
  'files and ledger',
  'PostgreSQL, p50',
  'PostgreSQL, p95',
  'PGlite, p50',
  'PGlite, p95',
] as const;
export type Column = (typeof columns)[number];

export interface Row {
  readonly what: string;
  readonly unit: string;
  /** The arms, or `ours` alone. */
  readonly values: { readonly [column in Column]?: Estimate };
  /** Of samples taken side by side. */
  readonly ratio?: Estimate;
  /** What DESIGN.md or the issue asks for. */
  readonly target?: Target;
}

export interface Target {
  readonly of: 'ratio' | Column;
  readonly bound: 'atMost' | 'atLeast';
  readonly value: number;
}
