/** The calm after the faults: an operator retries what was parked, until nothing is under way that was asked for before. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Zhenggai } from '../client';

/** Workflows of ours that still run, by the server's index. */
async function running(client: Client): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus="Running"' }))
    ids.push(workflowId);
  return ids;
}

/** @returns what is still not at rest when time is up, in words; @param within ms */
export async function untilRest(
  client: Client,
  zhenggai: Zhenggai,
  calmFrom: string,
  within: number,
): Promise<readonly string[]> {
  const giveUp = performance.now() + within;
  for (;;) {
    const restless = await restlessNow(client, zhenggai, calmFrom);
    if (restless.length === 0 || performance.now() > giveUp) return restless;
    await pause(3000);
  }
}

async function restlessNow(
  client: Client,
  zhenggai: Zhenggai,
  calmFrom: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const workflow of await running(client)) {
    try {
      const view = await zhenggai.problem(workflow);
      for (const { id } of view.incidents)
        await zhenggai.retryIncident(workflow, id, { by: 'office' });
      const work = [...view.underWay, ...view.incidents].map(({ name }) => name);
      const late = view.timers.filter(({ dueAt }) => dueAt <= calmFrom).map(({ why }) => why);
      const collecting = workflow.startsWith('digest/') && view.state === 'collecting';
      if (work.length + late.length + view.unrecorded > 0 || collecting)
        found.push(`${workflow}: ${view.state}; ${[...work, ...late].join(', ')}`);
    } catch (error) {
      found.push(`${workflow}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return found;
}
