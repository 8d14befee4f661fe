/** The calm after the faults: an operator retries what was parked, until nothing is under way that was asked for before. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Zhenggai } from '../client';
import { mapBounded } from '../client/bounded';

/** Workflows of ours that still run, by the server's index. */
async function running(client: Client): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus="Running"' }))
    ids.push(workflowId);
  return ids;
}

/** @param within ms @returns what is still not at rest when time is up: found twice in a row, so not just passing */
export async function untilRest(
  client: Client,
  zhenggai: Zhenggai,
  calmFrom: string,
  within: number,
): Promise<readonly string[]> {
  const giveUp = performance.now() + within;
  let before: readonly string[] | null = null;
  for (;;) {
    const now = await restlessNow(client, zhenggai, calmFrom);
    const still = now.filter((each) => before?.includes(each) ?? true);
    if ((before !== null && still.length === 0) || performance.now() > giveUp) return still;
    before = now;
    await pause(3000);
  }
}

/** What is under way, parked, unrecorded or overdue, by workflow; an operator takes up again what is parked. */
async function restlessNow(
  client: Client,
  zhenggai: Zhenggai,
  calmFrom: string,
): Promise<readonly string[]> {
  const found = await mapBounded(await running(client), 8, (workflow) =>
    restlessIn(zhenggai, workflow, calmFrom),
  );
  return found.flat();
}

async function restlessIn(
  zhenggai: Zhenggai,
  workflow: string,
  calmFrom: string,
): Promise<readonly string[]> {
  try {
    const { incidents, underWay, timers, sequence, unrecorded } = await zhenggai.problem(workflow);
    for (const { id } of incidents) await zhenggai.retryIncident(workflow, id, { by: 'office' });
    return [
      ...[...underWay, ...incidents].map(({ id, name }) => `${name} ${id}`),
      ...timers.filter(({ dueAt }) => dueAt <= calmFrom).map(({ key, why }) => `${why} ${key}`),
      ...(unrecorded > 0 ? [`${workflow}: line ${sequence - unrecorded + 1} is not recorded`] : []),
    ];
  } catch (error) {
    return [`${workflow}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
