/** What was killed and what was lost of the record, as a table with a column a database; and whether anything was. */
import { lossTitles, type Counts, type Findings } from './findings';
import { killTitles } from './kill-plan';
import type { RecordingFindings } from './run';

const countTitles: Readonly<Record<keyof Counts, string>> = {
  lines: 'lines acknowledged',
  messages: 'messages acknowledged, each through two channels',
  files: 'evidence filed with them',
  behind: 'kills that left the ledger behind the journal files',
  repaired: '  lines that reconciling appended',
  halves: 'journal files left with half a line',
  unknown: 'messages left claimed, so that nobody could say',
  again: '  sent again where the channel cannot tell',
};

export function isRecordingClean(findings: RecordingFindings): boolean {
  return [...findings.values()].every(({ isClean }) => isClean);
}

export function recordingTable(seed: number, findings: RecordingFindings): string {
  const all = [...findings.values()];
  const seconds = all.reduce((sum, each) => sum + each.seconds, 0);
  const row = (title: string, of: (each: Findings) => number): string =>
    columns(title, all.map(of).map(String));
  return [
    `seed ${seed}, ${Math.round(seconds)} s`,
    '',
    columns('', [...findings.keys()]),
    row('killed (kill -9)', ({ kills }) => sumOf([...kills.values()])),
    ...entriesOf(killTitles).map(([kind, title]) =>
      row(`  ${title}`, ({ kills }) => kills.get(kind) ?? 0),
    ),
    ...entriesOf(countTitles).map(([name, title]) => row(title, ({ counts }) => counts[name])),
    ...entriesOf(lossTitles).map(([loss, title]) =>
      row(title, ({ losses }) => losses.get(loss)?.size ?? 0),
    ),
  ].join('\n');
}

/** The first of each kind of loss, for whoever looks into it. */
export function recordingDetails(findings: RecordingFindings): string {
  return [...findings]
    .flatMap(([name, { losses }]) =>
      [...losses].flatMap(([loss, what]) => [
        `${name}: ${lossTitles[loss]}:`,
        ...[...what].slice(0, 10).map((each) => `  ${each}`),
      ]),
    )
    .join('\n');
}

function entriesOf<Name extends string>(titles: Readonly<Record<Name, string>>) {
  return Object.entries<string>(titles) as [Name, string][];
}

function columns(title: string, cells: readonly string[]): string {
  return [title.padEnd(72), ...cells.map((cell) => cell.padStart(10))].join(' ');
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
