/** When everybody has stopped: waits until nothing is under way, then looks at the pages, the journals, the messages and the record. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { differenceOf } from '../bench/pages/difference';
import { isUpToDate, type Visitor } from '../bench/pages/visitor';
import type { Line } from '../chaos/model/history';
import { gapsIn, tallyCommands } from '../chaos/model/tally';
import { untilRest } from '../chaos/rest';
import { verdictOn, type Verdict } from '../chaos/verdict';
import { viewsOf } from '../chaos/views';
import { mapBounded } from '../client/bounded';
import type { Ledger } from '../ledger';
import type { Worked } from './at-work';
import type { Evidence } from './evidence';
import { excuserFor, messagesIn } from './messages';
import { reconciled, verified } from './operator';
import { taskTimeouts } from './task-timeouts';
import type { House } from './world/house';

export interface Left {
  readonly house: House;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly visitors: ReadonlyMap<string, Visitor>;
  readonly worked: Worked;
}

type Gathered = Omit<Evidence, 'seed' | 'seconds' | 'answers' | 'metrics'>;
type Journals = ReadonlyMap<string, readonly Line[]>;

/** After the last command: until it is recorded, told, and asked for by the calmest of pages, ms. */
const settles = 12_000;
/** Longer than two time-outs of an activity in a row. */
const restWithin = 150_000;

export async function gather({ house, client, ledger, visitors, worked }: Left): Promise<Gathered> {
  const { strikes, commands, load, unknown } = worked;
  const calmFrom = new Date().toISOString();
  await pause(settles);
  const pages = await lookedInto(visitors);
  const restless = await untilRest(client, load.zhenggai, calmFrom, restWithin);
  const journals = await journalsOf(ledger);
  return {
    ...{ strikes, commands, pages, restless: [...unknown, ...restless] },
    besides: load.book.commands.length,
    balancer: house.balancer.tally(),
    ...(await judged(house, worked, journals, calmFrom)),
    ...linesIn(journals, worked),
    timeouts: await taskTimeouts(client, [...journals.keys()]),
    verify: await verified(house),
    reconcile: await reconciled(house),
  };
}

/** What is shown, and whose session goes on. */
async function lookedInto(visitors: ReadonlyMap<string, Visitor>): Promise<Evidence['pages']> {
  const all = [...visitors];
  const pairs = await mapBounded(all, 4, ([, visitor]) => visitor.shownAndFresh());
  const compared = pairs.flat();
  const todo = await mapBounded(all, 4, ([, visitor]) => visitor.get('/todo'));
  visitors.forEach((visitor) => visitor.close());
  return {
    people: all.length,
    signedOut: all.flatMap(([id], index) => (todo[index]?.status === 200 ? [] : [id])),
    compared: compared.length,
    stale: compared
      .filter((each) => !isUpToDate(each))
      .map(({ path, shown, fresh }) => `${path} ${differenceOf(shown, fresh)}`),
  };
}

async function journalsOf({ keeping, read }: Ledger): Promise<Journals> {
  const workflows = await keeping.workflows();
  const journals = await mapBounded(
    workflows,
    4,
    async (workflow) => (await read(workflow)) as unknown as readonly Line[],
  );
  return new Map(workflows.map((workflow, index) => [workflow, journals[index] ?? []]));
}

function linesIn(
  journals: Journals,
  { commands, load }: Worked,
): Pick<Evidence, 'tally' | 'gaps' | 'lines'> {
  return {
    tally: tallyCommands(
      [...commands, ...load.book.commands],
      (workflow) => journals.get(workflow) ?? [],
    ),
    gaps: [...journals].flatMap(([workflow, lines]) => gapsIn(workflow, lines)),
    lines: [...journals.values()].reduce((sum, lines) => sum + lines.length, 0),
  };
}

/** By the model that chaos/ judges by. */
async function judged(
  house: House,
  { load, strikes }: Worked,
  journals: Journals,
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
