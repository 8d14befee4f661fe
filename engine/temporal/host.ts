/** What a host gives the shell: its machines, how its activities are called, how senders and attributes are read. */
import type { ActivityOptions } from '@temporalio/workflow';
import type { SearchAttributeType } from '@temporalio/common';
import type {
  JsonObject,
  Json,
  MachineRef,
  PersistedState,
  Registry,
  Envelope,
  Line,
  Seen,
} from '../core';

export interface Host {
  readonly registry: Registry;
  /** Options by activity name; `default` for the rest. `record` is the engine's own activity. */
  readonly activities: {
    readonly default: ActivityOptions;
    readonly [name: string]: ActivityOptions;
  };
  /** The workflow type that runs a machine, for children. */
  readonly workflowType: (machine: string) => string;
  /** Types of the search attributes that `describe.attributes` gives. */
  readonly attributes: { readonly [name: string]: SearchAttributeType };
  /** What the Temporal UI says of a recording of these lines; the default is in English. */
  readonly explainRecording?: (first: number, last: number) => string;
  /** What was sent as `by`, made into what guards read; null when it says nobody. Never throws. */
  readonly sender: (raw: unknown) => JsonObject | null;
}

/** A workflow's one argument: a new instance, a reopened one, or one that continues as new. */
export type Start =
  | StartNew
  | { readonly kind: 'continued'; readonly state: PersistedState; readonly tuning?: Tuning };

export interface StartNew {
  readonly kind: 'new';
  readonly machine: MachineRef;
  readonly input: Json;
  /** Of the closed run of the same id when it is reopened. */
  readonly previous?: { readonly sequence: number; readonly seen: readonly Seen[] };
  /** The command that reopens it, applied as the first step. */
  readonly first?: Pick<Envelope, 'id' | 'event' | 'by'>;
  /** Signals that came too late for the last life of the same run, in order; taken as any signal is. */
  readonly late?: readonly Envelope[];
  readonly tuning?: Tuning;
}

/** For tests and special loads; the defaults suit production. */
export interface Tuning {
  /** Continue as new after this many steps, besides when the server suggests it. */
  readonly continueAfterSteps?: number;
}

/** What every activity of a machine is called with. `key` is the effect's id: the idempotency key of all it does. */
export interface ActivityRequest<I = Json> {
  readonly key: string;
  readonly input: I;
}

/** What the activity `record` is called with; it must keep each (workflow, sequence) once. */
export interface RecordRequest {
  readonly workflow: string;
  readonly lines: readonly Line[];
}

/** The type of the failure with which an update is rejected that comes while a run ends: not applied, to be sent again. */
export const putOffType = 'PutOff';

/** What an accepted update answers, and a repeated one again. */
export interface Answer {
  readonly sequence: number;
  readonly duplicate: boolean;
  readonly state: string;
  /** What the machine's `describe.line` says now. */
  readonly shown: JsonObject;
}
