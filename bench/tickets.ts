/** Tickets lived through from outside: a client sends the commands, in each arm the same ones at the same stages. */
import { randomUUID } from 'node:crypto';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { argumentsOf, type LivingArm } from './arms/arms';
import type { TicketWorld } from './arms/activities';
import type { Approve, Extend, Submit, TicketAnswer, TicketInput } from './arms/ticket';

const day = 86_400_000;
const owner = 'zhang-wei';
const reviewer = 'li-na';

/** What a ticket's life is lived with. */
export interface Life {
  readonly client: Client;
  readonly world: TicketWorld;
  readonly arm: LivingArm;
  /** Told of each command's round trip, milliseconds. */
  readonly onCommand: (milliseconds: number) => void;
}

export interface Lived {
  readonly workflowId: string;
  /** One, or two where it was closed and opened again. */
  readonly runs: readonly string[];
}

/** A ticket due in 30 days of which its owner is reminded in 23. */
export function ticketInput(round = 1, now = Date.now()): TicketInput {
  return {
    title: '固定资产台账不清',
    owner,
    reviewer,
    remindAt: new Date(now + 23 * day).toISOString(),
    dueAt: new Date(now + 30 * day).toISOString(),
    round,
  };
}

export function taskQueueOf(arm: string): string {
  return `bench-${arm}`;
}

/** Started, submitted, reviewed, approved, ended. */
export async function nominal(life: Life): Promise<Lived> {
  const handle = await start(life);
  await finish(life, handle);
  return { workflowId: handle.workflowId, runs: [handle.firstExecutionRunId] };
}

/** As nominal, with later dates given before it is submitted. */
export async function extended(life: Life): Promise<Lived> {
  const handle = await start(life);
  await life.world.until(handle.workflowId, 'working');
  const { remindAt, dueAt } = ticketInput(1, Date.now() + 30 * day);
  await command<Extend>(life, handle, 'extend', { remindAt, dueAt, by: reviewer });
  await finish(life, handle);
  return { workflowId: handle.workflowId, runs: [handle.firstExecutionRunId] };
}

/** As nominal, then started again under its id with the command that reopens it, and nominal once more. */
export async function reopened(life: Life): Promise<Lived> {
  const first = await start(life);
  const sequence = await finish(life, first);
  const commandId = randomUUID();
  const reopen = { reason: '又发现新的问题', by: reviewer };
  const args = argumentsOf(life.arm, ticketInput(2), { reopen, commandId, sequence });
  const again = await startTicket(life.client, life.arm, args, first.workflowId);
  await finish(life, again);
  return {
    workflowId: first.workflowId,
    runs: [first.firstExecutionRunId, again.firstExecutionRunId],
  };
}

export const lives = { nominal, extended, reopened } as const;

type Started = WorkflowHandle & { readonly firstExecutionRunId: string };

function start({ client, arm }: Life): Promise<Started> {
  return startTicket(client, arm, argumentsOf(arm, ticketInput()));
}

/** Starts a ticket under a new id, or a closed one under its own. */
export function startTicket(
  client: Client,
  arm: LivingArm,
  args: unknown[],
  workflowId = `ticket/${randomUUID()}`,
): Promise<Started> {
  const taskQueue = taskQueueOf(arm);
  const staticSummary = '固定资产台账不清';
  return client.workflow.start('ticket', { workflowId, taskQueue, args, staticSummary });
}

/** From the work to the end; gives the number of the last command's line. */
async function finish(life: Life, handle: Started): Promise<number> {
  await life.world.until(handle.workflowId, 'working');
  await command<Submit>(life, handle, 'submit', { text: '12笔均已补齐', by: owner });
  await life.world.until(handle.workflowId, 'approving');
  const { sequence } = await command<Approve>(life, handle, 'approve', {
    text: '同意',
    by: reviewer,
  });
  await handle.result();
  return sequence;
}

async function command<C>(
  { onCommand }: Life,
  handle: WorkflowHandle,
  name: string,
  fields: C,
): Promise<TicketAnswer> {
  const before = performance.now();
  const answer = await handle.executeUpdate<TicketAnswer, [C]>(name, { args: [fields] });
  onCommand(performance.now() - before);
  return answer;
}
