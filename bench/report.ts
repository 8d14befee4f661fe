/** A result as people read it: when, where, and a table a figure. */
import type { Measured } from './figure';
import { machineWords, type Machine } from './machine';
import type { BenchOptions, FigureName } from './options';
import { tableOf } from './table';

export interface Result {
  /** ISO 8601 UTC. */
  readonly date: string;
  readonly commit: string;
  readonly seconds: number;
  readonly machine: Machine;
  readonly options: BenchOptions;
  readonly figures: { readonly [name in FigureName]?: Measured & { readonly title: string } };
  /** What could not be measured. */
  readonly failed: readonly FigureName[];
}

export function reportOf({
  date,
  commit,
  seconds,
  machine,
  options,
  figures,
  failed,
}: Result): string {
  const { rounds, quick } = options;
  const head = [
    `${date}, commit ${commit}, ${Math.round(seconds)} s, ${rounds} rounds of interleaved arms${quick ? ', quick' : ''}`,
    machineWords(machine),
    'median (95 % interval)',
    ...(failed.length === 0 ? [] : [`not measured: ${failed.join(', ')}`]),
  ];
  const parts = Object.values(figures).map(
    ({ title, rows, ratioOf }) => `## ${title}\n\n${tableOf(rows, ratioOf)}`,
  );
  return [head.join('\n\n'), ...parts].join('\n\n');
}
