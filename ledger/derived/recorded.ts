/** A line with the workflow whose line it is, and what its id says. */
import { partOf } from '../line-fields';
import type { RecordedLine } from '../recording';

export interface Recorded {
  readonly workflow: string;
  readonly line: RecordedLine;
}

export type WorkflowKind = 'problem' | 'rectification' | 'digest';

export function isOf(kind: WorkflowKind): (recorded: Recorded) => boolean {
  return ({ workflow }) => workflow.startsWith(`${kind}/`);
}

/** The last value of a fact that these lines have, by workflow; those that do not say it are not there. */
export function lastFact(lines: readonly Recorded[], name: string): ReadonlyMap<string, unknown> {
  return new Map(
    lines.flatMap(({ workflow, line }) => {
      const value = partOf(line['facts'], name);
      return value === undefined ? [] : [[workflow, value] as const];
    }),
  );
}

/** Whether a line says one of these facts. */
export function says(...facts: readonly string[]): (recorded: Recorded) => boolean {
  return ({ line }) => facts.some((fact) => partOf(line['facts'], fact) !== undefined);
}

/** All that these lines say, by workflow, later lines over earlier ones; as PostgreSQL takes it. */
export function factsIn(
  lines: readonly Recorded[],
): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const all = new Map<string, object>();
  for (const { workflow, line } of lines)
    all.set(workflow, { ...all.get(workflow), ...(line['facts'] ?? {}) });
  return new Map([...all].map(([workflow, facts]) => [workflow, JSON.parse(jsonOf(facts))]));
}

/** An object as JSON that PostgreSQL takes: it knows no NUL and no half of a pair of surrogates. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string'
      ? each.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
      : each,
  );
}
