/** The arms: where each one's workflow is, how it is bundled, and what it is started with. */
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import type { StartNew } from '../../engine/temporal';
import { payloadConverterPath } from '../../worker';
import { bundleOptions, webpackConfigHook } from '../../worker/bundler-options';
import type { Reopen, TicketInput } from './ticket';

export type Arm = 'handwritten' | 'ours' | 'naive' | 'bare';

/** The arms that live the ticket's life. */
export const livingArms = ['handwritten', 'ours', 'naive'] as const;
export type LivingArm = (typeof livingArms)[number];

/** Each as it would be: ours as the system bundles its own, the others with XState's production build and nothing else. */
export function bundleArm(arm: Arm): Promise<WorkflowBundle> {
  const workflowsPath = join(__dirname, `${arm}.js`);
  const logger = new DefaultLogger('WARN');
  return bundleWorkflowCode(
    arm === 'ours'
      ? bundleOptions(workflowsPath, [join(__dirname, 'ticket-definition.js')])
      : { workflowsPath, webpackConfigHook, logger },
  );
}

export function converterOf(arm: Arm): { dataConverter?: { payloadConverterPath: string } } {
  return arm === 'ours' ? { dataConverter: { payloadConverterPath } } : {};
}

/** A workflow's arguments; a ticket that is opened again begins with the command that reopens it. */
export function argumentsOf(
  arm: Arm,
  input: TicketInput,
  again?: { readonly reopen: Reopen; readonly commandId: string; readonly sequence: number },
): unknown[] {
  if (arm === 'bare') return [];
  if (arm !== 'ours') return again === undefined ? [input] : [input, again.reopen];
  const start: StartNew = {
    kind: 'new',
    machine: { name: 'ticket', version: '1' },
    input: { ...input },
    ...(again === undefined ? {} : goingOn(again)),
  };
  return [start];
}

function goingOn({
  reopen: { by, reason },
  commandId,
  sequence,
}: {
  readonly reopen: Reopen;
  readonly commandId: string;
  readonly sequence: number;
}): Pick<StartNew, 'previous' | 'first'> {
  return {
    previous: { sequence, seen: [] },
    first: { id: commandId, event: { type: 'reopen', reason }, by: { person: by } },
  };
}
