/** One command for every event that people send, made from the events' own descriptions. */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Sent, Zhenggai } from '../../client';
import type { EventDescription } from '../../engine/core';
import {
  problemEvents,
  rectificationEvents,
  type ProblemEventType,
  type RectificationEventType,
} from '../../machines';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { withZhenggai } from '../connect';
import { kebab, optionsOf, payloadOf } from '../event-options';
import { withFiled } from '../filing';
import { withExample } from '../help';
import { json } from '../json';
import { zh } from '../messages/zh';
import {
  onlyOpen,
  problemsTyped,
  rectificationIn,
  rectificationTyped,
  workflowsOf,
} from '../resolve';
import { exitCodeOf, sentLines } from '../sent-words';
import { byOf, identified, withWhose, type Whose } from '../whose';

type EventType = ProblemEventType | RectificationEventType;
type Options = Whose &
  Readonly<Record<string, unknown>> & { readonly json?: true; readonly commandId?: string };

/** To what an event is sent. */
export type Addressee = 'problem' | 'rectification' | 'either';

export interface EventCommand {
  readonly type: EventType;
  readonly addressee: Addressee;
  readonly description: EventDescription;
}

/** Every event of people, in the order of the descriptions; one that both have is one command. */
export function eventCommands(): readonly EventCommand[] {
  const problem = Object.entries<EventDescription>(problemEvents);
  const whole = Object.entries<EventDescription>(rectificationEvents);
  const isOf = (all: readonly (readonly [string, unknown])[], name: string): boolean =>
    all.some(([type]) => type === name);
  return [
    ...problem.map(([type, description]) => ({
      type: type as EventType,
      description,
      addressee: isOf(whole, type) ? ('either' as const) : ('problem' as const),
    })),
    ...whole
      .filter(([type]) => !isOf(problem, type))
      .map(([type, description]) => ({
        type: type as EventType,
        description,
        addressee: 'rectification' as const,
      })),
  ].filter(({ description }) => !description.internal);
}

/** As commands are called, and as events are. */
export function eventNames(): readonly string[] {
  const types = eventCommands().map(({ type }) => type);
  return types.filter((type) => type !== 'reassign').flatMap((type) => [kebab(type), type]);
}

/** `reassign` is registered by its own file: it can do more. */
export const register: Register = (program, context) => {
  for (const event of eventCommands()) {
    if (event.type === 'reassign') continue;
    const command = addressed(program.command(kebab(event.type)), event.addressee);
    optioned(command, event).action(
      (targets: string | readonly string[] | undefined, options: Options) =>
        run(event, listOf(targets), options, context),
    );
    withExample(command, exampleOf(event));
  }
};

function addressed(command: Command, addressee: Addressee): Command {
  const { target, targetHelp, wholeTarget, wholeTargetHelp, bothHelp } = zh.commands.send;
  return addressee === 'rectification'
    ? command.argument(`[${wholeTarget}]`, wholeTargetHelp)
    : command.argument(`<${target}...>`, addressee === 'either' ? bothHelp : targetHelp);
}

/** The options of an event, and those that every event has. */
export function optioned(
  command: Command,
  { type, addressee, description }: EventCommand,
): Command {
  const groups = zh.program.groups;
  if (kebab(type) !== type) command.alias(type);
  command
    .description(description.title)
    .helpGroup(addressee === 'rectification' ? groups.rectification : groups.problem);
  for (const option of optionsOf(description.fields)) command.addOption(option);
  return withWhose(command)
    .option('--command-id <编号>', zh.options.commandId)
    .option('--json', zh.options.json);
}

export function exampleOf({ type, addressee, description }: EventCommand): string {
  const needed = Object.entries(description.fields).filter(([, field]) => !field.optional);
  const fields = needed.map(([name, field]) => ` --${kebab(name)} ${zh.sample(field)}`);
  const target = addressee === 'rectification' ? '20261102-3fa9' : '7';
  return `zhenggai ${kebab(type)} ${target} --by he-jing${fields.join('')}`;
}

async function run(
  event: EventCommand,
  targets: readonly string[],
  options: Options,
  context: CliContext,
): Promise<void> {
  const by = byOf(options);
  const fields = payloadOf(event.description.fields, options, context.cwd);
  const find = finderOf(event.addressee, targets);
  const commandId = options.commandId ?? randomUUID();
  const sent = await withFiled(event.description.fields, options, context, (filed) =>
    withZhenggai(context, async (zhenggai) => {
      const workflows = await find(zhenggai);
      const named = await identified(zhenggai, rectificationIn(workflows[0] ?? ''), by);
      const all = { ...fields, ...filed };
      return zhenggai.send(workflows, event.type, { fields: all, commandId, ...named });
    }),
  );
  tell(sent, event.description.title, { ...options, commandId }, context);
}

/** Throws at once for what cannot be a target; the rest is found when the server is there. */
function finderOf(
  addressee: Addressee,
  targets: readonly string[],
): (zhenggai: Zhenggai) => Promise<readonly string[]> {
  const wholes = targets.filter(
    (target) => addressee === 'rectification' || target.startsWith('rectification/'),
  );
  const rectifications = addressee === 'problem' ? [] : wholes.map(rectificationTyped);
  const problems = problemsTyped(
    addressee === 'problem' ? targets : targets.filter((target) => !wholes.includes(target)),
  );
  return async (zhenggai) =>
    targets.length === 0
      ? [await onlyOpen(zhenggai)]
      : [...rectifications, ...(await workflowsOf(zhenggai, problems))];
}

/** Prints how it came out; throws where not everything was accepted, for the exit code alone. */
export function tell(
  sent: readonly Sent[],
  title: string,
  { json: asJson, commandId }: { readonly json?: true; readonly commandId: string },
  context: CliContext,
): void {
  const exitCode = exitCodeOf(sent);
  if (asJson) context.out(json({ commandId, results: sent }));
  else context.out(`${sent.flatMap((each) => sentLines(each, title)).join('\n')}\n`);
  if (exitCode !== exitCodes.done) throw new CliFailure('', exitCode);
}

function listOf(targets: string | readonly string[] | undefined): readonly string[] {
  return targets === undefined ? [] : typeof targets === 'string' ? [targets] : targets;
}
