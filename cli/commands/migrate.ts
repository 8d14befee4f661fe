/** `zhenggai migrate`: moves running workflows to another version of their machine, or says what that would do. */
import type { MigrationOutlook, MigrationResult } from '../../client';
import { UnknownMachineError, type MigrationPlan } from '../../engine/core';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { withZhenggai } from '../connect';
import { withExample } from '../help';
import { json } from '../json';
import { migrateWords as words } from '../messages/migrate';
import { zh } from '../messages/zh';
import { byOf, withWhose, type Whose } from '../whose';

interface Options extends Whose {
  readonly machine: string;
  readonly from: string;
  readonly to: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const command = withWhose(
    program
      .command('migrate')
      .description(words.description)
      .helpGroup(zh.program.groups.repair)
      .argument(`[${words.targets}...]`, words.targetsHelp)
      .requiredOption(`--machine <${words.machineValue}>`, words.machine)
      .requiredOption(`--from <${words.versionValue}>`, words.from)
      .requiredOption(`--to <${words.versionValue}>`, words.to),
  )
    .option('--dry-run', words.dryRun)
    .option('--json', zh.options.json)
    .action((only: readonly string[], options: Options) => run(only, options, context));
  withExample(command, words.example);
};

async function run(only: readonly string[], options: Options, context: CliContext): Promise<void> {
  const { machine, from, to } = options;
  const by = options.dryRun ? null : byOf(options);
  const onProgress = options.json
    ? undefined
    : ({ done, of }: { readonly done: number; readonly of: number }) => {
        if (done % 50 === 0 || done === of) context.err(`${words.progress(done, of)}\n`);
      };
  const some = only.length === 0 ? {} : { only };
  const asked = { machine, from, to, ...some, ...(onProgress === undefined ? {} : { onProgress }) };
  const result = await withZhenggai(context, (zhenggai) =>
    by === null ? zhenggai.planMigration(asked) : zhenggai.migrate({ ...asked, by }),
  ).catch(refuseUnknown);
  context.out(options.json ? json(result) : `${wordsOf(options, result).join('\n')}\n`);
  if (!isWhole(result)) throw new CliFailure('', exitCodes.refused);
}

function refuseUnknown(error: unknown): never {
  if (!(error instanceof UnknownMachineError)) throw error;
  throw new CliFailure(words.unknown(error.ref.name, error.ref.version), exitCodes.usage, {
    code: 'unknownMachine',
  });
}

/** Nobody stays behind. */
function isWhole(result: MigrationOutlook | MigrationResult): boolean {
  const stays = result.plans.some(({ obstacles }) => obstacles.length > 0);
  const failed = 'sent' in result && result.sent.some(({ outcome }) => outcome !== 'accepted');
  return !stays && !failed && result.silent.length === 0;
}

function wordsOf(
  { machine, from, to }: Options,
  result: MigrationOutlook | MigrationResult,
): readonly string[] {
  const { plans, differences, silent } = result;
  const movable = plans.filter(({ obstacles }) => obstacles.length === 0);
  const stuck = plans.filter(({ obstacles }) => obstacles.length > 0);
  return [
    words.head(machine, from, to, plans.length),
    ...(differences.length === 0 ? [words.same] : [words.differences]),
    ...differences.map(({ kind, text }) => `  ${words.kinds[kind]}  ${text}`),
    ...groups(movable).map(([shape, workflows]) =>
      words.group(workflows.length, shape, workflows[0] ?? ''),
    ),
    ...stuck.map(({ workflow, obstacles }) => words.stuck(workflow, obstacles.join('; '))),
    ...silent.map(({ workflow, why }) => words.silent(workflow, why)),
    ...('sent' in result ? outcome(result) : [words.dryRunDone(movable.length, stuck.length)]),
  ];
}

/** Those that go the same way, together. */
function groups(
  plans: readonly MigrationPlan[],
): readonly (readonly [shape: string, workflows: readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const plan of plans) {
    const shape = shapeOf(plan);
    found.set(shape, [...(found.get(shape) ?? []), plan.workflow]);
  }
  return [...found];
}

function shapeOf({ places, timers, invokes }: MigrationPlan): string {
  const way = places.map(({ from, to }) => (from === to ? from : `${from} → ${to ?? ''}`));
  const counts = words.counts(timers.kept.length, timers.dropped.length, timers.started.length);
  const actors = words.actors(invokes.kept.length, invokes.dropped.length, invokes.started.length);
  return `${way.join('，')}；${counts}；${actors}`;
}

function outcome({ sent, plans }: MigrationResult): readonly string[] {
  const failed = sent.filter((each) => each.outcome !== 'accepted');
  const reason = (each: (typeof sent)[number]): string =>
    each.outcome === 'refused' ? each.refused.why.map(({ text }) => text).join('; ') : each.outcome;
  return [
    ...failed.map((each) => words.stuck(each.workflow, reason(each))),
    words.done(sent.length - failed.length, plans.length - sent.length + failed.length),
  ];
}
