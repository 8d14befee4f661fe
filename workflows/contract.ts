/** What clients, workers and tests share of the workflows: names, queues, attributes. No workflow code is imported here. */
import { SearchAttributeType } from '@temporalio/common';

/** The task queue of production and of the embedded server. */
export const taskQueue = 'zhenggai';

export const workflowTypes = {
  problem: 'problem',
  rectification: 'rectification',
  digest: 'digest',
} as const;
export type WorkflowType = keyof typeof workflowTypes;

/** The workflow type that runs a machine. */
export function workflowTypeOf(machine: string): WorkflowType {
  return machine === 'rectification' || machine === 'digest' ? machine : 'problem';
}

/** The search attributes that must be registered on the server, with their types. */
export const searchAttributes = {
  Unit: SearchAttributeType.KEYWORD,
  Rectification: SearchAttributeType.KEYWORD,
  ProblemNumber: SearchAttributeType.INT,
  Title: SearchAttributeType.TEXT,
  Kind: SearchAttributeType.KEYWORD,
  Stage: SearchAttributeType.KEYWORD,
  Lamp: SearchAttributeType.KEYWORD,
  ResponsibleLeader: SearchAttributeType.KEYWORD,
  Department: SearchAttributeType.KEYWORD,
  DueAt: SearchAttributeType.DATETIME,
  NextAt: SearchAttributeType.DATETIME,
  Round: SearchAttributeType.INT,
  Incident: SearchAttributeType.BOOL,
} as const;

/** Those that say what a problem is about and who answers for it. An installation may leave them out; the others are needed. */
export const namingAttributes = ['Unit', 'Title', 'ResponsibleLeader', 'Department'] as const;
export type NamingAttribute = (typeof namingAttributes)[number];
