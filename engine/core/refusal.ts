/** Why an event is not taken, in words, and what is accepted instead. */
import { getNextTransitions, type AnyMachineSnapshot, type AnyTransitionDefinition } from 'xstate';
import { and, evaluateGuard, not } from 'xstate/guards';
import { hears } from './chart';
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
  const failed = firstFalse(candidate.guard, snapshot, event);
  if (failed === null) return [];
  const text =
    worded(definition.reasons[failed.name], snapshot, event, failed.params) ??
    `guard ${failed.name}`;
  return [{ code: 'forbidden', guard: failed.name, text, faults: [] }];
}

interface FailedGuard {
  readonly name: string;
  readonly params: unknown;
}

/** The first named guard, in reading order, that keeps the whole from holding; null when it holds. */
function firstFalse(
  guard: unknown,
  snapshot: AnyMachineSnapshot,
  event: Event,
): FailedGuard | null {
  if (holds(guard, snapshot, event)) return null;
  const parts = (guard as { readonly guards?: readonly unknown[] }).guards;
  if (isKind(guard, andCheck))
    return first(parts ?? [], (part) => firstFalse(part, snapshot, event));
  if (isKind(guard, notCheck)) return negated(named(parts?.[0], snapshot, event));
  if (parts !== undefined) return first(parts, (part) => firstFalse(part, snapshot, event));
  return named(guard, snapshot, event);
}

function negated({ name, params }: FailedGuard): FailedGuard {
  return { name: `!${name}`, params };
}

function named(guard: unknown, snapshot: AnyMachineSnapshot, event: Event): FailedGuard {
  if (typeof guard === 'string') return { name: guard, params: undefined };
  const { type, params, name } = guard as { type?: string; params?: unknown; name?: string };
  const resolved =
    typeof params === 'function'
      ? (params as (args: unknown) => unknown)({ context: snapshot.context as unknown, event })
      : params;
  return { name: type ?? name ?? 'unnamed', params: resolved };
}

function holds(guard: unknown, snapshot: AnyMachineSnapshot, event: Event): boolean {
  return evaluateGuard(guard as never, snapshot.context as never, event as never, snapshot);
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

function first<A, B>(items: readonly A[], find: (item: A) => B | null): B | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
