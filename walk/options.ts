/** The command line of `npm run walk`. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export interface Options {
  /** Where pictures of every page go; null: none are taken, but for those of failures. */
  readonly screens: string | null;
  /** The installation is kept when the walk is over. */
  readonly keep: boolean;
  /** A plan's day lasts this many seconds. */
  readonly daySeconds: number;
}

/** Two months are four minutes: the steps before the period's end take two on an idle machine. */
const usualDay = 4;

export const help = `npm run walk -- [options]

Lives a rectification in a browser as each of its people. Exit code 1 when a step failed, 2 for what is no option.

  --day <n>        how many seconds a plan's day lasts, from 1 to 999; ${usualDay} without it
  --screens <path> where pictures of every page go; none are taken without it, but those of failures
  --keep           the installation is kept when the walk is over
  --help           this`;

/** @throws Error with a sentence for what is no option or no number */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      screens: { type: 'string' },
      keep: { type: 'boolean', default: false },
      day: { type: 'string', default: String(usualDay) },
    },
  });
  const daySeconds = Number(values.day);
  if (!/^\d{1,3}$/.test(values.day) || daySeconds < 1)
    throw new Error(`--day takes whole seconds from 1 to 999, not "${values.day}"`);
  const { screens, keep } = values;
  return { screens: screens === undefined ? null : resolve(screens), keep, daySeconds };
}
