/** What `npm run bench` can be asked for. */
import { Command, InvalidArgumentError, Option } from 'commander';

export const figureNames = [
  'step',
  'lifecycles',
  'histories',
  'replay',
  'heap',
  'start',
  'timers',
  'storm',
  'recording',
  'ledger',
  'pages',
] as const;
export type FigureName = (typeof figureNames)[number];

export interface BenchOptions {
  /** Small numbers of everything: to see that it works, not how fast it is. */
  readonly quick: boolean;
  readonly only: readonly FigureName[];
  /** Of interleaved arms; each takes every arm twice. */
  readonly rounds: number;
  /** Of `pages`, where others than its own are wanted. */
  readonly load?: PageLoad;
  /** The folder that CPU profiles of the page process and its worker go to. */
  readonly profile?: string;
}

/** How many people look at pages, how many commands come a second, and for how long, s. */
export interface PageLoad {
  readonly people: number;
  readonly commandsASecond: number;
  readonly seconds: number;
}

/** @throws CommanderError for words it does not know, after saying so on stderr */
export function readOptions(args: readonly string[]): BenchOptions {
  const command = new Command('bench')
    .description('Measures the engine against a hand-written workflow and a live actor.')
    .option('--quick', 'small numbers of everything: to see that it works', false)
    .addOption(new Option('--only <figures...>', 'these alone').choices(figureNames))
    .option('--rounds <n>', 'rounds of interleaved arms', wholeNumber)
    .option(
      '--load <people,commands,seconds>',
      'of pages: people, commands a second, seconds',
      load,
    )
    .option('--profile <folder>', 'of pages: where CPU profiles of page process and worker go')
    .exitOverride();
  const { quick, only, rounds, ...given } = command.parse(args, { from: 'user' }).opts<{
    quick: boolean;
    only?: readonly FigureName[];
    rounds?: number;
    load?: PageLoad;
    profile?: string;
  }>();
  return { quick, only: only ?? figureNames, rounds: rounds ?? (quick ? 1 : 3), ...given };
}

function load(text: string): PageLoad {
  const [people = 0, commandsASecond = 0, seconds = 0] = text.split(',').map(Number);
  if (
    !/^\d{1,4},\d{1,3},\d{2,4}$/.test(text) ||
    people === 0 ||
    commandsASecond === 0 ||
    seconds < 20
  )
    throw new InvalidArgumentError('as 200,20,300; at least 20 seconds.');
  return { people, commandsASecond, seconds };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('a whole number from 1.');
  return Number(text);
}
