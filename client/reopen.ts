/**
 * Commands to a closed problem. The pure core tries the command on the old state first, so that a repeated command is
 * answered as before and a refused one starts nothing; only a relapse starts the workflow again.
 */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  begin,
  restore,
  step,
  whereabouts,
  type Envelope,
  type Json,
  type JsonObject,
  type PersistedState,
  type Refused,
  type State,
} from '../engine/core';
import type { Answer, StartNew } from '../engine/temporal';
import { workflowTypeOf } from '../workflows/contract';
import { call, type Calls } from './calls';
import type { Command, SentOutcome } from './command';
import { stateOf } from './read';
import { registryOf } from './registries';
import { summary } from './summary';
import { senderOf } from './sender';

/** The one event that goes on from closed. */
const reopening = 'relapse';

/**
 * `sendAgain` is for when somebody else reopened it meanwhile: it is open then, and the command goes to it as to any other.
 * Throws TargetUnknown when there never was such a workflow.
 */
export async function sendToClosed(
  calls: Calls,
  workflow: string,
  command: Command,
  sendAgain: () => Promise<SentOutcome>,
): Promise<SentOutcome> {
  const old = await stateOf(calls, workflow);
  if (isActive(old)) return sendAgain();
  const envelope = envelopeOf(command, new Date().toISOString());
  const tried = step(restore(registryOf(workflow), old), envelope);
  if (tried.kind === 'duplicate')
    return { outcome: 'accepted', answer: answerOf(old, tried.sequence) };
  if (command.event !== reopening || !workflow.startsWith('problem/'))
    return { outcome: 'refused', refused: tried.kind === 'refused' ? tried : finished };
  return reopen(calls, old, envelope, sendAgain);
}

/** It began between the two calls, or was ended from outside: the update alone can tell. */
function isActive({ snapshot }: PersistedState): boolean {
  return snapshot['status'] === 'active';
}

async function reopen(
  calls: Calls,
  old: PersistedState,
  envelope: Envelope,
  sendAgain: () => Promise<SentOutcome>,
): Promise<SentOutcome> {
  const { workflow } = old;
  const start = startAgain(old, envelope);
  const begun = begin(registryOf(workflow), start.machine, start.input, {
    workflow,
    at: envelope.at,
    ...(start.previous === undefined ? {} : { previous: start.previous }),
  });
  const result = step(begun.state, envelope);
  if (result.kind === 'refused') return { outcome: 'refused', refused: result };
  try {
    await startWorkflow(calls, start, old);
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return sendAgain();
    throw error;
  }
  const state = result.kind === 'accepted' ? result.state : begun.state;
  return { outcome: 'accepted', answer: shownOf(state, begun.state.sequence + 1) };
}

/** The same life again: its context, its sequence going on, its commands still known, and the relapse as first step. */
function startAgain(old: PersistedState, { id, event, by }: Envelope): StartNew {
  const context = old.snapshot['context'] as JsonObject;
  return {
    kind: 'new',
    machine: old.machine,
    input: { ...context, entry: 'closed', waits: {}, measureWatch: null },
    previous: { sequence: old.sequence, seen: old.seen },
    first: { id, event, by },
  };
}

function startWorkflow(calls: Calls, start: StartNew, old: PersistedState): Promise<unknown> {
  const { workflow } = old;
  const { seq, title } = old.snapshot['context'] as {
    readonly seq?: number;
    readonly title?: string;
  };
  return call(calls, workflow, () =>
    calls.client.workflow.start(workflowTypeOf(old.machine.name), {
      workflowId: workflow,
      taskQueue: calls.taskQueue,
      args: [start],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
      staticSummary: summary(`第${seq ?? ''}项 ${title ?? ''}`),
    }),
  );
}

function envelopeOf({ id, event, fields, by }: Command, at: string): Envelope {
  const sender = { ...senderOf(by) };
  return { id, at, event: { ...(fields as Record<string, Json>), type: event }, by: sender };
}

function answerOf(old: PersistedState, sequence: number): Answer {
  const state = restore(registryOf(old.workflow), old);
  return { ...shownOf(state, sequence), duplicate: true };
}

function shownOf(state: State, sequence: number): Answer {
  const shown = state.definition.describe?.line(state) ?? {};
  return { sequence, duplicate: false, state: whereabouts(state.snapshot), shown };
}

const finished: Refused = {
  kind: 'refused',
  why: [{ code: 'finished', guard: null, text: 'the machine has finished', faults: [] }],
  accepts: [],
};
