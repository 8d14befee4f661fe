/** What the client throws when it cannot say how things stand. What is refused is an answer, not an error. */
import type { Refused } from '../engine/core';

/** Thrown when no server answers within the deadline. Nothing is known to have happened; asking again is safe. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';
  readonly deadlineMs: number;

  constructor(deadlineMs: number, cause?: unknown) {
    super(`no Temporal server answered within ${deadlineMs} ms`, { cause });
    this.deadlineMs = deadlineMs;
  }
}

/** Thrown when the server answers but no worker took the question up within the deadline. */
export class NoWorkerAnswers extends Error {
  override readonly name = 'NoWorkerAnswers';
  readonly workflow: string;
  readonly deadlineMs: number;

  constructor(workflow: string, deadlineMs: number, cause?: unknown) {
    super(`no worker answered for ${workflow} within ${deadlineMs} ms`, { cause });
    this.workflow = workflow;
    this.deadlineMs = deadlineMs;
  }
}

/** Thrown when the server knows no workflow of this id: no such problem or rectification was received. */
export class TargetUnknown extends Error {
  override readonly name = 'TargetUnknown';
  readonly workflow: string;

  constructor(workflow: string) {
    super(`there is no ${workflow}`);
    this.workflow = workflow;
  }
}

/** Thrown where a whole operation needs one command to be accepted and it was refused. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly workflow: string;
  readonly event: string;
  readonly refused: Refused;

  constructor(workflow: string, event: string, refused: Refused) {
    super(`${workflow} refuses ${event}: ${refused.why.map((why) => why.text).join('; ')}`);
    this.workflow = workflow;
    this.event = event;
    this.refused = refused;
  }
}

/** Thrown when a command may or may not have been applied: send it again with the same id and it is applied once. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  readonly workflow: string;
  readonly commandId: string;
  readonly deadlineMs: number;

  constructor(workflow: string, commandId: string, deadlineMs: number) {
    super(`${workflow} has not answered ${commandId} within ${deadlineMs} ms`);
    this.workflow = workflow;
    this.commandId = commandId;
    this.deadlineMs = deadlineMs;
  }
}

/** Thrown by `receive` when the people hold no office: nobody could take problems in. */
export class NobodyReceives extends Error {
  override readonly name = 'NobodyReceives';

  constructor() {
    super('nobody among the people has the role office');
  }
}
