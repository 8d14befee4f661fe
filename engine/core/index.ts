/** The pure half of the engine. */
export {
  begin,
  fire,
  retry,
  settle,
  step,
  type Beginning,
  type Duplicate,
  type Outcome,
} from './step';
export type { Accepted } from './advance';
export type { Child, PersistedChild } from './child';
export { note, noteRefused, recorded, type Entry } from './lines';
export { defineMachine, type TypedDefinition } from './define-machine';
export type { Standing } from './standing';
export type {
  Describe,
  EventDescription,
  EventDescriptions,
  MachineDefinition,
  MachineRef,
  Reason,
} from './definition';
export type {
  BecomeInput,
  Effect,
  Incident,
  Invoke,
  SignalInput,
  StartChildInput,
  Timer,
  Work,
} from './effects';
export { tooLarge } from './acceptable';
export { envelopeLimit, type Envelope } from './envelope';
export { checkFields, describeShape } from './fields';
export type { Field, FieldFault, Fields, FieldShape, FieldValues } from './fields';
export { assertNever, isRecord, type Json, type JsonObject } from './json';
export type { Line } from './line';
export { may, type MayEvent } from './may';
export {
  compareVersions,
  migrate,
  type Difference,
  type Migrated,
  type Migration,
  type MigrationPlan,
  type Migrations,
} from './migration';
export { because, type Refused, type Why } from './refusal';
export { createRegistry, RegistrationError, UnknownMachineError, type Registry } from './registry';
export { becomes, signals, startsChild } from './special-actions';
export {
  childInputOf,
  persist,
  restore,
  whereabouts,
  type PersistedState,
  type Seen,
  type State,
} from './state';
export { UnsupportedActionError } from './unforeseen';
export { viewOf, type View } from './view';
