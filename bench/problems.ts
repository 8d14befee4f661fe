/** Real time-limited problems on the system's own worker: journal and messages kept in memory, or the journal where it is told. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type WorkflowHandle } from '@temporalio/client';
import type { Journal } from '../activities';
import type { Channel } from '../activities/channels/channel';
import { createChannels } from '../activities/channels/channels';
import { chineseCalendar } from '../calendar/chinese';
import type { View } from '../engine/core';
import type { StartNew } from '../engine/temporal';
import { createWorker, payloadConverterPath, type Delivered } from '../worker';
import { workflowBundle } from '../worker/bundle';
import { problemInput, rectification, type ProblemCase } from './problem-case';
import type { BenchServer } from './server';
import { watched, type WatchedJournal } from './watched-journal';

export const problemLives = ['nominal', 'extended', 'reopened'] as const;
export type ProblemLife = (typeof problemLives)[number];

export interface Problems {
  /** Lives one problem until it is signed off and at rest, at rest between two deeds too; gives its workflow's id. */
  readonly live: (life: ProblemLife) => Promise<string>;
  /** Lives a nominal one as fast as it answers; it ends when its last line is recorded. */
  readonly rush: () => Promise<void>;
  /** Starts one; resolves when the server has taken it. */
  readonly start: (problem: ProblemCase) => Promise<WorkflowHandle>;
  /** Lines recorded until now. */
  readonly lines: () => number;
  readonly stop: () => Promise<void>;
}

export interface ProblemsOptions {
  readonly onDelivered?: Delivered;
  /** Where lines are recorded; in memory by default. */
  readonly journal?: Journal;
}

export async function startProblems(
  { connection, nativeConnection }: BenchServer,
  { onDelivered = () => undefined, journal: kept = nowhere }: ProblemsOptions = {},
): Promise<Problems> {
  const taskQueue = `bench-problems-${randomUUID()}`;
  const { bundle } = await workflowBundle();
  const journal = watched(kept);
  const worker = await createWorker({
    connection: nativeConnection,
    clientConnection: connection,
    namespace: 'default',
    taskQueue,
    bundle,
    tuning: { maxCachedWorkflows: 4000 },
    onDelivered,
    dependencies: {
      calendar: chineseCalendar,
      journal,
      channels: createChannels([memory]),
      defaultChannel: 'memory',
      now: () => new Date().toISOString(),
    },
  });
  const running = worker.run();
  const client = new Client({ connection, dataConverter: { payloadConverterPath } });

  const start = (problem: ProblemCase) => startProblem(client, taskQueue, problem);
  return {
    start,
    lines: journal.lines,
    live: async (life) => {
      const handle = await start({ title: '固定资产台账不清', entry: 'accepting' });
      for (const deed of deedsOf[life]) {
        await settled(handle);
        await does(handle, deed);
        await settled(handle);
      }
      return handle.workflowId;
    },
    rush: async () => {
      const handle = await start({ title: '固定资产台账不清', entry: 'accepting' });
      for (const deed of deedsOf.nominal) await does(handle, deed);
      await recorded(journal, handle);
    },
    stop: async () => {
      worker.shutdown();
      await running;
    },
  };
}

export function startProblem(
  client: Client,
  taskQueue: string,
  problem: ProblemCase,
): Promise<WorkflowHandle> {
  const start: StartNew = {
    kind: 'new',
    machine: { name: problem.kind ?? 'timeLimited', version: '1' },
    input: problemInput(problem) as never,
  };
  return client.workflow.start('problem', {
    workflowId: `problem/bench/${randomUUID()}`,
    taskQueue,
    args: [start],
    staticSummary: problem.title,
  });
}

interface Deed {
  readonly event: string;
  readonly by: string;
  readonly fields?: object;
}

const accepted: readonly Deed[] = [
  { event: 'accept', by: 'head' },
  { event: 'plan', by: 'head', fields: { measures: [{ text: '逐笔核对' }] } },
];
const worked: readonly Deed[] = [{ event: 'report', by: 'handler', fields: { text: '已核8笔' } }];
const signedOff: readonly Deed[] = [
  { event: 'submit', by: 'handler', fields: { text: '12笔均已补齐' } },
  { event: 'approve', by: 'head' },
  { event: 'approve', by: 'leader' },
  { event: 'approve', by: 'office' },
];
const approvedPlan: Deed = { event: 'planApproved', by: rectification };
const moreTime: readonly Deed[] = [
  {
    event: 'requestExtension',
    by: 'handler',
    fields: { reason: '等待上级批复', due: '2099-06-30', progress: '过半' },
  },
  { event: 'approveExtension', by: 'leader' },
  { event: 'approveExtension', by: 'office' },
];
const relapse: Deed = { event: 'relapse', by: 'office', fields: { reason: '又发现新的问题' } };

const deedsOf: { readonly [life in ProblemLife]: readonly Deed[] } = {
  nominal: [...accepted, approvedPlan, ...worked, ...signedOff],
  extended: [...accepted, approvedPlan, ...worked, ...moreTime, ...signedOff],
  reopened: [...accepted, approvedPlan, ...worked, ...signedOff, relapse, ...signedOff],
};

async function does(handle: WorkflowHandle, { event, by, fields = {} }: Deed): Promise<void> {
  if (by === rectification) await handle.signal(event, { by: { workflow: by } });
  else await handle.executeUpdate(event, { args: [{ ...fields, by }] });
}

/** Nothing is under way, and every line is recorded: asked again and again. */
async function settled(handle: WorkflowHandle): Promise<void> {
  for (;;) {
    const { underWay, unrecorded } = await handle.query<View>('view');
    if (underWay.length === 0 && unrecorded === 0) return;
    await pause(10);
  }
}

/**
 * Nothing is under way, and every line is recorded: asked when something has been recorded, and not while nothing is. A question
 * costs about half a command, so whoever asked again and again would charge a journal that takes its time for being asked more.
 */
async function recorded(journal: WatchedJournal, handle: WorkflowHandle): Promise<void> {
  for (;;) {
    const more = journal.next(handle.workflowId);
    const { underWay, sequence } = await handle.query<View>('view');
    if (underWay.length === 0 && journal.last(handle.workflowId) === sequence) return;
    await more;
  }
}

const nowhere: Journal = {
  append: () => Promise.resolve(),
  read: () => Promise.resolve([]),
};

const memory: Channel = {
  name: 'memory',
  send: ({ key }) => {
    const at = new Date().toISOString();
    return Promise.resolve({ key, channel: 'memory', outcome: 'sent', at, detail: '' });
  },
};
