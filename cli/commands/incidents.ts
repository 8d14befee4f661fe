/** `zhenggai incidents` and `zhenggai retry`: what could not be done, and doing it once more. */
import type { GivenUp, Zhenggai } from '../../client';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { withZhenggai } from '../connect';
import { withExample } from '../help';
import { json } from '../json';
import { zh } from '../messages/zh';
import { problemsTyped, rectificationIn, rectificationTyped, workflowsOf } from '../resolve';
import { exitCodeOf, sentLines } from '../sent-words';
import { byOf, identified, withWhose, type Whose } from '../whose';

export const register: Register = (program, context) => {
  const { incidents: listing, retry } = zh.commands;
  const incidents = program
    .command('incidents')
    .description(listing.description)
    .helpGroup(zh.program.groups.repair)
    .option('--json', zh.options.json)
    .action(async (options: { readonly json?: true }) => {
      const found = await withZhenggai(context, (zhenggai) => zhenggai.incidents());
      context.out(options.json ? json(found) : `${wordsOf(found)}\n`);
    });
  withExample(incidents, listing.example);

  const retrying = withWhose(
    program
      .command('retry')
      .description(retry.description)
      .helpGroup(zh.program.groups.repair)
      .argument(`<${zh.commands.show.target}>`, zh.commands.show.targetHelp)
      .argument(`[${retry.effect}]`, retry.effectHelp),
  )
    .option('--json', zh.options.json)
    .action((target: string, effect: string | undefined, options: RetryOptions) =>
      retryOf(target, effect, options, context),
    );
  withExample(retrying, retry.example);
};

interface RetryOptions extends Whose {
  readonly json?: true;
}

async function retryOf(
  target: string,
  effect: string | undefined,
  options: RetryOptions,
  context: CliContext,
): Promise<void> {
  const by = byOf(options);
  const find = finder(target);
  const done = await withZhenggai(context, async (zhenggai) => {
    const workflow = await find(zhenggai);
    const named = await identified(zhenggai, rectificationIn(workflow), by);
    const all = await zhenggai.incidentsOf(workflow);
    const meant = all.filter((each) => effect === undefined || isMeant(each, effect));
    if (meant.length === 0)
      throw new CliFailure(zh.commands.retry.noIncident(workflow), exitCodes.refused, {
        code: 'noIncident',
      });
    return Promise.all(
      meant.map(async (each) => ({
        name: each.name,
        sent: await zhenggai.retryIncident(workflow, each.effect, named),
      })),
    );
  });
  const sent = done.map((each) => each.sent);
  const lines = done.flatMap(({ name, sent: one }) =>
    one.outcome === 'accepted'
      ? [zh.commands.retry.retried(one.workflow, name)]
      : sentLines(one, name),
  );
  context.out(options.json ? json({ results: sent }) : `${lines.join('\n')}\n`);
  const exitCode = exitCodeOf(sent);
  if (exitCode !== exitCodes.done) throw new CliFailure('', exitCode);
}

function finder(target: string): (zhenggai: Zhenggai) => Promise<string> {
  if (target.startsWith('rectification/')) {
    const id = rectificationTyped(target);
    return () => Promise.resolve(id);
  }
  // As `incidents` has it: nobody types such an id.
  if (target.startsWith('digest/')) return () => Promise.resolve(target);
  const problems = problemsTyped([target]);
  return async (zhenggai) => (await workflowsOf(zhenggai, problems))[0] ?? '';
}

const isMeant = ({ effect, name }: GivenUp, typed: string): boolean =>
  effect === typed || name === typed;

function wordsOf(found: readonly GivenUp[]): string {
  const { none, row } = zh.commands.incidents;
  if (found.length === 0) return none;
  return found
    .map(({ workflow, effect, name, message, at }) => row(workflow, effect, name, message, at))
    .join('\n');
}
