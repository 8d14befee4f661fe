/** The bell as a workflow. Bundled by the test. */
import { isRecord, type Json, type JsonObject } from '../../../engine/core';
import { runMachine, type Start } from '../../../engine/temporal';
import { registry } from './bell';

export async function bell(start: Start): Promise<Json> {
  return runMachine(start, {
    registry,
    activities: { default: { startToCloseTimeout: '10 seconds' } },
    workflowType: (machine) => machine,
    attributes: {},
    sender: (raw) => (isRecord(raw) ? (raw as JsonObject) : null),
  });
}
