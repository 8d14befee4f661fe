/** What keeps the record itself: 数据核对, what was refused, backups. */
import type { Kysely } from 'kysely';
import { apart } from '../apart';
import type { Tables } from '../tables';
import type { Range } from './comparing';
import { deriveDiffering, type DerivedDiffering } from './derive-differing';
import { keptEnd, keptTexts, keptWorkflows, openOnes } from './kept-lines';

export interface Keeping {
  /** Every workflow that has lines. */
  readonly workflows: () => Promise<readonly string[]>;
  /** A workflow's last line; 0 where it has none. */
  readonly end: (workflow: string) => Promise<number>;
  /** The texts of a workflow's lines in a range; those that are not there are left out. */
  readonly texts: (workflow: string, range: Range) => Promise<ReadonlyMap<number, string>>;
  /** Problems and rectifications that are not over. */
  readonly open: () => Promise<readonly string[]>;
  /** Derives the standing tables again where they are not what the lines say; with `dryRun` only says where. */
  readonly deriveDiffering: (
    dryRun: boolean,
    tell?: (lines: number) => void,
  ) => Promise<readonly DerivedDiffering[]>;
}

export function keepingOf(db: Kysely<Tables>): Keeping {
  return {
    workflows: () => apart(db, keptWorkflows),
    end: (workflow) => apart(db, (tx) => keptEnd(tx, workflow)),
    texts: (workflow, range) => apart(db, (tx) => keptTexts(tx, workflow, range)),
    open: () => apart(db, openOnes),
    deriveDiffering: (dryRun, tell) => deriveDiffering(db, dryRun, tell),
  };
}
