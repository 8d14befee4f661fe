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
}

export interface Row {
  readonly what: string;
  readonly unit: string;
  /** By column: the arms, or `ours` alone. */
  readonly values: { readonly [column: string]: Estimate };
  /** Of ours to handwritten, from samples taken side by side. */
  readonly ratio?: Estimate;
  /** What DESIGN.md asks for. */
  readonly target?: Target;
}

export interface Target {
  readonly of: 'ratio' | 'ours';
  readonly bound: 'atMost' | 'atLeast';
  readonly value: number;
}
