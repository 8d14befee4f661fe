/** What a reconciling compares: Temporal's holdings and the store's files, both as sources of lines. */
import { createFileJournal, journalFiles } from '../../activities';
import type { HeldWorkflow, Zhenggai } from '../../client';
import type { Source } from '../../ledger';

export type SourceName = 'temporal' | 'files';

/** What is asked of Temporal; tests give another. */
export type Temporal = Pick<Zhenggai, 'held' | 'heldOne' | 'linesHeld' | 'unrecorded'>;

/** Lines compared at a time. */
const linesPerPortion = 500;

/** Somebody who has lines of many workflows. */
export interface Holdings {
  readonly workflows: readonly string[];
  /** Null for a workflow that is not there. */
  readonly source: (workflow: string) => Source<SourceName> | null;
}

export async function temporalHoldings(
  temporal: Temporal,
): Promise<Holdings & { readonly all: ReadonlyMap<string, HeldWorkflow> }> {
  const held = await temporal.held();
  const all = new Map(held.map((each) => [each.workflow, each]));
  return {
    all,
    workflows: [...all.keys()],
    source: (workflow) => {
      const one = all.get(workflow);
      if (one === undefined) return null;
      return { name: 'temporal', portions: () => temporal.linesHeld(one) };
    },
  };
}

export interface FileHoldings extends Holdings {
  readonly nameless: readonly string[];
  /** Journals that could not be read so far. */
  readonly unreadable: readonly string[];
}

/** @param known ids by which files with a replaced name are recognised */
export async function fileHoldings(
  folder: string,
  known: readonly string[],
): Promise<FileHoldings> {
  const { workflows, nameless } = await journalFiles(folder, known);
  const there = new Set(workflows);
  const unreadable = new Set<string>();
  return {
    ...{ workflows, nameless },
    get unreadable() {
      return [...unreadable];
    },
    source: (workflow) =>
      there.has(workflow)
        ? { name: 'files', portions: () => portionsIn(folder, workflow, unreadable) }
        : null,
  };
}

async function* portionsIn(folder: string, workflow: string, unreadable: Set<string>) {
  const lines = await createFileJournal(folder)
    .read(workflow)
    .catch(() => null);
  if (lines === null) unreadable.add(workflow);
  for (let from = 0; from < (lines?.length ?? 0); from += linesPerPortion) {
    const some = lines?.slice(from, from + linesPerPortion) ?? [];
    yield { after: (some[0]?.sequence ?? 1) - 1, lines: some };
  }
}
