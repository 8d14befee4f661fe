/** What a step asks of the world: a closed union of plain data. Each id is an idempotency key, `workflow/sequence/index`. */
import type { Json, JsonObject } from './json';

/** A delayed event the machine waits for, kept as an instant so that no restart moves it. */
export interface Timer {
  readonly key: string;
  /** XState's id of the delayed event: cancelling goes by it. */
  readonly id: string;
  readonly event: JsonObject & { readonly type: string };
  /** ISO 8601 UTC. */
  readonly dueAt: string;
  /** A later timer took this one's id: it can fire but no longer be cancelled, as in XState. */
  readonly detached: boolean;
  /** The key of the child that set it; absent: the root. */
  readonly owner?: string;
  /** Who gets the event where it is not who set it: the key of a child; null: the root. */
  readonly target?: string | null;
}

/** Something under way outside the machine, or waiting to be. */
export type Work = Act | Invoke | StartChild | SignalWorkflow;

interface WorkBase {
  readonly id: string;
  /** Set when retries are used up: the work waits for `retry`. */
  readonly parked: Incident | null;
  /** The key of the child that asked for it; absent: the root. */
  readonly owner?: string;
}

/** A named action: an activity, fire and forget. */
export interface Act extends WorkBase {
  readonly kind: 'act';
  readonly name: string;
  readonly input: Json;
}

/** A named promise actor: an activity whose result comes back as XState's done or error event. */
export interface Invoke extends WorkBase {
  readonly kind: 'invoke';
  readonly name: string;
  /** The id under which the machine knows the actor. */
  readonly actor: string;
  readonly input: Json;
}

export interface StartChild extends WorkBase {
  readonly kind: 'startChild';
  readonly name: string;
  readonly input: StartChildInput;
}

export interface SignalWorkflow extends WorkBase {
  readonly kind: 'signal';
  readonly name: string;
  readonly input: SignalInput;
}

/** What an action made with `startsChild()` takes as params. The child outlives its parent. */
export interface StartChildInput {
  readonly workflowId: string;
  readonly machine: string;
  readonly version: string;
  readonly input: Json;
  /** One line for the Temporal UI. */
  readonly summary: string;
}

/** What an action made with `signals()` takes as params. */
export interface SignalInput {
  readonly workflowId: string;
  /** A workflow that has ended need not hear it: no incident then. */
  readonly mayBeGone?: boolean;
  readonly event: JsonObject & { readonly type: string };
}

/** What an action made with `becomes()` takes as params: go on as another machine. */
export interface BecomeInput {
  readonly machine: string;
  readonly version: string;
  readonly input: Json;
}

export interface Incident {
  readonly at: string;
  readonly error: { readonly name: string; readonly message: string; readonly type: string };
}

/** In canonical order: cancels, timers, activities, children, signals, then what the machine says of itself. */
export type Effect =
  | { readonly kind: 'cancelTimer'; readonly timer: Timer }
  | { readonly kind: 'stopInvoke'; readonly work: Invoke }
  | { readonly kind: 'startTimer'; readonly timer: Timer }
  | { readonly kind: 'work'; readonly work: Work }
  | { readonly kind: 'emit'; readonly event: JsonObject & { readonly type: string } }
  | { readonly kind: 'become'; readonly into: BecomeInput }
  | { readonly kind: 'done'; readonly output: Json };
