/** `zhenggai receive`: shows what will be started, then starts it. */
import { createInterface } from 'node:readline/promises';
import { chineseCalendar } from '../../calendar/chinese';
import type { Comparison, ReceiveResult, Zhenggai } from '../../client';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { withZhenggai } from '../connect';
import { withExample } from '../help';
import { json } from '../json';
import { zh } from '../messages/zh';
import { prepare, type Asked, type Prepared } from '../reception-file';
import { announcement, comparisonLine, warningsOf } from '../reception-words';
import { seqWords } from '../../domain/seq-words';
import { whyWords } from '../refusal-words';

const words = zh.commands.receive;

interface Options extends Asked {
  readonly amend?: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const command = program
    .command('receive')
    .description(words.description)
    .helpGroup(zh.program.groups.start)
    .argument(`<${zh.commands.import.file}>`, zh.commands.import.fileHelp)
    .option('--id <编号>', words.id)
    .option('--unit <名称>', words.unit)
    .option('--feedback-on <日期>', words.feedbackOn)
    .option('--policy <文件>', words.policy)
    .option('--people <文件>', words.people)
    .option('--as-is', words.asIs)
    .option('--amend <理由>', words.amend)
    .option(`--by ${zh.options.person}`, zh.options.by)
    .option('--dry-run', words.dryRun)
    .option('--yes', words.yes)
    .option('--json', zh.options.json)
    .action((file: string, options: Options) => receive(file, options, context));
  withExample(command, words.example);
};

async function receive(file: string, options: Options, context: CliContext): Promise<void> {
  const prepared = prepare(file, options, context);
  const now = context.now();
  context.err(`${announcement(prepared, file, now, chineseCalendar)}\n`);
  if (options.dryRun) return showOnly(prepared, options, context, now);
  await withZhenggai(context, async (zhenggai) => {
    const comparison = await zhenggai.compare(prepared.reception);
    context.err(`${comparisonLine(comparison)}\n`);
    refuseDifferences(comparison, options);
    if (!(await agreed(prepared, options, context)))
      throw new CliFailure(words.stopped, exitCodes.refused);
    const result = await start(zhenggai, prepared, options, context);
    report(result, options, context);
  });
}

function showOnly(prepared: Prepared, options: Options, context: CliContext, now: string): void {
  if (!options.json) return;
  const { policy: _policy, people: _people, ...reception } = prepared.reception;
  const warnings = warningsOf(prepared, now, chineseCalendar);
  const { warnings: imported, questions } = prepared.imported;
  context.out(json({ reception, warnings, imported, questions }));
}

/** What differs is applied only with a reason; without one nothing at all is done. */
function refuseDifferences({ standing, changed, added }: Comparison, { amend }: Options): void {
  const adding = standing === 'there' ? added : [];
  if (amend !== undefined || changed.length + adding.length === 0) return;
  const message = words.needsAmend(seqWords(changed), seqWords(adding));
  throw new CliFailure(message, exitCodes.refused, { code: 'differs', changed, added: adding });
}

/** While something is open, silence is no consent. */
async function agreed(
  { imported }: Prepared,
  { yes, json: silent }: Options,
  context: CliContext,
): Promise<boolean> {
  if (yes || silent || !process.stdin.isTTY || !process.stderr.isTTY) return true;
  const open = imported.questions.length > 0;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const asked = open ? words.askOpen(imported.questions.length) : words.ask;
    const answer = (await lines.question(asked, { signal: context.signal })).trim();
    return answer === '' ? !open : /^(y|yes|是|好)$/i.test(answer);
  } finally {
    lines.close();
  }
}

async function start(
  zhenggai: Zhenggai,
  { reception, by }: Prepared,
  { amend }: Options,
  context: CliContext,
): Promise<ReceiveResult> {
  const since = Date.now();
  const result = await zhenggai.receive(reception, {
    by,
    ...(amend === undefined ? {} : { amend: { reason: amend } }),
    onProgress: ({ doing, done, of }) => context.err(`${words[doing](done, of)}\n`),
  });
  const amended = result.changed.filter(({ outcome }) => outcome === 'amended').length;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  const { rectification, started, added } = result;
  context.err(
    `${
      started
        ? words.done(rectification, added.length, seconds)
        : added.length + amended === 0
          ? words.nothingNew(rectification)
          : words.summary(rectification, added.length, amended)
    }\n`,
  );
  return result;
}

function report(result: ReceiveResult, options: Options, context: CliContext): void {
  if (options.json) context.out(json(result));
  else context.out(`${result.rectification}\n`);
  const troubles = result.changed.flatMap(({ seq, outcome, others, refusal }) => [
    ...(outcome === 'refused' ? [words.refusedAmend(seq, refusalWords(refusal))] : []),
    ...(others.length > 0 ? [words.others(seq, others.map(fieldWord).join('、'))] : []),
  ]);
  if (troubles.length > 0) context.err(`${troubles.join('\n')}\n`);
  const failed = result.changed.some(({ outcome }) => outcome !== 'amended');
  if (failed) throw new CliFailure('', exitCodes.refused);
}

const fieldWord = (name: string): string => words.fields[name] ?? name;

function refusalWords(refusal: ReceiveResult['changed'][number]['refusal']): string {
  if (refusal?.outcome === 'refused') return whyWords(refusal.refused);
  return refusal === null ? '' : zh.server.unknownOutcome(refusal.workflow, refusal.commandId);
}
