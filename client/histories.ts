/**
 * What Temporal itself still holds of the journals: the lines that workflows handed to their recordings, read from histories
 * page by page. Knows nothing of where lines are kept.
 */
import type { WorkflowHandle } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { PersistedState } from '../engine/core';
import type { Start } from '../engine/temporal';
import { workflowTypes } from '../workflows/contract';
import { call, type Calls } from './calls';
import { TargetUnknown } from './errors';

/** A workflow that Temporal has, open or closed, with the runs that its index knows. */
export interface HeldWorkflow {
  readonly workflow: string;
  /** Oldest first. */
  readonly runs: readonly string[];
  readonly open: boolean;
}

/** Lines of a workflow, in order, and how many came before them. */
export interface HeldLines {
  readonly after: number;
  readonly lines: readonly HeldLine[];
}

export interface HeldLine {
  readonly sequence: number;
  readonly [field: string]: unknown;
}

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type HistoryPage = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse;

/** Events asked for at once: with the largest recordings some megabytes. */
const eventsPerPage = 200;

/** Every workflow of ours that the server's index knows, in the order of their ids. */
export async function heldWorkflows(calls: Calls): Promise<readonly HeldWorkflow[]> {
  const types = Object.values(workflowTypes).map((type) => `"${type}"`);
  const query = `WorkflowType IN (${types.join(', ')})`;
  const found = new Map<string, { at: number; runId: string; open: boolean }[]>();
  const pages = calls.client.workflow.list({ query });
  for await (const { workflowId, runId, startTime, status } of pages) {
    const run = { at: startTime.getTime(), runId, open: status.name === 'RUNNING' };
    if (isOurs(workflowId)) found.set(workflowId, [...(found.get(workflowId) ?? []), run]);
  }
  return [...found]
    .map(([workflow, runs]) => ({
      workflow,
      runs: runs.sort((a, b) => a.at - b.at).map(({ runId }) => runId),
      open: runs.some(({ open }) => open),
    }))
    .sort((a, b) => (a.workflow < b.workflow ? -1 : 1));
}

/** Also of one that the index does not know; null where there is none. */
export async function heldWorkflow(calls: Calls, workflow: string): Promise<HeldWorkflow | null> {
  const current = await currentRun(calls, workflow);
  return current === null ? null : { workflow, runs: [current.runId], open: current.open };
}

/** The lines of all runs that still exist, oldest first. What continue-as-new carried over comes twice. */
export async function* linesHeld(calls: Calls, held: HeldWorkflow): AsyncGenerator<HeldLines> {
  for (const run of await runsOf(calls, held))
    for await (const event of eventsOf(calls, held.workflow, run)) {
      const lines = await linesIn(calls, event);
      if (lines !== null) yield lines;
    }
}

function isOurs(workflow: string): boolean {
  return Object.values(workflowTypes).some((type) => workflow.startsWith(`${type}/`));
}

/** The index is a moment behind: the newest runs are found by going back from the one that runs now. */
async function runsOf(calls: Calls, held: HeldWorkflow): Promise<readonly string[]> {
  const known = new Set(held.runs);
  const newer: string[] = [];
  let run = (await currentRun(calls, held.workflow))?.runId ?? '';
  while (run !== '' && !known.has(run)) {
    newer.unshift(run);
    run = await runBefore(calls, held.workflow, run);
  }
  return [...held.runs, ...newer];
}

async function runBefore(calls: Calls, workflow: string, run: string): Promise<string> {
  for await (const event of eventsOf(calls, workflow, run))
    return event.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  return '';
}

async function currentRun(calls: Calls, workflow: string) {
  const handle: WorkflowHandle = calls.client.workflow.getHandle(workflow);
  const found = await orGone(call(calls, workflow, () => handle.describe()));
  return found === null ? null : { runId: found.runId, open: found.status.name === 'RUNNING' };
}

/** None of a run that retention has taken away, whatever the index says. */
async function* eventsOf(
  calls: Calls,
  workflowId: string,
  runId: string,
): AsyncGenerator<HistoryEvent> {
  let token: Uint8Array | null = null;
  do {
    const page: HistoryPage | null = await pageOf(calls, { workflowId, runId }, token);
    yield* page?.history?.events ?? [];
    token = page?.nextPageToken ?? null;
  } while (token !== null && token.length > 0);
}

function pageOf(
  calls: Calls,
  execution: { readonly workflowId: string; readonly runId: string },
  nextPageToken: Uint8Array | null,
): Promise<HistoryPage | null> {
  const { workflowService, options } = calls.client;
  const asked = { namespace: options.namespace, execution, nextPageToken };
  return orGone(
    call(calls, execution.workflowId, () =>
      workflowService.getWorkflowExecutionHistory({ ...asked, maximumPageSize: eventsPerPage }),
    ),
  );
}

/** What a recording was given, or what a run began with; null for every other event. */
async function linesIn(calls: Calls, event: HistoryEvent): Promise<HeldLines | null> {
  const scheduled = event.activityTaskScheduledEventAttributes;
  if (scheduled?.activityType?.name === 'record') {
    const request = await firstOf<{ readonly lines: readonly HeldLine[] }>(
      calls,
      scheduled.input?.payloads,
    );
    const lines = request?.lines ?? [];
    return { after: (lines[0]?.sequence ?? 1) - 1, lines };
  }
  const started = event.workflowExecutionStartedEventAttributes;
  if (started === undefined || started === null) return null;
  const start = await firstOf<Start>(calls, started.input?.payloads);
  return start === null ? null : carriedBy(start);
}

function carriedBy(start: Start): HeldLines {
  if (start.kind === 'new') return { after: start.previous?.sequence ?? 0, lines: [] };
  const { lines, sequence }: PersistedState = start.state;
  return { after: sequence - lines.length, lines: lines.map((line) => ({ ...line })) };
}

/** As the client decodes whatever it is given: codecs first, then the payload converter. */
async function firstOf<Value>(
  { client }: Calls,
  payloads: readonly Payload[] | null | undefined,
): Promise<Value | null> {
  const { payloadCodecs, payloadConverter } = client.options.loadedDataConverter;
  let decoded = [...(payloads ?? [])].slice(0, 1);
  for (const codec of [...payloadCodecs].reverse()) decoded = await codec.decode(decoded);
  const [first] = decoded;
  return first === undefined ? null : payloadConverter.fromPayload<Value>(first);
}

async function orGone<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TargetUnknown) return null;
    throw error;
  }
}
