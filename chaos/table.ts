/** What was tried and what was lost, as a table; and whether anything was. */
import { faultTitles, type FaultKind } from './fault-plan';
import type { LedgerFindings } from './ledger';
import type { CommandTally } from './model/tally';
import type { ReminderTally } from './model/reminder-tally';

export interface Findings {
  readonly seed: number;
  readonly seconds: number;
  readonly faults: ReadonlyMap<FaultKind, number>;
  readonly sent: number;
  readonly sendings: number;
  readonly commands: CommandTally;
  /** Journal and model, or journal and final view, disagree. */
  readonly disagreements: readonly string[];
  readonly gaps: readonly string[];
  /** Commands of which nothing became known, and what had not come to rest when time was up. */
  readonly restless: readonly string[];
  readonly reminders: ReminderTally;
  readonly ledger: LedgerFindings;
  readonly workflows: number;
  readonly lines: number;
}

/** Everything that must be nothing, with what it is called. */
function losses(findings: Findings): readonly (readonly [string, readonly string[]])[] {
  const { commands, disagreements, gaps, ledger, reminders, restless } = findings;
  return [
    ['commands lost', commands.lost],
    ['commands applied twice', commands.twice],
    ['answers that are not the journal’s', commands.misanswered],
    ['problems not in the state the model has', disagreements],
    ['journals with a gap', gaps],
    ['lines that the ledger’s chain does not prove', ledger.faults],
    ['journals that the ledger has otherwise', ledger.strange],
    ['not at rest in the end', restless],
    ['reminders missing', reminders.missing],
    ['reminders repeated where the channel can tell', reminders.repeated],
    ['reminders nobody was due', reminders.notDue],
  ];
}

export function isClean(findings: Findings): boolean {
  return losses(findings).every(([, all]) => all.length === 0);
}

export function tableOf(findings: Findings): string {
  const { seed, seconds, faults, commands, reminders } = findings;
  const total = [...faults.values()].reduce((sum, count) => sum + count, 0);
  const byKind = Object.entries(faultTitles).flatMap(([kind, title]) => {
    const count = faults.get(kind as FaultKind) ?? 0;
    return count === 0 ? [] : [row(`  ${title}`, count)];
  });
  return [
    `seed ${seed}, ${Math.round(seconds)} s`,
    '',
    row('faults injected', total),
    ...byKind,
    row('commands sent', findings.sent),
    row('  sendings, repeated ones included', findings.sendings),
    row('  accepted', commands.accepted),
    row('workflows with a journal', findings.workflows),
    row('  lines', findings.lines),
    row('  of them in the ledger, which only `up` keeps here', findings.ledger.lines),
    row('reminders due', reminders.due),
    row('  overtaken by a step or a later one, so not due', reminders.overtaken),
    row('  repeated where the mail’s sender could not tell', reminders.couldNotTell),
    ...losses(findings).map(([title, all]) => row(title, all.length)),
  ].join('\n');
}

/** The first of each kind of loss, for whoever looks into it. */
export function detailsOf(findings: Findings): string {
  return losses(findings)
    .flatMap(([title, all]) =>
      all.length === 0 ? [] : [`${title}:`, ...all.slice(0, 10).map((each) => `  ${each}`)],
    )
    .join('\n');
}

/** A title and its number, in columns. */
export function row(title: string, count: number): string {
  return `${title.padEnd(62)} ${String(count).padStart(6)}`;
}
