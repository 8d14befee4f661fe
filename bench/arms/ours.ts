/** Arm `ours`: the ticket's machine run by the engine, as the system runs its own. */
import type { SearchAttributeType } from '@temporalio/common';
import type { Json } from '../../engine/core';
import { runMachine, type Start } from '../../engine/temporal';
import { retrying } from './activity-options';
import { recordingSummary } from './ticket';
import { ticketRegistry } from './ticket-definition';

const attributes: { readonly [name: string]: SearchAttributeType } = {
  Title: 'TEXT',
  Stage: 'KEYWORD',
  Lamp: 'KEYWORD',
  Round: 'INT',
  DueAt: 'DATETIME',
  NextAt: 'DATETIME',
};

export async function ticket(start: Start): Promise<Json> {
  return runMachine(start, {
    registry: ticketRegistry,
    activities: { default: retrying },
    workflowType: (machine) => machine,
    attributes,
    explainRecording: recordingSummary,
    sender: (raw) => (typeof raw === 'string' ? { person: raw } : null),
  });
}
