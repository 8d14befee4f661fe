/** How this system hosts the engine's machines: activity options, senders, attributes. */
import type { ActivityOptions } from '@temporalio/workflow';
import { isRecord, type JsonObject, type Registry } from '../engine/core';
import type { Host } from '../engine/temporal';
import { searchAttributes, workflowTypeOf } from './contract';

/** Short calls that are tried for about a day before they park as incidents. */
const ordinary: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '10 minutes',
    maximumAttempts: 150,
  },
};

/** Pure computing: if it fails, it fails again. */
const computing: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute', maximumAttempts: 20 },
};

/** The journal waits for its store as long as it takes. */
const recording: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
};

export function hostOf(registry: Registry): Host {
  return {
    registry,
    activities: {
      default: ordinary,
      schedule: computing,
      scheduleMeasures: computing,
      record: recording,
    },
    workflowType: workflowTypeOf,
    attributes: searchAttributes,
    explainRecording: (first, last) =>
      first === last ? `第${first}条流转记录` : `第${first}–${last}条流转记录`,
    sender: senderOf,
  };
}

/**
 * `by` as guards read it: `{ decidedBy, recordedBy, basis }`. A bare person id means that person's own act, which is what
 * one types in the Temporal UI; `{ workflow }` is another workflow. Anything else is nobody.
 */
export function senderOf(raw: unknown): JsonObject | null {
  if (typeof raw === 'string' && raw !== '')
    return { decidedBy: raw, recordedBy: raw, basis: 'ownSignIn' };
  if (!isRecord(raw)) return null;
  const { workflow, decidedBy, recordedBy = decidedBy, basis = 'ownSignIn' } = raw;
  if (typeof workflow === 'string') return { workflow };
  if (typeof decidedBy !== 'string' || typeof recordedBy !== 'string' || typeof basis !== 'string')
    return null;
  return { decidedBy, recordedBy, basis };
}
