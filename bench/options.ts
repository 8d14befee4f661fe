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
}

/** @throws CommanderError for words it does not know, after saying so on stderr */
export function readOptions(args: readonly string[]): BenchOptions {
  const command = new Command('bench')
    .description('Measures the engine against a hand-written workflow and a live actor.')
    .option('--quick', 'small numbers of everything: to see that it works', false)
    .addOption(new Option('--only <figures...>', 'these alone').choices(figureNames))
    .option('--rounds <n>', 'rounds of interleaved arms', wholeNumber)
    .exitOverride();
  const { quick, only, rounds } = command.parse(args, { from: 'user' }).opts<{
    quick: boolean;
    only?: readonly FigureName[];
    rounds?: number;
  }>();
  return { quick, only: only ?? figureNames, rounds: rounds ?? (quick ? 1 : 3) };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('a whole number from 1.');
  return Number(text);
}
