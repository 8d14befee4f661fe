/** The command line of `npm run production`. */
import { parseArgs } from 'node:util';
import { wholeOf } from '../chaos/world/command-line';

export interface Options {
  /** Decides who is killed first and when; not what the machine is doing just then. */
  readonly seed: number;
  /** How long people are at work. */
  readonly seconds: number;
  readonly people: number;
  readonly commandsASecond: number;
  /** The installation's files are kept; they are kept anyhow where something did not hold. */
  readonly keep: boolean;
}

export const usual = { seconds: 150, people: 60, commandsASecond: 5 } as const;

/** So that each of the five has time to come back before the next. */
const leastSeconds = 100;
/** Those of the unit who act; more are readers. */
const leastPeople = 42;
const most = 999_999;

export const help = `npm run production -- [选项]

按 docs/operate.md 在本机起一套生产部署（PostgreSQL、其上的 Temporal 服务器、两个工作进程、两个页面进程、反向代理），
有人看、有人办时逐个 kill -9 和 SIGTERM，看除监控外有没有人察觉。有一项不符，退出码为 1。

  --seconds <数>    有人在用的秒数，默认 ${usual.seconds}
  --people <数>     开着页面的人数，默认 ${usual.people}
  --commands <数>   每秒的指令数，默认 ${usual.commandsASecond}
  --seed <数>       先杀谁、何时杀，默认随机
  --keep            留下这套部署的文件
  --help            本说明`;

/** @throws Error with a sentence for what is no option or no number */
export function optionsOf(args: readonly string[], randomSeed: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      seconds: { type: 'string', default: String(usual.seconds) },
      people: { type: 'string', default: String(usual.people) },
      commands: { type: 'string', default: String(usual.commandsASecond) },
      keep: { type: 'boolean', default: false },
    },
  });
  return {
    seed: values.seed === undefined ? randomSeed : wholeOf('--seed', values.seed, 0, most),
    seconds: wholeOf('--seconds', values.seconds, leastSeconds, most),
    people: wholeOf('--people', values.people, leastPeople, most),
    commandsASecond: wholeOf('--commands', values.commands, 1, most),
    keep: values.keep,
  };
}
