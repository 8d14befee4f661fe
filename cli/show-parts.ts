/** The parts that a problem's and a rectification's page share. */
import type { MayEvent, View } from '../engine/core';
import type { Schedule, Wait } from '../domain/schedule';
import type { PlanClock } from '../domain/plan-clock';
import type { Waits } from '../machines/waits';
import { localTime } from '../machines/local-time';
import { kebab } from './event-options';
import { zh } from './messages/zh';
import { width } from './table';

const words = zh.commands.show;

/** Who may do what now. */
export interface Possible {
  readonly person: string;
  readonly name: string;
  readonly events: readonly MayEvent[];
}

/** A label and what it says, the labels in one column; what is null is left out. */
export function labelled(rows: readonly (readonly [string, string | null])[]): readonly string[] {
  const told = rows.flatMap(([label, text]) => (text === null ? [] : [[label, text] as const]));
  const columns = Math.max(0, ...told.map(([label]) => width(label)));
  return told.map(([label, text]) => `  ${label}${' '.repeat(columns - width(label))}  ${text}`);
}

/** Every date that is waited for, with where it comes from. */
export function dateLines(waits: Waits): readonly string[] {
  const lines = (Object.entries(waits) as [Wait, Waits[Wait]][]).flatMap(([wait, state]) => {
    if (state === undefined) return [];
    const { schedule } = state;
    return schedule === null ? [words.pending(zh.waits[wait])] : datesOf(wait, schedule);
  });
  return lines.length === 0 ? [] : ['', words.dates, ...lines];
}

function datesOf(wait: Wait, { dueOn, because, provisional }: Schedule): readonly string[] {
  return [words.date(zh.waits[wait], dueOn, provisional), ...because.map(words.because)];
}

/** A reminder or change of lamp that is still to come. */
export interface Coming {
  /** Real instant. */
  readonly at: string;
  /** The plan's local time, `2026-11-30 09:00`. */
  readonly local: string;
  readonly wait: Wait;
  readonly audience: readonly string[];
  readonly why: string;
}

/** Of every wait, in order of time. */
export function comingIn(waits: Waits, clock: PlanClock): readonly Coming[] {
  return (Object.entries(waits) as [Wait, Waits[Wait]][])
    .flatMap(([wait, state]) =>
      (state?.schedule?.milestones.slice(state.reached) ?? []).map(({ at, audience, why }) => ({
        at,
        local: localTime(clock, at),
        wait,
        audience,
        why,
      })),
    )
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

const shownAhead = 8;

export function comingLines(coming: readonly Coming[]): readonly string[] {
  if (coming.length === 0) return [];
  const lines = coming
    .slice(0, shownAhead)
    .map(({ local, audience, why }) => words.next(local, words.told(rolesOf(audience), why)));
  return ['', words.coming, ...lines, ...(coming.length > shownAhead ? [words.more] : [])];
}

function rolesOf(audience: readonly string[]): string {
  return audience.map((role) => zh.values[role] ?? role).join('、');
}

export function incidentLines({ workflow, incidents }: Pick<View, 'workflow' | 'incidents'>) {
  const { row } = zh.commands.incidents;
  const lines = incidents.map(({ id, name, parked }) =>
    row(workflow, id, name, parked?.error.message ?? '', parked?.at ?? ''),
  );
  return lines.length === 0 ? [] : ['', words.incidents, ...lines];
}

/** What may be done now, each with who may; for one person without the name. */
export function mayLines(possible: readonly Possible[]): readonly string[] {
  if (possible.length === 0) return [];
  const byEvent = new Map<string, { readonly title: string; readonly names: string[] }>();
  for (const { name, person, events } of possible) {
    for (const { type, title } of events) {
      const entry = byEvent.get(type) ?? { title, names: [] };
      byEvent.set(type, entry);
      entry.names.push(`${name}（${person}）`);
    }
  }
  const lines = [...byEvent].map(([type, { title, names }]) =>
    possible.length === 1
      ? words.mayOne(title, kebab(type))
      : words.mayOf(title, kebab(type), names.join('、')),
  );
  return ['', words.may, ...(lines.length === 0 ? [words.mayNothing] : lines)];
}
