/** Plays a rehearsal's commands on the time-skipping server: each at its own instant, while the clock skips in between. */
import type { Instant } from '../../../domain/words';
import type { Reception } from '../../../domain/reception';
import { rectificationStart, type Command, type Rehearsal } from '../../../client/rehearse';
import type { View } from '../../../engine/core';
import type { StartNew } from '../../../engine/temporal';
import type { Server } from '../server';

/** Updates under way at once. */
const abreast = 16;

/** Starts the rectification now, sends every command at its real instant, and waits to the end. Gives the commands refused. */
export async function play(
  server: Server,
  reception: Reception,
  rehearsal: Rehearsal,
  until: Instant,
): Promise<readonly Command[]> {
  const { workflow, ref, input } = rectificationStart(reception, reception.clock.realAt);
  const start: StartNew = { kind: 'new', machine: ref, input };
  await server.client.workflow.start('rectification', {
    workflowId: workflow,
    taskQueue: server.taskQueue,
    args: [start],
  });
  const refused: Command[] = [];
  for (const group of together(rehearsal.commands)) {
    await sleepUntil(server, group[0]?.at ?? until);
    for (let first = 0; first < group.length; first += abreast)
      await Promise.all(
        group.slice(first, first + abreast).map(async (command) => {
          await quiet(server, command.workflow);
          if (!(await send(server, command))) refused.push(command);
        }),
      );
  }
  await sleepUntil(server, until);
  return refused;
}

/** Commands of one instant may go side by side, as long as no workflow gets two of them. */
function together(commands: readonly Command[]): readonly (readonly Command[])[] {
  const groups: Command[][] = [];
  for (const command of commands) {
    const last = groups.at(-1);
    const joins =
      last !== undefined &&
      last[0]?.at === command.at &&
      !last.some(({ workflow }) => workflow === command.workflow);
    if (joins) last.push(command);
    else groups.push([command]);
  }
  return groups;
}

/** Waits until a workflow's activities have come out: the next command is to meet what it meets in a rehearsal. */
async function quiet(server: Server, workflow: string): Promise<void> {
  const handle = server.client.workflow.getHandle(workflow);
  for (let tries = 0; tries < 600; tries += 1) {
    const { underWay } = await handle.query<View, [null]>('view', null);
    if (underWay.length === 0) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`${workflow} does not come to rest`);
}

/** True when it was taken. */
async function send(server: Server, { workflow, event, by }: Command): Promise<boolean> {
  const { type, ...fields } = event;
  try {
    await server.client.workflow.getHandle(workflow).executeUpdate(type, {
      args: [{ ...fields, by }],
    });
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowUpdateFailedError') return false;
    throw error;
  }
}

async function sleepUntil(server: Server, at: Instant): Promise<void> {
  const wait = Date.parse(at) - (await server.env.currentTimeMs());
  if (wait > 0) await server.env.sleep(wait);
}
