/** Lines of ledger and files against what must have been recorded: every acknowledged one, none other, each once. */
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { createFileJournal } from '../../activities';
import { journalFile } from '../../activities/journal';
import type { Ledger } from '../../ledger';
import { gapsIn } from '../model/tally';
import type { Book } from './book';
import type { Findings } from './findings';
import { lineOf, workflows, type Line } from './lines';
import { placesIn } from './places';

/** As a kill left them. */
export async function inspectLines(
  ledger: Ledger,
  { seed, store }: { readonly seed: number; readonly store: string },
  book: Book,
  findings: Findings,
): Promise<void> {
  const folder = placesIn(store).journal;
  const files = createFileJournal(folder);
  for (const workflow of workflows) {
    if (await endsInHalf(journalFile(folder, workflow))) findings.count({ halves: 1 });
    for (const [where, lines] of [
      ['ledger', await ledger.read(workflow)],
      ['file', await files.read(workflow)],
    ] as const) {
      const name = `${workflow} (${where})`;
      findings.lose('gaps', ...gapsIn(name, lines));
      const least = book.lines.get(workflow) ?? 0;
      if (lines.length < least)
        findings.lose('lost', `${name} ends at ${lines.length}, acknowledged to ${least}`);
      findings.lose('altered', ...alteredIn(seed, workflow, lines));
    }
  }
}

/** After reconciling: what the files have, the ledger has, and nothing else. */
export async function inspectAgreement(
  ledger: Ledger,
  store: string,
  findings: Findings,
): Promise<void> {
  const files = createFileJournal(placesIn(store).journal);
  for (const workflow of workflows)
    if (!isDeepStrictEqual(await ledger.read(workflow), await files.read(workflow)))
      findings.lose('unrepaired', `${workflow}: ledger and file differ`);
}

function alteredIn(seed: number, workflow: string, lines: readonly Line[]): readonly string[] {
  return lines
    .filter((line) => !isDeepStrictEqual(line, storedLine(seed, workflow, line.sequence)))
    .map(({ sequence }) => `${workflow} ${sequence}`);
}

/** As JSON gives it back. */
function storedLine(seed: number, workflow: string, sequence: number): unknown {
  return JSON.parse(JSON.stringify(lineOf(seed, workflow, sequence)));
}

async function endsInHalf(file: string): Promise<boolean> {
  const content = await readFile(file).catch(() => Buffer.from('\n'));
  return content.length > 0 && content.at(-1) !== 0x0a;
}
