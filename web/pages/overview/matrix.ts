/** How many problems of which kind are at which stage. Pure. */
import { kinds, type Kind } from '../../../domain/words';
import type { PlaceCount } from '../../../ledger';
import { stages, type Stage } from '../../../machines';

export interface MatrixRow {
  readonly stage: Stage;
  /** By kind. */
  readonly cells: Readonly<Record<Kind, number>>;
  readonly total: number;
}

/** The stages at which there are any, in the order of a life. */
export function matrixOf(places: readonly PlaceCount[]): readonly MatrixRow[] {
  return stages.flatMap((stage) => {
    const own = places.filter((each) => each.stage === stage);
    const cells = Object.fromEntries(
      kinds.map((kind) => [kind, sum(own.filter((each) => each.kind === kind))]),
    ) as Readonly<Record<Kind, number>>;
    const total = sum(own);
    return total === 0 ? [] : [{ stage, cells, total }];
  });
}

export function sum(places: readonly PlaceCount[]): number {
  return places.reduce((all, { problems }) => all + problems, 0);
}
