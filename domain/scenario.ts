/** Who does what when, for a rehearsal: plain data. Events are named, not known, here. */
import type { Basis, Instant, Kind, Lamp, Role, Status } from './words';

export interface Scenario {
  readonly name: string | null;
  /** In any order; steps of one instant are taken in the order in which they stand. */
  readonly steps: readonly ScenarioStep[];
}

export interface ScenarioStep {
  /** Where it stands in its file, from 1; null when it was made otherwise. */
  readonly line: number | null;
  /** An instant of the plan's time. */
  readonly at: Instant;
  /** Null: the rectification itself. */
  readonly problems: Selection | null;
  /** An event's type, e.g. `submit`, or what people call it, e.g. 报送完成. */
  readonly event: string;
  /** Who decides. */
  readonly by: Actor;
  /** Null: whoever decides records it too. */
  readonly recordedBy: Actor | null;
  readonly basis: Basis | null;
  readonly fields: { readonly [name: string]: ScenarioValue };
}

export type ScenarioValue =
  | string
  | number
  | boolean
  | null
  | readonly ScenarioValue[]
  | { readonly [name: string]: ScenarioValue };

/** One person, whoever holds a role for the problem, or whoever is to review now. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'reviewer' };

/** The problems that have all of what is named, at the step's instant. */
export interface Selection {
  readonly seqs?: readonly number[];
  readonly kind?: Kind;
  readonly status?: Status;
  /** The machine's word, e.g. `rectifying`. */
  readonly stage?: string;
  readonly lamp?: Lamp;
  readonly department?: string;
}

/** Nobody does anything: shows every rung of every ladder. */
export const nobodyActs: Scenario = { name: null, steps: [] };
