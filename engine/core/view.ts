/** What may be seen of an instance from outside: the answer of the query `view` and of every accepted update. */
import type { Child } from './child';
import type { JsonObject, Json } from './json';
import { may, type MayEvent } from './may';
import { whereabouts, type State } from './state';
import type { Timer, Work } from './effects';
import type { MachineRef } from './definition';

export interface View {
  readonly workflow: string;
  readonly machine: MachineRef;
  readonly status: 'active' | 'done';
  readonly sequence: number;
  readonly state: string;
  readonly value: Json;
  readonly context: JsonObject;
  /** The machines that it has started, and theirs. */
  readonly children: readonly ChildView[];
  readonly timers: readonly (Timer & { readonly why: string })[];
  readonly underWay: readonly Work[];
  readonly incidents: readonly Work[];
  /** The lines that are not recorded yet. */
  readonly unrecorded: number;
  /** The events the asker can send now. */
  readonly may: readonly MayEvent[];
}

/** A child without its context, of which nobody has said what may be shown. */
export interface ChildView extends Omit<Child, 'snapshot'> {
  readonly status: 'active' | 'done' | 'error';
  readonly state: string;
  readonly value: Json;
}

/** The view of a state for a sender; null: for nobody in particular. `at` is the instant guards are asked for. */
export function viewOf(state: State, by: JsonObject | null, at: string): View {
  const { definition, snapshot } = state;
  return {
    workflow: state.workflow,
    machine: { name: definition.name, version: definition.version },
    status: snapshot.status === 'done' ? 'done' : 'active',
    sequence: state.sequence,
    state: whereabouts(snapshot),
    value: snapshot.value as Json,
    context: definition.describe?.context(state) ?? (snapshot.context as JsonObject),
    children: state.children.map(viewOfChild),
    timers: state.timers.map((timer) => ({
      ...timer,
      why: definition.explainTimer?.(timer, state) ?? timer.event.type,
    })),
    underWay: state.work.filter((work) => work.parked === null),
    incidents: state.work.filter((work) => work.parked !== null),
    unrecorded: state.lines.length,
    may: by === null ? [] : may(state, by, at),
  };
}

function viewOfChild({ snapshot, ...child }: Child): ChildView {
  return {
    ...child,
    status: snapshot.status as ChildView['status'],
    state: whereabouts(snapshot),
    value: snapshot.value as Json,
  };
}
