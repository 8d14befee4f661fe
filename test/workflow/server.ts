/** The real time-skipping server with a worker of ours, one a test file. Keeps journals in memory and messages in a list. */
import { randomUUID } from 'node:crypto';
import { Client, type WorkflowClientInterceptor } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { createActivities, type JournalLine } from '../../activities';
import { createChannels } from '../../activities/channels/channels';
import type { Message } from '../../activities/channels/channel';
import { chineseCalendar } from '../../calendar/chinese';
import { beginAgain } from '../../cli/up/begin-again';
import type { Calendar } from '../../domain/calendar';
import type { Tracing } from '../../tracing';
import { addToDigestBy } from '../../worker/add-to-digest';
import { createWorker, payloadConverterPath } from '../../worker';
import { searchAttributes } from '../../workflows/contract';
import { installRuntime } from '../runtime';
import { workflowBundle } from './bundles';

export interface Server {
  readonly env: TestWorkflowEnvironment;
  readonly client: Client;
  readonly taskQueue: string;
  /** Every message that was sent, in order. */
  readonly messages: readonly Message[];
  /** A workflow's lines, in order. */
  readonly journal: (workflow: string) => readonly JournalLine[];
  /** Replays the last run of each workflow from its history; gives what went wrong, by workflow. */
  readonly replay: (workflows: readonly string[]) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

export interface Options {
  /** The development server, which people run and which skips no time. */
  readonly real?: true;
  /** 0: every step replays the whole history. */
  readonly maxCachedWorkflows?: number;
  /** Digests have a worker of their own that keeps them in memory: half of all tasks are theirs, and replaying takes its time. */
  readonly digestsApart?: true;
  /** Other than the real one. */
  readonly calendar?: Calendar;
  /** Other workflows than ours. */
  readonly bundle?: WorkflowBundle;
  /** Told of each activity and step. */
  readonly tracing?: Tracing;
  /** Activities fail because they are meant to: nothing is shown of it. */
  readonly failing?: true;
  /** Called before each message is sent: throws where a channel fails. */
  readonly beforeSending?: () => void;
}

export async function startServer(options: Options = {}): Promise<Server> {
  const { maxCachedWorkflows, calendar = chineseCalendar, beforeSending, digestsApart } = options;
  installRuntime({ silent: options.failing ?? false });
  const env = await newEnvironment(options);
  const namespace = env.namespace ?? 'default';
  await env.connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: attributeTypes(),
  });
  const taskQueue = `test-${randomUUID()}`;
  const client = new Client({
    connection: env.connection,
    namespace,
    dataConverter: { payloadConverterPath },
    interceptors: { workflow: [patientTasks] },
  });
  const messages: Message[] = [];
  const lines = new Map<string, JournalLine[]>();
  const dependencies = {
    calendar,
    journal: memoryJournal(lines),
    channels: createChannels([listChannel(messages, beforeSending)]),
    defaultChannel: 'list',
    now: () => new Date().toISOString(),
  };
  const { bundle = await workflowBundle() } = options;
  const { nativeConnection: connection } = env;
  const ordinary = {
    connection,
    clientConnection: env.connection,
    namespace,
    bundle,
    dependencies,
    ...(options.tracing === undefined ? {} : { tracing: options.tracing }),
  };
  const tuning = {
    stickyQueueScheduleToStartTimeout: patience,
    ...(maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows }),
  };
  const digestQueue = `${taskQueue}-digests`;
  const workers =
    digestsApart === undefined
      ? [await createWorker({ ...ordinary, taskQueue, tuning })]
      : [
          await Worker.create({
            ...{ connection, namespace, taskQueue, workflowBundle: bundle, ...tuning },
            // A replaying task takes long: one that waits its turn here would run out of time, on the server it does not.
            ...{ maxConcurrentWorkflowTaskExecutions: 2, maxConcurrentWorkflowTaskPolls: 1 },
            activities: createActivities({
              ...dependencies,
              addToDigest: addToDigestBy(client.workflow, digestQueue),
            }),
            dataConverter: { payloadConverterPath },
          }),
          await createWorker({
            ...ordinary,
            taskQueue: digestQueue,
            tuning: { stickyQueueScheduleToStartTimeout: patience },
          }),
        ];
  const running = workers.map((worker) => worker.run());
  return {
    env,
    client,
    taskQueue,
    messages,
    journal: (workflow) => lines.get(workflow) ?? [],
    replay: (workflows) => replay(client, bundle, workflows),
    stop: () => stop(workers, running, env),
  };
}

/**
 * How long a task may take. Tried: once one has run out of time, or waited too long in its worker's own queue, the
 * time-skipping server never gives the update that came with it to anybody again, and its sender waits for ever.
 */
const patience = '2 minutes';

const patientTasks: WorkflowClientInterceptor = {
  start: (input, next) =>
    next({ ...input, options: { ...input.options, workflowTaskTimeout: msToTs(patience) } }),
};

function newEnvironment({ real }: Options): Promise<TestWorkflowEnvironment> {
  const { TEMPORAL_TEST_SERVER_PATH, TEMPORAL_CLI_PATH } = process.env;
  const begin = (): Promise<TestWorkflowEnvironment> =>
    real === undefined
      ? TestWorkflowEnvironment.createTimeSkipping(existing(TEMPORAL_TEST_SERVER_PATH))
      : TestWorkflowEnvironment.createLocal(existing(TEMPORAL_CLI_PATH));
  return beginAgain(begin, () => true);
}

/** The program that set-up found; without one the SDK looks for its own. */
function existing(path: string | undefined) {
  return path === undefined
    ? {}
    : { server: { executable: { type: 'existing-path' as const, path } } };
}

async function replay(
  client: Client,
  workflowBundle: WorkflowBundle,
  workflows: readonly string[],
): Promise<readonly string[]> {
  const histories = workflows.map(async (workflowId) => ({
    workflowId,
    history: await client.workflow.getHandle(workflowId).fetchHistory(),
  }));
  const options = { workflowBundle, dataConverter: { payloadConverterPath } };
  const failures: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(
    options,
    await Promise.all(histories),
  ))
    if (error !== undefined) failures.push(`${workflowId}: ${error.message}`);
  return failures;
}

async function stop(
  workers: readonly Worker[],
  running: readonly Promise<void>[],
  env: TestWorkflowEnvironment,
): Promise<void> {
  for (const worker of workers) worker.shutdown();
  await Promise.all(running);
  await env.teardown();
}

function attributeTypes(): Record<string, temporal.api.enums.v1.IndexedValueType> {
  const types = temporal.api.enums.v1.IndexedValueType;
  return Object.fromEntries(
    Object.entries(searchAttributes).map(([name, type]) => [
      name,
      types[`INDEXED_VALUE_TYPE_${type}`],
    ]),
  );
}

function memoryJournal(lines: Map<string, JournalLine[]>) {
  return {
    append: (workflow: string, fresh: readonly JournalLine[]): Promise<void> => {
      const kept = lines.get(workflow) ?? [];
      const last = kept.at(-1)?.sequence ?? 0;
      lines.set(workflow, [...kept, ...fresh.filter((line) => line.sequence > last)]);
      return Promise.resolve();
    },
    read: (workflow: string) => Promise.resolve(lines.get(workflow) ?? []),
  };
}

function listChannel(messages: Message[], beforeSending: () => void = () => undefined) {
  return {
    name: 'list',
    send: async (message: Message) => {
      await Promise.resolve(beforeSending());
      const known = messages.some((each) => each.key === message.key);
      if (!known) messages.push(message);
      const at = new Date().toISOString();
      const outcome = known ? 'alreadySent' : 'sent';
      return { key: message.key, channel: 'list', outcome, at, detail: '' } as const;
    },
  };
}
