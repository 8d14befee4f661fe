/** What a sender could send now, from the machine itself: a dry run of every described event with the sender alone. */
import type { AnyMachineSnapshot, AnyTransitionDefinition } from 'xstate';
import type { EventDescription, MachineDefinition } from './definition';
import type { JsonObject } from './json';
import { atInstant } from './clock';
import type { State } from './state';

export interface MayEvent extends EventDescription {
  readonly type: string;
}

/**
 * The described events this sender can send at this instant. Guards see the sender but none of the fields and must
 * tolerate their absence; a guard that throws counts as forbidding.
 */
export function may(state: State, by: JsonObject | null, at: string): readonly MayEvent[] {
  const snapshot = atInstant(state.snapshot, at);
  return Object.entries(state.definition.events)
    .filter(
      ([type, description]) =>
        !description.internal && takes(state.definition, snapshot, { type, by }),
    )
    .map(([type, description]) => ({ type, ...description }));
}

/** True when some transition would be taken and would do or change something. */
export function takes(
  definition: MachineDefinition,
  snapshot: AnyMachineSnapshot,
  event: JsonObject & { readonly type: string },
): boolean {
  if (snapshot.status !== 'active') return false;
  try {
    return transitions(definition, snapshot, event);
  } catch {
    return false;
  }
}

/** As `takes`, but lets a guard's error through. */
export function transitions(
  definition: MachineDefinition,
  snapshot: AnyMachineSnapshot,
  event: JsonObject & { readonly type: string },
): boolean {
  return act(definition.machine.getTransitionData(snapshot, event));
}

/** False for transitions that go nowhere and do nothing: they only forbid what is above them. */
export function act(transitions: readonly AnyTransitionDefinition[]): boolean {
  return transitions.some((each) => each.target !== undefined || each.actions.length > 0);
}
