/** One command to one workflow: sent as an update under its own id, so that sending it again applies it once. */
import { setTimeout as pause } from 'node:timers/promises';
import { refusalOf } from '../engine/client';
import type { Answer } from '../engine/temporal';
import { refusedForSize } from './carried';
import { answers, troubleOf, type Calls } from './calls';
import type { Command, Sent, SentOutcome } from './command';
import { TargetUnknown } from './errors';
import { sendToClosed } from './reopen';
import { senderOf } from './sender';
import { tellRefused } from './tell-refused';

/** Sends and tries again under the same id until the deadline. Expected outcomes are returned, never thrown. */
export async function sendOne(calls: Calls, workflow: string, command: Command): Promise<Sent> {
  const began = performance.now();
  const refused = refusedForSize(command);
  const outcome: SentOutcome =
    refused === null ? await attempt(calls, workflow, command) : { outcome: 'refused', refused };
  const answer = outcome.outcome === 'accepted' ? outcome.answer : null;
  calls.onSent?.({
    ...{ workflow, event: command.event, commandId: command.id, outcome: outcome.outcome },
    ...{ sequence: answer?.sequence ?? null, repeated: answer?.duplicate === true },
    seconds: (performance.now() - began) / 1000,
  });
  if (outcome.outcome === 'refused')
    await tellRefused(calls.onRefused, workflow, command, outcome.refused);
  return { workflow, commandId: command.id, ...outcome };
}

/** `secondTime`: it was not found once already; twice is final, or a workflow ended from outside would be asked for ever. */
async function attempt(
  calls: Calls,
  workflow: string,
  command: Command,
  secondTime = false,
): Promise<SentOutcome> {
  const until = Date.now() + calls.deadlineMs;
  let late: SentOutcome['outcome'] = 'unreachable';
  for (let again = 100; ; again = Math.min(again * 2, 1000)) {
    try {
      return { outcome: 'accepted', answer: await update(calls, workflow, command, until) };
    } catch (error) {
      const refused = refusalOf(error);
      if (refused !== null) return { outcome: 'refused', refused };
      switch (troubleOf(error)) {
        case 'notFound':
          return secondTime ? { outcome: 'notFound' } : toClosed(calls, workflow, command);
        case 'other':
          throw error;
        case 'late':
          if (await answers(calls.client)) late = 'unknown';
          break;
        case 'interrupted':
          late = 'unknown';
          break;
        case 'unreachable':
          break;
      }
    }
    if (Date.now() + again >= until) return { outcome: late === 'unknown' ? late : 'unreachable' };
    await pause(again);
  }
}

function update(
  { client }: Calls,
  workflow: string,
  { id, event, fields, by }: Command,
  until: number,
): Promise<Answer> {
  return client.withDeadline(until, () =>
    client.workflow.getHandle(workflow).executeUpdate<Answer, [unknown]>(event, {
      args: [{ ...fields, by: senderOf(by) }],
      updateId: id,
    }),
  );
}

/** The workflow has ended, or never was. */
async function toClosed(calls: Calls, workflow: string, command: Command): Promise<SentOutcome> {
  try {
    return await sendToClosed(calls, workflow, command, () =>
      attempt(calls, workflow, command, true),
    );
  } catch (error) {
    if (error instanceof TargetUnknown) return { outcome: 'notFound' };
    throw error;
  }
}
