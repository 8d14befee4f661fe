/** `zhenggai reassign`: some problems, or all of somebody's work. */
import { randomUUID } from 'node:crypto';
import type { HeldRole } from '../../client';
import { problemEvents } from '../../machines';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { withZhenggai } from '../connect';
import { choiceOf, payloadOf } from '../event-options';
import { withExample } from '../help';
import { zh } from '../messages/zh';
import { problemsTyped, rectificationIn, workflowsOf } from '../resolve';
import { byOf, idOf, identified, type Whose } from '../whose';
import { eventCommands, optioned, tell } from './events';

const words = zh.commands.reassign;

interface Options extends Whose, Readonly<Record<string, unknown>> {
  readonly role?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly json?: true;
  readonly commandId?: string;
}

export const register: Register = (program, context) => {
  const event = eventCommands().find(({ type }) => type === 'reassign');
  if (event === undefined) return;
  const { target, targetHelp } = zh.commands.send;
  const command = optioned(program.command('reassign'), event)
    .description(words.description)
    .argument(`[${target}...]`, targetHelp)
    .action((targets: readonly string[], options: Options) =>
      targets.length === 0 ? everything(options, context) : some(targets, options, context),
    );
  withExample(command, words.example);
};

async function some(
  targets: readonly string[],
  options: Options,
  context: CliContext,
): Promise<void> {
  const by = byOf(options);
  const fields = payloadOf(problemEvents.reassign.fields, options, context.cwd);
  const problems = problemsTyped(targets);
  const commandId = options.commandId ?? randomUUID();
  const sent = await withZhenggai(context, async (zhenggai) => {
    const workflows = await workflowsOf(zhenggai, problems);
    const rectification = rectificationIn(workflows[0] ?? '');
    const named = await identified(zhenggai, rectification, by);
    const people = await zhenggai.people(rectification).catch(() => []);
    const persons = Object.entries(fields).map(([name, value]) =>
      name === 'from' || name === 'to' ? [name, idOf(String(value), people)] : [name, value],
    );
    const renamed = Object.fromEntries(persons) as Readonly<Record<string, unknown>>;
    return zhenggai.send(workflows, 'reassign', { fields: renamed, commandId, ...named });
  });
  tell(sent, problemEvents.reassign.title, { ...options, commandId }, context);
}

async function everything(options: Options, context: CliContext): Promise<void> {
  const { from, to, reason } = options;
  const by = byOf(options);
  if (from === undefined || to === undefined)
    throw new CliFailure(words.allNeeds, exitCodes.usage, { code: 'usage' });
  const role = roleOf(options);
  const commandId = options.commandId ?? randomUUID();
  const sent = await withZhenggai(context, async (zhenggai) => {
    const open = await zhenggai.rectifications({ open: true });
    const all = open.map(async ({ workflow }) => {
      const people = await zhenggai.people(workflow);
      return zhenggai.reassignAll({
        from: idOf(from, people),
        to: idOf(to, people),
        by: await identified(zhenggai, workflow, by),
        rectification: workflow,
        commandId,
        ...(role === undefined ? {} : { role }),
        ...(reason === undefined ? {} : { reason }),
      });
    });
    return (await Promise.all(all)).flat();
  });
  if (sent.length === 0 && !options.json) context.out(`${words.none(from)}\n`);
  else tell(sent, problemEvents.reassign.title, { ...options, commandId }, context);
}

function roleOf({ role }: Options): HeldRole | undefined {
  if (role === undefined) return undefined;
  const { values } = problemEvents.reassign.fields.role;
  const found = values.find((value) => value === choiceOf(values, role));
  if (found !== undefined) return found;
  const choices = values.map((value) => `${value}（${zh.roles[value]}）`).join('、');
  const message = zh.usage.badChoice('--role', role, choices);
  throw new CliFailure(message, exitCodes.usage, { code: 'usage' });
}
