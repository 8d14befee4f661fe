/** Why an event is not taken, in words, and what is accepted instead. */
import { getNextTransitions, type AnyMachineSnapshot, type AnyTransitionDefinition } from 'xstate';
import { and, evaluateGuard, not } from 'xstate/guards';
import { hears, implementationOf } from './chart';
import type { MachineDefinition, Reason } from './definition';
import type { FieldFault } from './fields';
import type { JsonObject } from './json';

export interface Why {
  readonly code:
    'unknownEvent' | 'fields' | 'tooLarge' | 'notNow' | 'forbidden' | 'error' | 'finished';
  /** The guard that forbade, for `forbidden`. */
  readonly guard: string | null;
  /** The machine's own words where it has them, else the engine's. */
  readonly text: string;
  readonly faults: readonly FieldFault[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly why: readonly Why[];
  /** The events this sender can send now. */
  readonly accepts: readonly string[];
}

/** A reason of the engine's own. */
export function because(code: Why['code'], text: string, faults: readonly FieldFault[] = []): Why {
  return { code, guard: null, text, faults };
}

type Event = JsonObject & { readonly type: string };

/** Why nothing takes this event now: the guards that forbid it, or that no state listens to it. */
export function whyNot(
  definition: MachineDefinition,
  snapshot: AnyMachineSnapshot,
  event: Event,
): readonly Why[] {
  const candidates = getNextTransitions(snapshot).filter((transition) =>
    hears(transition.eventType as string, event.type),
  );
  const forbidden = candidates.flatMap((candidate) =>
    forbids(definition, snapshot, event, candidate),
  );
  const distinct = forbidden.filter(
    (why, index) => forbidden.findIndex((other) => other.text === why.text) === index,
  );
  const worded = distinct.filter(
    (why) => why.guard !== null && Object.hasOwn(definition.reasons, why.guard),
  );
  if (worded.length > 0) return worded;
  return distinct.length > 0 ? distinct : [because('notNow', `${event.type} is not accepted here`)];
}

function forbids(
  definition: MachineDefinition,
  snapshot: AnyMachineSnapshot,
  event: Event,
  candidate: AnyTransitionDefinition,
): readonly Why[] {
  if (candidate.guard === undefined) return [];
  return failing(candidate.guard, { definition, snapshot, event }).map(({ name, params }) => ({
    code: 'forbidden',
    guard: name,
    text: worded(wordsFor(definition, name), snapshot, event, params) ?? `guard ${name}`,
    faults: [],
  }));
}

interface Case {
  readonly definition: MachineDefinition;
  readonly snapshot: AnyMachineSnapshot;
  readonly event: Event;
}

interface FailedGuard {
  readonly name: string;
  readonly params: unknown;
}

/** The named guards that keep the whole from holding: of `and` the first, of `or` all. */
function failing(guard: unknown, asked: Case): readonly FailedGuard[] {
  if (holds(guard, asked)) return [];
  const parts = partsOf(guard);
  if (isKind(guard, notCheck)) return [negated(named(parts[0], asked))];
  const failed = parts.map((part) => failing(part, asked)).filter((each) => each.length > 0);
  if (failed.length > 0) return isKind(guard, andCheck) ? (failed[0] ?? []) : failed.flat();
  const found = named(guard, asked);
  return Object.hasOwn(asked.definition.reasons, found.name) ? [found] : within(found, asked);
}

/** A combination that has a name but no words of its own is looked into. */
function within(found: FailedGuard, asked: Case): readonly FailedGuard[] {
  const implementation = implementationOf(asked.definition.machine, 'guards', found.name);
  return partsOf(implementation).length > 0 ? failing(implementation, asked) : [found];
}

function partsOf(guard: unknown): readonly unknown[] {
  return (typeof guard === 'function' && (guard as { guards?: readonly unknown[] }).guards) || [];
}

function negated({ name, params }: FailedGuard): FailedGuard {
  return { name: `!${name}`, params };
}

function named(guard: unknown, { snapshot, event }: Case): FailedGuard {
  if (typeof guard === 'string') return { name: guard, params: undefined };
  const { type, params, name } = guard as { type?: string; params?: unknown; name?: string };
  const resolved =
    typeof params === 'function'
      ? (params as (args: unknown) => unknown)({ context: snapshot.context as unknown, event })
      : params;
  return { name: type ?? name ?? 'unnamed', params: resolved };
}

function holds(guard: unknown, { snapshot, event }: Case): boolean {
  return evaluateGuard(guard as never, snapshot.context as never, event as never, snapshot);
}

function wordsFor({ reasons }: MachineDefinition, name: string): Reason | undefined {
  return Object.hasOwn(reasons, name) ? reasons[name] : undefined;
}

function worded(
  reason: Reason | undefined,
  snapshot: AnyMachineSnapshot,
  event: Event,
  params: unknown,
): string | undefined {
  if (typeof reason !== 'function') return reason;
  return reason({
    context: snapshot.context as never,
    event: event as never,
    params: params as never,
  });
}

const checkOf = (guard: unknown): unknown => (guard as { readonly check?: unknown }).check;
const andCheck = checkOf(and([]));
const notCheck = checkOf(not(() => true));
const isKind = (guard: unknown, check: unknown): boolean =>
  typeof guard === 'function' && checkOf(guard) === check;
