/** A definition whose types say which events its machine takes and what each carries. */
import type { AnyStateMachine, EventFromLogic } from 'xstate';
import type { EventDescription, MachineDefinition } from './definition';

type Described<M extends AnyStateMachine> = {
  readonly [T in EventFromLogic<M>['type']]?: EventDescription;
};

export type TypedDefinition<M extends AnyStateMachine, E> = Omit<MachineDefinition, 'events'> & {
  readonly machine: M;
  readonly events: E;
};

/**
 * Gives the definition back with the types of its events kept, so that commands are checked where they are written. Only
 * events of the machine's own type can be described.
 *
 * @example
 * const loan = defineMachine({ name: 'loan', version: '1', machine, events: { giveBack: { title: 'Give back', fields: {} } }, reasons: {} });
 */
export function defineMachine<M extends AnyStateMachine, const E extends Described<M>>(
  definition: TypedDefinition<M, E>,
): TypedDefinition<M, E> {
  return definition;
}
