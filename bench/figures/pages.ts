/** The pages under load: many people look and are kept up to date, while commands come; every page shows the last change in the end. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Zhenggai } from '../../client';
import { startChild, type Child } from '../child';
import { databasesHere, openBenchLedger } from '../databases';
import type { Bench, Figure, Row } from '../figure';
import { crowdId, handlerOf, peopleOfCrowd, problemCount, receptionOfCrowd } from '../pages/crowd';
import type { PageLoad } from '../options';
import type { Answer } from '../pages/asking';
import { differenceOf } from '../pages/difference';
import { watchProcessors, type Watched } from '../pages/processors';
import { byOneClick, isUpToDate, visit, type Visitor } from '../pages/visitor';
import { estimateQuantile, exact, type Estimate } from '../statistics';
import { mapBounded } from '../../client/bounded';

const full: PageLoad = { people: 200, commandsASecond: 20, seconds: 300 };
const small: PageLoad = { people: 20, commandsASecond: 4, seconds: 20 };

/** How long somebody looks at a page before they open another, ms. */
const looksFor = 15_000;
/** After the last command: until it is recorded, told, and asked for by the calmest of pages, ms. */
const settles = 12_000;

/** What the n-th opens in turn. */
const pathsOf = (index: number) => [
  `/rectifications/${crowdId}`,
  `/ledger/${crowdId}`,
  '/todo',
  `/problems/${crowdId}/${1 + (index % problemCount)}`,
];

export const pages: Figure = {
  name: 'pages',
  title: 'Pages under load',
  measure: async (bench) => {
    const load = bench.options.load ?? (bench.options.quick ? small : full);
    const world = await startWorld(bench, load);
    try {
      const measured = await underLoad(bench, world, load);
      return { rows: rowsOf(load, measured), raw: measured };
    } finally {
      await world.stop();
    }
  },
};

interface World {
  readonly url: string;
  readonly pageProcess: Child;
  readonly watched: Watched;
  readonly stop: () => Promise<void>;
}

async function startWorld(bench: Bench, { people: count }: PageLoad): Promise<World> {
  const { profile } = bench.options;
  const server = await bench.server();
  const database = databasesHere(bench.say).at(-1) ?? 'PGlite';
  bench.say(`pages: the ledger is on ${database}`);
  const { ledger, pid, stop: stopLedger } = await openBenchLedger(database);
  const worker = startChild('recording-worker', [server.address, ledger.url], profile);
  await worker.next();
  const people = peopleOfCrowd(count);
  const reception = receptionOfCrowd(people, new Date().toISOString().slice(0, 10));
  await new Zhenggai({ client: server.client, deadlineMs: 60_000 }).receive(reception);
  while ((await ledger.problems({ rectification: crowdId })).length < problemCount)
    await bench.pause(200);
  const folder = mkdtempSync(join(server.store.path, 'pages-'));
  const pageProcess = startChild('pages', [server.address, ledger.url, crowdId, folder], profile);
  const url = String(await pageProcess.next());
  return {
    ...{ url, pageProcess },
    watched: {
      'page process': { pid: pageProcess.pid },
      worker: { pid: worker.pid },
      'Temporal server': { pid: server.pid },
      ...(pid === null ? {} : { [database]: { pid } }),
      'the people': { pid: process.pid, alone: true },
    },
    stop: async () => {
      await pageProcess.stop();
      await worker.stop();
      await stopLedger();
    },
  };
}

interface Measured {
  /** Milliseconds. */
  readonly opened: readonly number[];
  readonly live: readonly number[];
  readonly commands: readonly number[];
  /** Commands a second that were really sent. */
  readonly pace: number;
  readonly failed: Readonly<Record<string, number>>;
  readonly lost: number;
  /** Where what is shown parts from what is so. */
  readonly differences: readonly string[];
  readonly compared: number;
  /** While commands came: 1 is one of them all the time. */
  readonly processors: Readonly<Record<string, number>>;
  /** Bytes in use: once everybody is there, when half of the commands have been sent, and in the end. */
  readonly memory: readonly [number, number, number];
}

async function underLoad(bench: Bench, world: World, load: PageLoad): Promise<Measured> {
  const { url, pageProcess, watched } = world;
  const [opened, live, commands]: [number[], number[], number[]] = [[], [], []];
  const failed: Record<string, number> = {};
  const note = (into: number[], { status, ms }: Answer, what: string): void => {
    if (status === 200) into.push(ms);
    else failed[`${what} ${status}`] = (failed[`${what} ${status}`] ?? 0) + 1;
  };
  const people = peopleOfCrowd(load.people).slice(0, load.people);
  const visitors = await mapBounded(people, 8, ({ id }) =>
    visit({ base: url, signIn: byOneClick(id), onLive: (answer) => note(live, answer, 'live') }),
  );
  bench.say(`pages: ${visitors.length} people look at ${pathsOf(0).join(', ')}`);
  const until = Date.now() + load.seconds * 1000;
  const looking = visitors.map((visitor, index) =>
    look(bench, visitor, { index, until }, (answer, path) => note(opened, answer, path)),
  );
  await bench.pause(looksFor + 2000);
  const memoryNow = async () => Number(await pageProcess.ask('memory'));
  const before = await memoryNow();
  const halfway = bench.pause(((load.seconds - looksFor / 1000) / 2) * 1000).then(memoryNow);
  const taken = watchProcessors(watched);
  const pace = await command(bench, visitors, load, (answer) => note(commands, answer, 'command'));
  const processors = taken();
  await Promise.all(looking);
  await bench.pause(settles);
  const memory = [before, await halfway, await memoryNow()] as const;
  const pairs = await mapBounded(visitors, 8, (visitor) => visitor.shownAndFresh());
  const compared = pairs.flat();
  visitors.forEach((visitor) => visitor.close());
  const lost = compared.filter((each) => !isUpToDate(each));
  return {
    ...{ opened, live, commands, failed, pace, memory, compared: compared.length },
    processors,
    ...{
      lost: lost.length,
      differences: lost.map(({ path, shown, fresh }) => `${path} ${differenceOf(shown, fresh)}`),
    },
  };
}

interface Looking {
  readonly index: number;
  readonly until: number;
}

/** Opens one page after another; the last stays open. */
async function look(
  bench: Bench,
  visitor: Visitor,
  { index, until }: Looking,
  onOpened: (answer: Answer, path: string) => void,
): Promise<void> {
  await bench.pause((index * 7919) % looksFor);
  const paths = pathsOf(index);
  for (let turn = index; Date.now() < until; turn += 1) {
    const path = paths[turn % paths.length] ?? '/';
    onOpened(await visitor.open(path), path);
    await bench.pause(looksFor);
  }
}

/** At a steady pace, whatever becomes of those before. Each problem's handler reports in turn. */
async function command(
  bench: Bench,
  visitors: readonly Visitor[],
  { people, commandsASecond, seconds }: PageLoad,
  onAnswer: (answer: Answer) => void,
): Promise<number> {
  const ids = peopleOfCrowd(people).map(({ id }) => id);
  const reporting = Array.from({ length: problemCount }, (_each, index) => ({
    path: `/api/v1/rectifications/${crowdId}/problems/${index + 1}/events/report`,
    visitor: visitors[ids.indexOf(handlerOf(index))],
  })).filter(({ visitor }) => visitor !== undefined);
  const sent: Promise<void>[] = [];
  const began = Date.now();
  const turns = commandsASecond * (seconds - looksFor / 1000);
  for (let turn = 0; turn < turns; turn += 1) {
    const { visitor, path = '' } = reporting[turn % reporting.length] ?? {};
    const body = { text: `第${turn + 1}次报告进展` };
    if (visitor !== undefined)
      sent.push(visitor.post(path, body, `bench-${turn}`).then(onAnswer, () => undefined));
    await bench.pause(Math.max(0, began + ((turn + 1) * 1000) / commandsASecond - Date.now()));
  }
  await Promise.all(sent);
  return (turns * 1000) / (Date.now() - began);
}

const megabyte = 1024 * 1024;

function rowsOf(load: PageLoad, measured: Measured): readonly Row[] {
  const { opened, live, commands, failed, pace, lost, compared, memory, processors } = measured;
  const refused = Object.values(failed).reduce((sum, each) => sum + each, 0);
  const times = (what: string, samples: readonly number[], q: number): Row => ({
    ...{ what, unit: 'ms' },
    values: samples.length === 0 ? {} : { ours: estimateQuantile(samples, q) },
    ...(q === 0.95 ? { target: { of: 'ours', bound: 'atMost', value: 300 } as const } : {}),
  });
  const count = (what: string, value: number, unit = ''): Row => ({
    ...{ what, unit },
    values: { ours: exact(value) satisfies Estimate },
  });
  return [
    count('people', load.people),
    count('commands a second', pace),
    times('a page opened, p50', opened, 0.5),
    times('a page opened, p95', opened, 0.95),
    times('a live part anew, p50', live, 0.5),
    times('a live part anew, p95', live, 0.95),
    times('a command, p50', commands, 0.5),
    times('a command, p95', commands, 0.95),
    count('answers', opened.length + live.length + commands.length),
    { ...count('not answered as asked', refused), target: none },
    count('parts of pages compared in the end', compared),
    { ...count('lost updates', lost), target: none },
    count('memory in use once all are there', memory[0] / megabyte, 'MB'),
    count('memory in use halfway', memory[1] / megabyte, 'MB'),
    count('memory in use in the end', memory[2] / megabyte, 'MB'),
    ...Object.entries(processors).map(([name, share]) => count(`processors: ${name}`, share)),
  ];
}

const none = { of: 'ours', bound: 'atMost', value: 0 } as const;
