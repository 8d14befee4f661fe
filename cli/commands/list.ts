/** `zhenggai list` and `zhenggai watch`: many problems at once, from the server's index; `list` from the ledger where no server runs. */
import type { Command } from 'commander';
import type { Change, Filter, Row } from '../../client';
import { kinds, lamps, type Kind, type Lamp } from '../../domain/words';
import { stages, type Stage } from '../../machines';
import type { Register } from '../command';
import { withZhenggai } from '../connect';
import { choosing } from '../event-options';
import { withExample } from '../help';
import { json } from '../json';
import { zh } from '../messages/zh';
import { withZhenggaiOrLedger } from '../or-ledger';
import { recordedRows } from '../recorded-rows';
import { rectificationTyped } from '../resolve';
import { cut, table } from '../table';

const words = zh.commands.list;

interface Options {
  readonly lamp?: readonly Lamp[];
  readonly kind?: readonly Kind[];
  readonly stage?: readonly Stage[];
  readonly person?: string;
  readonly rectification?: string;
  readonly department?: string;
  readonly open?: true;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const listing = filtered(program.command('list').description(words.description)).action(
    async (options: Options) => {
      const filter = filterOf(options);
      const rows = await withZhenggaiOrLedger(
        context,
        (zhenggai) => zhenggai.list(filter),
        (ledger) => recordedRows(ledger, filter),
      );
      context.out(options.json ? json(rows) : `${tableOf(rows)}\n`);
    },
  );
  withExample(listing, words.example);

  const watching = filtered(
    program.command('watch').description(zh.commands.watch.description),
  ).action(async (options: Options) => {
    const tell = (changes: readonly Change[]): void =>
      context.out(changes.map(options.json ? jsonLine : changeLine).join(''));
    await withZhenggai(context, (zhenggai) =>
      zhenggai.watch(filterOf(options), tell, context.signal),
    );
  });
  withExample(watching, zh.commands.watch.example);
};

function filtered(command: Command): Command {
  return command
    .helpGroup(zh.program.groups.look)
    .option('--lamp <灯>', words.lamp, choosing('--lamp', wordsFor(lamps, lampWords)))
    .option(
      '--kind <类型>',
      words.kind,
      choosing(
        '--kind',
        wordsFor(kinds, (kind) => [zh.kinds[kind]]),
      ),
    )
    .option(
      '--stage <阶段>',
      words.stage,
      choosing(
        '--stage',
        wordsFor(stages, (stage) => [zh.stages[stage]]),
      ),
    )
    .option(`--person ${zh.options.person}`, words.person)
    .option('--rectification <整改>', words.rectification)
    .option('--department <部门>', words.department)
    .option('--open', words.open)
    .option('--json', zh.options.json);
}

/** 蓝, 蓝灯, and the whole `蓝灯（临近）`. */
const lampWords = (lamp: Lamp): readonly string[] => {
  const whole = zh.lamps[lamp];
  const [light = whole, note = ''] = whole.split(/[（）]/);
  return [light, words.lampShort[lamp], whole, ...(note === '' ? [] : [note])];
};

function wordsFor<Choice extends string>(
  choices: readonly Choice[],
  called: (choice: Choice) => readonly string[],
): Readonly<Record<Choice, readonly string[]>> {
  return Object.fromEntries(choices.map((choice) => [choice, called(choice)])) as Record<
    Choice,
    readonly string[]
  >;
}

function filterOf(options: Options): Filter {
  const { lamp, kind, stage, person, rectification, department, open } = options;
  return {
    ...(lamp === undefined ? {} : { lamps: lamp }),
    ...(kind === undefined ? {} : { kinds: kind }),
    ...(stage === undefined ? {} : { stages: stage }),
    ...(person === undefined ? {} : { person }),
    ...(department === undefined ? {} : { department }),
    ...(rectification === undefined ? {} : { rectification: rectificationTyped(rectification) }),
    ...(open === undefined ? {} : { open }),
  };
}

function tableOf(rows: readonly Row[]): string {
  if (rows.length === 0) return words.none;
  const cells = rows.map((row) => [
    row.workflow.replace(/^problem\//, ''),
    row.kind === null ? '' : zh.kinds[row.kind],
    (row.stage === null ? '' : zh.stages[row.stage]) + (row.incident ? words.incident : ''),
    row.lamp === null ? '' : words.lampShort[row.lamp],
    row.dueOn ?? '',
    row.department ?? '',
    row.responsibleLeader ?? '',
    cut((row.title ?? '').replace(/\s+/g, ' '), 50),
  ]);
  return [table(words.columns, cells), words.count(rows.length)].join('\n');
}

function changeLine({ kind, row }: Change): string {
  const parts = [
    zh.commands.watch[kind],
    row.workflow.replace(/^problem\//, ''),
    row.stage === null ? '' : zh.stages[row.stage],
    row.lamp === null ? '' : zh.lamps[row.lamp],
    row.dueOn ?? '',
    cut((row.title ?? '').replace(/\s+/g, ' '), 50),
  ];
  return `${parts.filter((part) => part !== '').join('  ')}\n`;
}

function jsonLine(change: Change): string {
  return `${JSON.stringify(change)}\n`;
}
