/** `npm run chaos -- --flood N`: N commands to one problem as fast as many senders can, signals and updates mixed, nothing broken. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { Zhenggai } from '../client';
import type { StartNew } from '../engine/temporal';
import { realTime } from '../domain/plan-clock';
import type { Policy } from '../domain/policy';
import { problemContext, problemVersion } from '../machines';
import { taskQueue, workflowTypes } from '../workflows/contract';
import { createBook } from './load/book';
import { receptionOf } from './load/received';
import { createSender, type Manner } from './load/sender';
import { gapsIn, tallyCommands, type CommandTally } from './model/tally';
import { randomOf } from './random';
import { journalsIn } from './store';
import type { World } from './world/world';

export interface FloodFindings {
  readonly sent: number;
  readonly seconds: number;
  /** From the last answer until every line was recorded. */
  readonly restSeconds: number;
  readonly runs: number;
  /** Of the longest run. */
  readonly events: number;
  readonly bytes: number;
  readonly refusedByServer: readonly string[];
  readonly commands: CommandTally;
  readonly gaps: readonly string[];
}

const workflow = 'problem/flood/1';

export async function flood(
  world: World,
  policy: Policy,
  count: number,
  senders: number,
): Promise<FloodFindings> {
  const connection = await Connection.connect({ address: world.place.address });
  try {
    return await floodWith(new Client({ connection }), world, policy, count, senders);
  } finally {
    await connection.close();
  }
}

async function floodWith(
  client: Client,
  world: World,
  policy: Policy,
  count: number,
  senders: number,
): Promise<FloodFindings> {
  await start(client, policy);
  const since = performance.now();
  const zhenggai = new Zhenggai({ client, deadlineMs: 30_000 });
  const book = createBook();
  const sender = createSender(client, zhenggai, book);
  const refusedByServer: string[] = [];
  const numbers = Array.from({ length: count }, (_each, index) => index)[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const index of numbers) {
      const command = { workflow, id: `flood-${index}`, event: 'report', by: 'office' };
      const manner: Manner = index % 2 === 0 ? 'signal' : 'update';
      await sender
        .send({ ...command, fields: { text: `progress ${index}` } }, manner)
        .catch((error: unknown) => refusedByServer.push(String(error)));
    }
  };
  const watching = longestRun(client);
  await Promise.all(Array.from({ length: senders }, lane));
  const seconds = (performance.now() - since) / 1000;
  await untilRecorded(zhenggai);
  const restSeconds = (performance.now() - since) / 1000 - seconds;
  const lines = journalsIn(world.place.store).get(workflow) ?? [];
  return {
    sent: count,
    seconds,
    restSeconds,
    ...(await watching.stop()),
    refusedByServer,
    commands: tallyCommands(book.commands, () => lines),
    gaps: gapsIn(workflow, lines),
  };
}

async function start(client: Client, policy: Policy): Promise<void> {
  const now = new Date().toISOString();
  const received = { id: 'flood', at: now, problems: 1, policy, clock: realTime };
  const reception = receptionOf(received, randomOf(1, 'flood'));
  const [problem] = reception.problems;
  if (problem === undefined) throw new Error('no problem');
  const { unit, feedbackOn, people } = reception;
  const shared = { now, rectification: null, unit, feedbackOn, policy, clock: realTime, people };
  const input = problemContext({ ...problem, entry: 'rectifying', due: '2099-12-31' }, shared);
  const machine = { name: problem.kind, version: problemVersion };
  const startNew: StartNew = { kind: 'new', machine, input: input as never };
  await client.workflow.start(workflowTypes.problem, {
    workflowId: workflow,
    taskQueue,
    args: [startNew],
  });
}

/** Looks every half second how long the history of the current run is. */
function longestRun(client: Client) {
  const runs = new Set<string>();
  const longest = { events: 0, bytes: 0 };
  let over = false;
  const watching = (async (): Promise<void> => {
    while (!over) {
      const {
        runId,
        historyLength,
        historySize = 0,
      } = await client.workflow.getHandle(workflow).describe();
      runs.add(runId);
      longest.events = Math.max(longest.events, historyLength);
      longest.bytes = Math.max(longest.bytes, historySize);
      await pause(500);
    }
  })();
  return {
    stop: async () => {
      over = true;
      await watching;
      return { runs: runs.size, ...longest };
    },
  };
}

async function untilRecorded(zhenggai: Zhenggai): Promise<void> {
  for (let unrecorded = 1; unrecorded > 0; await pause(200))
    ({ unrecorded } = await zhenggai.problem(workflow));
}
