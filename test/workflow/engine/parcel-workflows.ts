/** The parcel's machine as a workflow of its own, and the order that hears of it. Bundled by the test. */
import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import { createRegistry, isRecord, type Json, type JsonObject } from '../../../engine/core';
import { runMachine, type Start } from '../../../engine/temporal';
import { parcel as definition, parcelReturn } from '../../unit/engine/parcel';

const registry = createRegistry([definition, parcelReturn]);

export async function parcel(start: Start): Promise<Json> {
  return runMachine(start, {
    registry,
    activities: {
      default: { startToCloseTimeout: '10 seconds', retry: { maximumAttempts: 2 } },
    },
    workflowType: (machine) => machine,
    attributes: {},
    sender: (raw) => (isRecord(raw) ? (raw as JsonObject) : null),
  });
}

/** Hears of its parcel until it is told to end. */
export async function order(): Promise<readonly unknown[]> {
  const heard: unknown[] = [];
  let ended = false;
  setHandler(defineSignal<[unknown]>('parcelMoved'), (news) => void heard.push(news));
  setHandler(defineSignal('end'), () => void (ended = true));
  await condition(() => ended);
  return heard;
}
