/** `zhenggai rehearse`: a whole rectification in virtual time, on real dates, without a server. */
import { basename } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { chineseCalendar } from '../../calendar/chinese';
import { opening, rehearse, type Rehearsal } from '../../client/rehearse';
import { readScenario, ScenarioError } from '../../documents/scenario';
import { addMonths, instantOf, isPlainDate, planDayOf } from '../../domain/plain-date';
import { realTime } from '../../domain/plan-clock';
import { nobodyActs, type Scenario } from '../../domain/scenario';
import type { PlainDate } from '../../domain/words';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { textOf } from '../files';
import { withExample } from '../help';
import { json } from '../json';
import { zh } from '../messages/zh';
import { prepare, type Asked, type Prepared } from '../reception-file';
import { dayLines } from '../rehearse/day-lines';
import { endLines } from '../rehearse/end-lines';

interface Options extends Asked {
  readonly scenario?: string;
  readonly opening?: true;
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const command = program
    .command('rehearse')
    .description('预演：不启动任何服务，推演一次整改从收文到最后的每个提醒、督办和时限')
    .helpGroup(zh.program.groups.look)
    .argument(`<${zh.commands.import.file}>`, zh.commands.import.fileHelp)
    .option('--scenario <文件>', '谁在哪天办了什么（YAML）；不给则假定无人办理')
    .option('--opening', '先假定收文次日即分办、领办并审定方案')
    .option('--from <日期>', '哪天收文（默认反馈之日；与 --as-is 同用时为文件所述之日）', dateOf)
    .option('--until <日期>', '推演到哪天（默认收文一年后，且不早于脚本最后一步一个月后）', dateOf)
    .option('--unit <名称>', zh.commands.receive.unit)
    .option('--feedback-on <日期>', zh.commands.receive.feedbackOn)
    .option('--policy <文件>', zh.commands.receive.policy)
    .option('--people <文件>', zh.commands.receive.people)
    .option('--as-is', zh.commands.receive.asIs)
    .option('--json', zh.options.json)
    .action((file: string, options: Options) => perform(file, options, context));
  withExample(command, 'zhenggai rehearse 反馈意见.yaml --scenario sample/scenario.yaml');
};

function perform(file: string, options: Options, context: CliContext): void {
  const prepared = prepare(file, options, context);
  const given = scenarioOf(options.scenario, context);
  // The plan's time is the real one here, whatever a demonstration's policy says: the dates are the true ones.
  const reception = { ...prepared.reception, clock: realTime };
  const { from, until } = spanOf(prepared, options, given);
  const scenario = options.opening
    ? { ...given, steps: [...opening(from), ...given.steps] }
    : given;
  const rehearsal = rehearse(reception, scenario, {
    calendar: chineseCalendar,
    from: instantOf(from, '10:00'),
    until: instantOf(until, '24:00'),
  });
  for (const warning of prepared.warnings) context.err(`${warning}\n`);
  if (options.json) return context.out(json(plain(rehearsal)));
  const heading = `${reception.unit}：预演 ${from} 至 ${until}（${scenario.name ?? nameless(options)}）`;
  context.out([heading, '', ...dayLines(rehearsal), '', ...endLines(rehearsal), ''].join('\n'));
}

function nameless({ scenario, opening: opened }: Options): string {
  if (scenario !== undefined) return basename(scenario);
  return opened ? '审定方案后无人办理' : '无人办理';
}

function scenarioOf(file: string | undefined, { cwd }: CliContext): Scenario {
  if (file === undefined) return nobodyActs;
  try {
    return readScenario(textOf(file, cwd), file);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const { mistakes } = error;
    throw new CliFailure(error.message, exitCodes.usage, { code: 'scenario', file, mistakes });
  }
}

function spanOf(
  { reception, imported }: Prepared,
  options: Options,
  { steps }: Scenario,
): { readonly from: PlainDate; readonly until: PlainDate } {
  const stated = options.asIs === true ? imported.asOf : null;
  const from = options.from ?? stated ?? reception.feedbackOn;
  const last = steps
    .map(({ at }) => planDayOf(at))
    .sort()
    .at(-1);
  const [year, afterLast] = [addMonths(from, 12), last === undefined ? from : addMonths(last, 1)];
  const until = options.until ?? (afterLast > year ? afterLast : year);
  if (until < from) throw new CliFailure(`--until ${until} 早于 ${from}`, exitCodes.usage);
  return { from, until };
}

/** Without the journals: they are the record of every step, and large. */
function plain({ timetable, problems, rectification, messages }: Rehearsal) {
  return { timetable, problems, rectification, messages };
}

function dateOf(value: string): PlainDate {
  if (isPlainDate(value)) return value;
  throw new InvalidArgumentError('应为存在的日期，如 2026-11-24。');
}
