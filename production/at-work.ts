/** Everybody at work at once for so long: people at the pages, programs beside them, and whoever strikes the processes. */
import type { Client } from '@temporalio/client';
import type { Visitor } from '../bench/pages/visitor';
import { startLoad, type Load } from '../chaos/load/load';
import { clockFrom } from '../chaos/load/received';
import type { SentCommand } from '../chaos/model/tally';
import { chaosPolicy } from '../chaos/policy';
import { command } from './load/commands';
import { look } from './load/looking';
import type { Options } from './options';
import { planOf } from './plan';
import { carryOut, type Done } from './strikes';
import type { House } from './world/house';
import type { MemberKind } from './world/member';

export type Work = Pick<Options, 'seed' | 'seconds' | 'commandsASecond'>;

export interface Worked {
  readonly strikes: readonly Done[];
  /** Of the people at the pages. */
  readonly commands: readonly SentCommand[];
  /** Another unit, whose days last a second and a half, and whose people have messages. */
  readonly load: Load;
  /** Commands of that unit of which nothing became known, in words. */
  readonly unknown: readonly string[];
}

export async function atWork(
  house: House,
  client: Client,
  visitors: ReadonlyMap<string, Visitor>,
  { seed, seconds, commandsASecond }: Work,
  say: (text: string) => void,
): Promise<Worked> {
  const policy = chaosPolicy();
  const clock = clockFrom(new Date().toISOString(), policy);
  const load = startLoad({ client, seed, policy, clock, receptions: 1 });
  const since = Date.now();
  const until = since + seconds * 1000;
  const named = (kind: MemberKind) =>
    house.members.filter((member) => member.kind === kind).map(({ name }) => name);
  const plan = planOf(seed, seconds, { workers: named('worker'), pages: named('pages') });
  const [strikes, commands] = await Promise.all([
    carryOut(plan, house, since, say),
    command({ visitors, aSecond: commandsASecond, until }),
    ...[...visitors.values()].map((visitor, index) => look(visitor, index, until)),
  ]);
  return { strikes, commands, load, unknown: await load.finish() };
}
