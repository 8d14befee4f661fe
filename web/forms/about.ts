/** What a form knows of what it is for: the people to choose from, departments, measures, sub-findings. From the record alone. */
import type { Ledger, PersonRow, ProblemRow, RectificationRow } from '../../ledger';
import { isRecord } from '../../engine/core';

export interface About {
  readonly rectification: RectificationRow;
  readonly people: readonly PersonRow[];
  /** Empty where the event is for the rectification as a whole. */
  readonly problems: readonly ProblemRow[];
}

/** What the inputs of a form are made from. */
export type Known = Pick<About, 'people' | 'problems'>;

export interface KnownMeasure {
  readonly ordinal: number;
  readonly text: string;
  readonly department: string | null;
  readonly due: string | null;
  readonly recurrence: string | null;
  readonly doneAt: string | null;
}

/** Null where there is no such rectification, or one of the problems is not there. */
export async function readAbout(
  ledger: Pick<Ledger, 'rectifications' | 'people' | 'problems'>,
  id: string,
  workflows: readonly string[],
): Promise<About | null> {
  const [rectification] = await ledger.rectifications([id]);
  if (rectification === undefined) return null;
  const wanted = workflows.filter((workflow) => workflow.startsWith('problem/'));
  const [people, problems] = await Promise.all([
    ledger.people(id),
    wanted.length === 0 ? [] : ledger.problems({ rectification: id, workflows: wanted }),
  ]);
  return problems.length === wanted.length ? { rectification, people, problems } : null;
}

/** Of the people, and of what has been assigned already. */
export function departmentsOf({ people, problems }: Known): readonly string[] {
  const named = [...people, ...problems].map(({ department }) => department);
  return [...new Set(named.flatMap((department) => department ?? []))];
}

/** Of one problem; none where there are several. */
export function measuresOf({ problems }: Known): readonly KnownMeasure[] {
  return listOf(problems, 'measures') as unknown as readonly KnownMeasure[];
}

/** What stands in a form before anybody has typed: what replaces something begins with it. */
export function begunWith(event: string, known: Known): Readonly<Record<string, unknown>> {
  const measures = event === 'plan' ? measuresOf(known) : [];
  return measures.length === 0 ? {} : { measures };
}

export function subFindingsOf({
  problems,
}: Known): readonly { readonly text: string; readonly outcome: string | null }[] {
  return listOf(problems, 'subFindings') as unknown as readonly {
    readonly text: string;
    readonly outcome: string | null;
  }[];
}

function listOf(problems: readonly ProblemRow[], name: string): readonly object[] {
  const found = problems.length === 1 ? problems[0]?.facts[name] : undefined;
  return Array.isArray(found) ? (found as readonly unknown[]).filter(isRecord) : [];
}
