/** `npm run chaos -- --flood N`: N commands to one problem as fast as many senders can, signals and updates mixed, nothing broken. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { Zhenggai } from '../client';
import { createBook } from './load/book';
import { startLoneProblem } from './load/lone-problem';
import { createSender, type Sender } from './load/sender';
import { chaosPolicy } from './policy';
import { gapsIn, tallyCommands, type CommandTally } from './model/tally';
import { randomOf } from './random';
import { journalsIn } from './store';
import { row } from './table';
import { startWorld } from './world/world';

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

export function isFloodClean({ commands, gaps, refusedByServer }: FloodFindings): boolean {
  const { lost, twice, misanswered } = commands;
  return [lost, twice, misanswered, gaps, refusedByServer].every(({ length }) => length === 0);
}

export function floodTable(findings: FloodFindings): string {
  const { sent, seconds, restSeconds, runs, events, bytes, commands } = findings;
  return [
    row('commands sent', sent),
    row('  accepted', commands.accepted),
    row('  a second', Math.round(sent / seconds)),
    row('seconds until the last was recorded, after the last answer', Math.round(restSeconds)),
    row('runs seen', runs),
    row('events of the longest', events),
    row('  its bytes', bytes),
    row('commands nobody took or answered', findings.refusedByServer.length),
    row('commands lost', commands.lost.length),
    row('commands applied twice', commands.twice.length),
    row('answers that are not the journal’s', commands.misanswered.length),
    row('journals with a gap', findings.gaps.length),
    ...findings.refusedByServer.slice(0, 3).map((each) => `  ${each}`),
  ].join('\n');
}

export interface Flood {
  readonly count: number;
  readonly store: string;
  /** The `temporal` program. */
  readonly temporal: string;
}

/** How many send at once. */
const senders = 32;

export async function flood({ count, store, temporal }: Flood): Promise<FloodFindings> {
  const world = await startWorld(store, temporal, randomOf(1, 'flood'));
  const connection = await Connection.connect({ address: world.place.address });
  try {
    return await floodWith(new Client({ connection }), store, count);
  } finally {
    await connection.close();
    await world.stop();
  }
}

async function floodWith(client: Client, store: string, count: number): Promise<FloodFindings> {
  const workflow = await startLoneProblem(client, chaosPolicy(), 'flood');
  const since = performance.now();
  const zhenggai = new Zhenggai({ client, deadlineMs: 30_000 });
  const book = createBook();
  const watching = longestRun(client, workflow);
  const refusedByServer = await sendAll(createSender(client, zhenggai, book), workflow, count);
  const seconds = (performance.now() - since) / 1000;
  await untilRecorded(zhenggai, workflow);
  const restSeconds = (performance.now() - since) / 1000 - seconds;
  const lines = journalsIn(store).get(workflow) ?? [];
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

/** Half as signals, half as updates; gives what nobody took or answered. */
async function sendAll(
  sender: Sender,
  workflow: string,
  count: number,
): Promise<readonly string[]> {
  const failures: string[] = [];
  const numbers = Array.from({ length: count }, (_each, index) => index)[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const index of numbers) {
      const fields = { text: `progress ${index}` };
      const command = { workflow, id: `flood-${index}`, event: 'report', by: 'office', fields };
      await sender
        .send(command, index % 2 === 0 ? 'signal' : 'update')
        .catch((error: unknown) => failures.push(String(error)));
    }
  };
  await Promise.all(Array.from({ length: senders }, lane));
  return failures;
}

/** Looks every half second how long the history of the current run is. */
function longestRun(client: Client, workflow: string) {
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

async function untilRecorded(zhenggai: Zhenggai, workflow: string): Promise<void> {
  for (let unrecorded = 1; unrecorded > 0; await pause(200))
    ({ unrecorded } = await zhenggai.problem(workflow));
}
