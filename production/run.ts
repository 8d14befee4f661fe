/** One run: people come to the house, its processes are struck while they work, all comes to rest, and what is left is gathered. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { differenceOf } from '../bench/pages/difference';
import type { Visitor } from '../bench/pages/visitor';
import type { Line } from '../chaos/model/history';
import { gapsIn, tallyCommands } from '../chaos/model/tally';
import { untilRest } from '../chaos/rest';
import { verdictOn, type Verdict } from '../chaos/verdict';
import { viewsOf } from '../chaos/views';
import { Zhenggai } from '../client';
import { mapBounded } from '../client/bounded';
import { openLedger, type Ledger } from '../ledger';
import { atWork, type Worked } from './at-work';
import type { Evidence } from './evidence';
import { noteAnswers } from './load/answers';
import { crowdComes } from './load/crowd';
import { excuserFor, messagesIn } from './messages';
import { reconciled, verified } from './operator';
import type { Options } from './options';
import { taskTimeouts } from './task-timeouts';
import { watchMetrics } from './watch/watch';
import type { House } from './world/house';

/** After the last command: until it is recorded, told, and asked for by the calmest of pages, ms. */
const settles = 12_000;
/** Longer than two time-outs of an activity in a row. */
const restWithin = 150_000;
const deadlineMs = 60_000;

export async function run(
  house: House,
  options: Options,
  say: (text: string) => void,
): Promise<Evidence> {
  const since = performance.now();
  const { address, namespace } = house.temporal;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const ledger = await openLedger(house.databaseUrl);
  const watch = watchMetrics(house.members);
  const answers = noteAnswers();
  try {
    const zhenggai = new Zhenggai({ client, deadlineMs });
    const { url, firstLink } = house;
    const { people } = options;
    const visitors = await crowdComes({ url, firstLink, zhenggai, ledger, people, answers });
    say(`${visitors.size} people have signed in`);
    const worked = await atWork(house, client, visitors, options, say);
    const calmFrom = new Date().toISOString();
    say('people have stopped; what is under way comes to rest');
    await pause(settles);
    const pages = await lookedInto(visitors);
    const restless = await untilRest(client, worked.load.zhenggai, calmFrom, restWithin);
    const journals = await journalsOf(ledger);
    const { strikes, commands, load, unknown } = worked;
    return {
      ...{ seed: options.seed, strikes, commands, pages },
      ...(await judged(house, worked, journals, calmFrom)),
      answers: answers.all(),
      balancer: house.balancer.tally(),
      besides: load.book.commands.length,
      tally: tallyCommands(
        [...commands, ...load.book.commands],
        (workflow) => journals.get(workflow) ?? [],
      ),
      timeouts: await taskTimeouts(client, [...journals.keys()]),
      gaps: [...journals].flatMap(([workflow, lines]) => gapsIn(workflow, lines)),
      lines: [...journals.values()].reduce((sum, lines) => sum + lines.length, 0),
      restless: [...unknown, ...restless],
      verify: await verified(house),
      reconcile: await reconciled(house),
      metrics: watch.seen(),
      seconds: (performance.now() - since) / 1000,
    };
  } finally {
    watch.stop();
    await ledger.close();
    await connection.close();
  }
}

/** What is shown, and whose session goes on. */
async function lookedInto(visitors: ReadonlyMap<string, Visitor>): Promise<Evidence['pages']> {
  const all = [...visitors];
  const pairs = await mapBounded(all, 4, ([, visitor]) => visitor.shownAndFresh());
  const compared = pairs.flatMap((pair) => pair ?? []);
  const todo = await mapBounded(all, 4, ([, visitor]) => visitor.get('/todo'));
  visitors.forEach((visitor) => visitor.close());
  return {
    people: all.length,
    signedOut: all.flatMap(([id], index) => (todo[index]?.status === 200 ? [] : [id])),
    compared: compared.length,
    stale: compared
      .filter(({ shown, fresh }) => shown !== fresh)
      .map(({ shown, fresh }) => differenceOf(shown, fresh)),
  };
}

async function journalsOf({
  keeping,
  read,
}: Ledger): Promise<ReadonlyMap<string, readonly Line[]>> {
  const workflows = await keeping.workflows();
  const journals = await mapBounded(
    workflows,
    4,
    async (workflow) => (await read(workflow)) as unknown as readonly Line[],
  );
  return new Map(workflows.map((workflow, index) => [workflow, journals[index] ?? []]));
}

/** By the model that chaos/ judges by. */
async function judged(
  house: House,
  { load, strikes }: Worked,
  journals: ReadonlyMap<string, readonly Line[]>,
  calmFrom: string,
): Promise<Verdict> {
  const { receptions, zhenggai } = load;
  const views = await viewsOf(zhenggai, receptions);
  await pause(3000);
  const readAt = new Date().toISOString();
  return verdictOn({
    ...{ receptions, journals, views, calmFrom, readAt },
    ...{ messages: messagesIn(house), excused: excuserFor(strikes) },
  });
}
