/** Golden histories on a bundle of the workflows: as it is, or with a deliberate change in it. */
import { Worker } from '@temporalio/worker';
import { installRuntime } from '../runtime';
import { payloadConverterPath } from '../../worker';
import { workflowBundle } from '../workflow/bundles';
import { replayable, type Golden } from './golden-files';

// What goes wrong is returned, and half of it is meant to.
installRuntime({ silent: true });

/** A change of the workflows' code, as a developer might make it. */
export interface Change {
  readonly title: string;
  /** Found exactly once in the bundle, or the change is out of date. */
  readonly find: RegExp;
  readonly replacement: string;
}

export interface Replayed {
  /** `on-time/problem-1.1` */
  readonly history: string;
  /** What went wrong; null where every command was that of the history. */
  readonly error: Error | null;
}

/** Replays each history on today's workflows, changed where told. */
export async function replay(
  golden: readonly Golden[],
  change?: Change,
): Promise<readonly Replayed[]> {
  const { code } = await workflowBundle();
  const options = {
    workflowBundle: { code: change === undefined ? code : changed(code, change) },
    dataConverter: { payloadConverterPath },
    // In this thread and without a limit: a busy machine is no deadlock.
    debugMode: true,
  };
  const replayed: Replayed[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(
    options,
    golden.map(replayable),
  ))
    replayed.push({ history: workflowId, error: error ?? null });
  return replayed;
}

function changed(code: string, { title, find, replacement }: Change): string {
  const found = code.match(new RegExp(find, 'g'))?.length ?? 0;
  if (found !== 1) throw new Error(`“${title}” finds ${found} places to change: ${String(find)}`);
  return code.replace(find, replacement);
}
