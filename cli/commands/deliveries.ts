/** `zhenggai deliveries`: which messages went to whom, and those of which nothing is known. */
import { realTime } from '../../domain/plan-clock';
import type { DeliveryRow } from '../../ledger';
import { localTime } from '../../machines/local-time';
import type { CliContext, Register } from '../command';
import { withExample } from '../help';
import { json } from '../json';
import { deliveryWords as words } from '../messages/deliveries';
import { zh } from '../messages/zh';
import { withLedger } from '../open-ledger';
import { cut, table } from '../table';

interface Options {
  readonly unsettled?: true;
  readonly person?: string;
  readonly json?: true;
}

/** As many as people look through. */
const limit = 200;

export const register: Register = (program, context) => {
  const command = program
    .command('deliveries')
    .description(words.description)
    .helpGroup(zh.program.groups.look)
    .option('--unsettled', words.unsettled)
    .option(`--person ${zh.options.person}`, words.person)
    .option('--json', zh.options.json)
    .action((options: Options) => tell(options, context));
  withExample(command, words.example);
};

async function tell(options: Options, context: CliContext): Promise<void> {
  const { unsettled, person } = options;
  const rows = await withLedger(context, (ledger) =>
    ledger.deliveries({
      limit,
      ...(unsettled === undefined ? {} : { statuses: ['claimed', 'failed', 'replaced'] }),
      ...(person === undefined ? {} : { person }),
    }),
  );
  if (options.json) return context.out(json(rows));
  if (rows.length === 0) return context.out(`${words.none}\n`);
  context.out(`${table(words.columns, rows.map(cells))}\n${words.count(rows.length, limit)}\n`);
}

function cells(row: DeliveryRow): readonly string[] {
  return [
    localTime(realTime, row.settled_at ?? row.claimed_at),
    words.statuses[row.status],
    String(row.attempts),
    row.name,
    row.channel,
    cut(row.subject, 40),
    row.status === 'sent' ? '' : cut(row.detail ?? '', 40),
  ];
}
