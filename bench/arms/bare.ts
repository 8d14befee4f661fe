/** Arm `bare`: waits and does nothing; what the sandbox itself costs. */
import { condition } from '@temporalio/workflow';

export async function ticket(): Promise<void> {
  await condition(() => false);
}
