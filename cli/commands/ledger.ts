/** `zhenggai journal`, `verify`, `search` and `stats`: what the ledger holds, also while no server runs. */
import { InvalidArgumentError } from 'commander';
import type {
  Count,
  JournalRow,
  Ledger,
  ProblemRow,
  RecordedLine,
  RefusedLine,
  Verified,
} from '../../ledger';
import { inOrderOfTime } from '../../ledger/in-order';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { faultWords } from '../fault-words';
import { withExample } from '../help';
import { json } from '../json';
import { journalLines, lineWords, plainly } from '../journal-words';
import { workflowMeant } from '../ledger-target';
import { evidenceWords } from '../messages/evidence';
import { ledgerWords as words } from '../messages/ledger';
import { zh } from '../messages/zh';
import { withLedger } from '../open-ledger';
import { sometimes } from '../sometimes';
import { cut, table } from '../table';
import { verifiedEvidence, verifiedEvidenceLines } from '../verify-evidence';

interface AsJson {
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const look = (name: string, description: string, example: string) => {
    const command = program
      .command(name)
      .description(description)
      .helpGroup(zh.program.groups.look)
      .option('--json', zh.options.json);
    return withExample(command, example);
  };
  const { journal, verify, search, stats } = words;

  look('journal', journal.description, journal.example)
    .argument(`<${journal.target}>`, journal.targetHelp)
    .option('--all', journal.all)
    .option('--no-refusals', journal.noRefusals)
    .action((target: string, options: JournalOptions) => tellJournal(target, options, context));

  look('verify', verify.description, verify.example)
    .option(`--head <${verify.headValue}>`, verify.head, heads)
    .option('--no-evidence', evidenceWords.verify.skip)
    .action((options: VerifyOptions) => tellVerified(options, context));

  look('search', search.description, search.example)
    .argument(`[${search.words}...]`, search.wordsHelp)
    .option(`--person <${search.personValue}>`, search.person)
    .option(`--lines <${search.linesValue}>`, search.lines, atMost, 20)
    .action((wanted: readonly string[], options: SearchOptions) =>
      tellFound(wanted.join(' ').trim(), options, context),
    );

  look('stats', stats.description, stats.example).action(async ({ json: asJson }: AsJson) => {
    const { counts, refusals } = await withLedger(context, async (ledger) => ({
      counts: await ledger.counts(),
      refusals: await ledger.refusals.counts(),
    }));
    context.out(asJson ? json(counts) : `${statsWords(counts, refusals)}\n`);
  });
};

interface JournalOptions extends AsJson {
  readonly all?: true;
  /** False with `--no-refusals`. */
  readonly refusals: boolean;
}

async function tellJournal(
  target: string,
  options: JournalOptions,
  context: CliContext,
): Promise<void> {
  const lines = await withLedger(context, async (ledger) => {
    const workflow = await workflowMeant(target, ledger);
    const found = await ledger.read(workflow);
    const refused = options.refusals ? await ledger.refusals.of(workflow) : [];
    if (found.length + refused.length === 0)
      throw new CliFailure(words.journal.none(workflow), exitCodes.refused, { code: 'noTarget' });
    return inOrderOfTime(found, refused);
  });
  context.out(options.json ? json(lines) : `${journalLines(lines, options.all === true)}\n`);
}

interface NotedHead {
  readonly rectification: string;
  readonly head: string;
}

interface VerifyOptions extends AsJson {
  readonly head?: readonly NotedHead[];
  /** False with `--no-evidence`. */
  readonly evidence: boolean;
}

function heads(given: string, before: readonly NotedHead[] = []): readonly NotedHead[] {
  const [, rectification = '', head = ''] = /^(.+)=([0-9a-f]{64})$/.exec(given) ?? [];
  if (head === '') throw new InvalidArgumentError(words.verify.badHead(given));
  return [...before, { rectification, head }];
}

async function tellVerified(options: VerifyOptions, context: CliContext): Promise<void> {
  const tell = sometimes(context);
  const { verified, gone, evidence } = await withLedger(context, async (ledger) => ({
    verified: await ledger.verify((lines) => tell(() => words.verify.progress(lines))),
    gone: await missingHeads(ledger, options.head ?? []),
    evidence: options.evidence ? await verifiedEvidence(ledger, context) : null,
  }));
  const lines = [
    verifiedWords(verified, gone),
    ...(evidence ? verifiedEvidenceLines(evidence) : []),
  ];
  context.out(options.json ? json({ ...verified, gone, evidence }) : `${lines.join('\n')}\n`);
  const count = verified.faults.length + gone.length + (evidence?.faults.length ?? 0);
  if (count > 0) throw new CliFailure(words.verify.failed(count), exitCodes.refused);
}

async function missingHeads(
  ledger: Ledger,
  noted: readonly NotedHead[],
): Promise<readonly NotedHead[]> {
  const found = await Promise.all(
    noted.map(({ rectification, head }) => ledger.hasHead(rectification, head)),
  );
  return noted.filter((_each, index) => !found[index]);
}

function verifiedWords({ rectifications, lines, faults }: Verified, gone: readonly NotedHead[]) {
  const { row, headGone, whole, empty } = words.verify;
  if (lines === 0 && faults.length === 0 && gone.length === 0) return empty;
  const isWhole = faults.length + gone.length === 0;
  return [
    ...rectifications.map((each) => row(each.rectification, each.lines, each.head)),
    ...faults.map(faultWords),
    ...gone.map(({ rectification, head }) => headGone(rectification, head)),
    ...(isWhole ? [whole(lines)] : []),
  ].join('\n');
}

interface SearchOptions extends AsJson {
  readonly lines: number;
  readonly person?: string;
}

function atMost(given: string): number {
  const lines = Number(given);
  if (Number.isInteger(lines) && lines >= 1 && lines <= 1000) return lines;
  throw new InvalidArgumentError(words.search.badLines);
}

async function tellFound(text: string, options: SearchOptions, context: CliContext): Promise<void> {
  const { person, lines: limit } = options;
  if (text === '' && person === undefined)
    throw new CliFailure(words.search.nothingWanted, exitCodes.usage, { code: 'usage' });
  const wanted = { text, ...(person === undefined ? {} : { person }) };
  const found = await withLedger(context, async (ledger) => ({
    problems: await ledger.problems(wanted, { limit }),
    lines: await ledger.searchLines({ ...wanted, limit }),
    refusals: await ledger.refusals.search({ ...wanted, limit }),
  }));
  context.out(options.json ? json(found) : `${foundWords(found)}\n`);
}

interface Found {
  readonly problems: readonly ProblemRow[];
  readonly lines: readonly JournalRow[];
  readonly refusals: readonly RefusedLine[];
}

function foundWords({ problems, lines, refusals }: Found): string {
  const { none, problems: heading, found, refusals: refused } = words.search;
  const parts = [
    ...(problems.length === 0 ? [] : [heading(problems.length), problemTable(problems)]),
    ...(lines.length === 0 ? [] : [found(lines.length), ...lines.map(foundLine)]),
    ...(refusals.length === 0 ? [] : [refused(refusals.length), ...refusals.map(refusedLine)]),
  ];
  return parts.length === 0 ? none : parts.join('\n');
}

function foundLine({ workflow, text }: JournalRow): string {
  return `${workflow}  ${lineWords(JSON.parse(text) as RecordedLine)}`;
}

function refusedLine(refusal: RefusedLine): string {
  return `${refusal.workflow}  ${lineWords(refusal)}`;
}

function problemTable(problems: readonly ProblemRow[]): string {
  const rows = problems.map((row) => [
    row.workflow.replace(/^problem\//, ''),
    plainly(zh.kinds, row.kind),
    plainly(zh.stages, row.stage),
    plainly(zh.commands.list.lampShort, row.lamp),
    row.due_on ?? '',
    row.department ?? '',
    row.responsible_leader ?? '',
    cut((row.title ?? '').replace(/\s+/g, ' '), 50),
  ]);
  return table(zh.commands.list.columns, rows);
}

function statsWords(counts: readonly Count[], refusals: Readonly<Record<string, number>>): string {
  const { stats, noRectification } = words;
  const ids = [...new Set(counts.map(({ rectification }) => rectification))];
  if (ids.length === 0) return noRectification;
  return ids
    .flatMap((id) => {
      const own = counts.filter(({ rectification }) => rectification === id);
      return [
        stats.heading(
          id,
          own.reduce((sum, { problems }) => sum + problems, 0),
        ),
        stats.row(stats.stage, sums(own, 'stage', zh.stages)),
        stats.row(stats.kind, sums(own, 'kind', zh.kinds)),
        stats.row(stats.lamp, sums(own, 'lamp', zh.lamps)),
        ...(refusals[id] === undefined ? [] : [stats.refusals(refusals[id])]),
      ];
    })
    .join('\n');
}

function sums(
  counts: readonly Count[],
  by: 'stage' | 'kind' | 'lamp',
  called: Readonly<Record<string, string>>,
): string {
  const { counted, unknown } = words.stats;
  return [...Object.keys(called), null]
    .flatMap((key) => {
      const own = counts.filter((each) => each[by] === key);
      const sum = own.reduce((total, { problems }) => total + problems, 0);
      return sum === 0 ? [] : [counted(key === null ? unknown : (called[key] ?? key), sum)];
    })
    .join('，');
}
