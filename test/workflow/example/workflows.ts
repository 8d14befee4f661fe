import { isRecord, runMachine, type Json, type Start } from '../../../engine';
import { registry } from './loan';

export function loan(start: Start): Promise<Json> {
  return runMachine(start, {
    registry,
    activities: { default: { startToCloseTimeout: '1 minute' } },
    workflowType: (machine) => machine,
    attributes: {},
    sender: (by) => (isRecord(by) ? (by as { readonly reader: string }) : null),
  });
}
