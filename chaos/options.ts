/** The command line of `npm run chaos`. */
import { parseArgs } from 'node:util';
import { wholeOf } from './world/command-line';

export interface Options {
  /** Decides the plan of faults and what people do; not the instants at which the machine gets to it. */
  readonly seed: number;
  readonly faults: number;
  /** Where the store is made, and kept. Null: a temporary folder, kept when something was lost. */
  readonly store: string | null;
  /** Instead of breaking anything: so many commands to one problem as fast as they can be sent. Null: break things. */
  readonly flood: number | null;
  /** Instead of the running system: so many kills while the ledger is written. */
  readonly ledger: boolean;
}

/** Three runs of this many are more than 300. */
const usualFaults = 110;
/** Half of them on either database. */
const usualLedgerFaults = 200;

export const help = `npm run chaos -- [options]

Breaks the running system at random moments and says what was lost. Exit code 1 when anything was, 2 for what is no option.

  --seed <n>      the plan of faults and what people do; drawn and printed without it
  --faults <n>    how many; ${usualFaults} without it, with --ledger ${usualLedgerFaults}
  --store <path>  where the store is made, and kept; without it a temporary folder, kept when something was lost
  --ledger        the ledger alone is killed while it is written, half the times on PGlite, half on PostgreSQL
  --flood <n>     breaks nothing: so many commands to one problem as fast as they can be sent
  --help          this`;

/** @throws Error with a sentence for what is no option or no number */
export function optionsOf(args: readonly string[], randomSeed: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      faults: { type: 'string' },
      store: { type: 'string' },
      flood: { type: 'string' },
      ledger: { type: 'boolean', default: false },
    },
  });
  const { ledger } = values;
  const usual = ledger ? usualLedgerFaults : usualFaults;
  return {
    ledger,
    seed: values.seed === undefined ? randomSeed : wholeOf('--seed', values.seed, 0),
    faults: values.faults === undefined ? usual : wholeOf('--faults', values.faults, 1),
    store: values.store ?? null,
    flood: values.flood === undefined ? null : wholeOf('--flood', values.flood, 1),
  };
}
