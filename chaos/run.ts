/** One run: the world is started, people work, faults are injected by plan, all comes to rest, and the model judges. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { faultPlan, type FaultKind } from './fault-plan';
import { inject } from './inject';
import { startLoad, type Load } from './load/load';
import { clockFrom } from './load/received';
import { chaosPolicy } from './policy';
import { gapsIn, tallyCommands } from './model/tally';
import { killedBeforeNoting, type Told } from './model/messages';
import { randomOf } from './random';
import { untilRest } from './rest';
import { inspectLedger } from './ledger';
import { journalsIn, outboxIn } from './store';
import type { Findings } from './table';
import { verdictOn } from './verdict';
import { viewsOf } from './views';
import { startWorld, type World } from './world/world';

export interface Run {
  readonly seed: number;
  readonly faults: number;
  readonly store: string;
  /** The `temporal` program. */
  readonly temporal: string;
  readonly say: (text: string) => void;
}

/** How long a kill waits at most for an answer since the one before, ms. */
const recovery = 8000;
/** Longer than two time-outs of an activity in a row. */
const restWithin = 150_000;

export async function run({ seed, faults, store, temporal, say }: Run): Promise<Findings> {
  const since = performance.now();
  const world = await startWorld(store, temporal, randomOf(seed, 'world'));
  const connection = await Connection.connect({ address: world.place.address });
  const client = new Client({ connection });
  try {
    const policy = chaosPolicy();
    const clock = clockFrom(new Date().toISOString(), policy);
    const load = startLoad({ client, seed, policy, clock });
    say('people are at work; breaking begins');
    const injected = await breakThings(world, load, seed, faults, say);
    await world.become('apart');
    const unknown = await load.finish();
    const calmFrom = new Date().toISOString();
    say('calm: what was lost on the way is tried again');
    await pause(5000);
    const restless = [
      ...unknown,
      ...(await untilRest(client, load.zhenggai, calmFrom, restWithin)),
    ];
    const judged = await judge(world, load, calmFrom);
    return {
      seed,
      seconds: (performance.now() - since) / 1000,
      faults: injected,
      restless,
      ...judged,
    };
  } finally {
    await connection.close();
    await world.stop();
  }
}

async function breakThings(
  world: World,
  load: Load,
  seed: number,
  count: number,
  say: (text: string) => void,
): Promise<ReadonlyMap<FaultKind, number>> {
  const random = randomOf(seed, 'inject');
  const injected = new Map<FaultKind, number>();
  const waiting: Promise<void>[] = [];
  let answered = 0;
  await pause(8000);
  for (const [index, fault] of faultPlan(seed, count).entries()) {
    await world.become(fault.topology);
    await pause(fault.pause);
    if (kills(fault.kind)) answered = await untilAnswered(load, answered);
    const done = inject(fault, world, random, load.burst).then((came) => {
      if (came) injected.set(fault.kind, (injected.get(fault.kind) ?? 0) + 1);
    });
    // Those that wait for a message leave room for the others meanwhile.
    if (isForMail(fault.kind)) waiting.push(done);
    else await done;
    if (index % 5 === 4) load.repeatLast();
    if (index % 20 === 19) say(`${index + 1} faults, ${load.book.commands.length} commands`);
  }
  await Promise.all(waiting);
  return injected;
}

/** Kills come as fast as the machine gets over them: what never works again between two loses nothing either. */
async function untilAnswered({ book }: Load, before: number): Promise<number> {
  for (let waited = 0; book.answers() === before && waited < recovery; waited += 100)
    await pause(100);
  return book.answers();
}

const kills = (kind: FaultKind): boolean => !isForMail(kind) && kind !== 'clockJumped';
const isForMail = (kind: FaultKind): boolean => kind.startsWith('mail');

type Judged = Omit<Findings, 'seed' | 'seconds' | 'faults' | 'restless'>;

async function judge(world: World, load: Load, calmFrom: string): Promise<Judged> {
  const { store } = world.place;
  const views = await viewsOf(load.zhenggai, load.receptions);
  await pause(3000);
  const journals = journalsIn(store);
  const readAt = new Date().toISOString();
  const evidence = { receptions: load.receptions, journals, views, calmFrom, readAt };
  const messages = [...outboxIn(store), ...world.mail.mails];
  const ledger = await inspectLedger(store, journals);
  const verdict = verdictOn({ ...evidence, messages, excused: excuser(world) });
  const { commands } = load.book;
  return {
    ...verdict,
    sent: commands.length,
    sendings: commands.reduce((sum, { sendings }) => sum + sendings, 0),
    commands: tallyCommands(commands, (workflow) => journals.get(workflow) ?? []),
    gaps: [...journals].flatMap(([workflow, lines]) => gapsIn(workflow, lines)),
    ledger,
    workflows: journals.size,
    lines: [...journals.values()].reduce((sum, lines) => sum + lines.length, 0),
  };
}

/** Its sender was killed before it can have written down that the mail was taken, or was never told so. */
function excuser({ mail, kills }: World): (message: Told) => boolean {
  const wasKilled = killedBeforeNoting(kills());
  const cutOff = new Set([...mail.unanswered].map(({ key, at }) => `${key} ${at}`));
  return (message) =>
    message.channel === 'email' &&
    (cutOff.has(`${message.key} ${message.at}`) || wasKilled(message));
}
