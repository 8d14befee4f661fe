/** A machine as the engine takes it: the chart, and the words that go with it. */
import type { AnyStateMachine } from 'xstate';
import type { Fields } from './fields';
import type { Json, JsonObject } from './json';
import type { Migrations } from './migration/migration';
import type { Standing } from './standing';
import type { StartChildInput, Timer, Work } from './effects';

export type { MachineRef } from './machine-ref';

export interface EventDescription {
  /** What people call it. */
  readonly title: string;
  readonly fields: Fields;
  /** Sent by other workflows, not by people: never offered, accepted only from `{ workflow }` or nobody. */
  readonly internal?: true;
}

export interface EventDescriptions {
  readonly [type: string]: EventDescription;
}

/** Why a guard forbids, in words; a function where the words depend on the case. */
export type Reason = string | ((args: ReasonArgs) => string);

export interface ReasonArgs {
  // The machine's own types are known where the reason is written, not here.
  readonly context: never;
  readonly event: never;
  readonly params: never;
}

/** What the host wants said of a state; the engine itself knows no lamps. Each is asked for only when it is needed. */
export interface Describe {
  /** Joins every line of the journal. */
  readonly line: (standing: Standing) => JsonObject;
  /** What the record is to know besides, flat; joins a line of the journal only where something of it has changed. */
  readonly facts?: (standing: Standing) => JsonObject;
  /** Markdown for the Temporal UI's current details. */
  readonly details: (standing: Standing) => string;
  /** Search attributes by name; instants as ISO strings. */
  readonly attributes: (standing: Standing) => JsonObject;
  /** The part of the context that may be shown. */
  readonly context: (standing: Standing) => JsonObject;
}

export interface MachineDefinition {
  readonly name: string;
  /** Running instances stay on their version; a new one is registered beside the old. */
  readonly version: string;
  readonly machine: AnyStateMachine;
  /** Every event that may come from outside. */
  readonly events: EventDescriptions;
  /** By guard name; `!name` for a guard under `not`. Guards without an entry only route and are never given as a reason. */
  readonly reasons: { readonly [guard: string]: Reason };
  readonly describe?: Describe;
  /** How running instances of older versions may move to this one. */
  readonly migrations?: Migrations;
  /** What the journal keeps of an effect's result; all of it where this is absent. */
  readonly brief?: (work: Work, output: Json) => Json;
  /**
   * A child's whole input, made when it is started: what is asked may then be brief, and what waits to be started stays
   * small in the state. Where this is absent the input is what was asked.
   */
  readonly childInput?: (child: StartChildInput, standing: Standing) => Json;
  /**
   * The input of another life of the same instance. Where this is given, a signal that comes when the machine is done and its
   * run has not ended yet is not refused: when everything is recorded, a new life begins with this input and takes it first.
   */
  readonly again?: (standing: Standing) => Json;
  /** One line for a timer in the Temporal UI. */
  readonly explainTimer?: (timer: Timer, standing: Standing) => string;
  /** One line for an activity, child or signal in the Temporal UI. */
  readonly explainWork?: (work: Work, standing: Standing) => string;
}
