/** Titles and names that an installation keeps out of the server's index: the workflows themselves are asked. */
import { rectificationTitle } from '../domain/rectification-title';
import type { NamingAttribute } from '../workflows/contract';
import { mapBounded } from './bounded';
import type { Calls } from './calls';
import { peopleOf, type Named } from './people-of';
import { view, type ProblemView, type RectificationView } from './read';

/** As the index has them. */
interface ProblemNames {
  readonly title: string | null;
  readonly department: string | null;
  readonly responsibleLeader: string | null;
}

interface ProblemRow extends ProblemNames {
  readonly workflow: string;
  readonly rectification: string | null;
}

/** Empty in the index because nobody is to read it there. */
export function isHidden(
  { hiddenAttributes = [] }: Calls,
  name: NamingAttribute,
  value: string | null,
): boolean {
  return value === null && hiddenAttributes.includes(name);
}

interface NameFilter {
  readonly department?: string;
  readonly responsibleLeader?: string;
}

/** What of a filter the index can be asked; the rest is to be looked at in the rows. */
export function indexed<Filter extends NameFilter>(
  { hiddenAttributes = [] }: Calls,
  filter: Filter,
): Omit<Filter, keyof NameFilter> & NameFilter {
  const { department, responsibleLeader, ...rest } = filter;
  const asks = (name: NamingAttribute): boolean => !hiddenAttributes.includes(name);
  return {
    ...rest,
    ...(department !== undefined && asks('Department') ? { department } : {}),
    ...(responsibleLeader !== undefined && asks('ResponsibleLeader') ? { responsibleLeader } : {}),
  };
}

/**
 * The rows with what the index hides: one question to each such problem and its rectification. One that has not begun yet
 * has nothing to hide.
 */
export async function withNames<Row extends ProblemRow>(
  calls: Calls,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const nameless = rows.filter((row) => row.rectification !== null && hidesOf(calls, row));
  const rectifications = [...new Set(nameless.flatMap(({ rectification }) => rectification ?? []))];
  const lists = await mapBounded(rectifications, 10, (each) => peopleOf(calls, each));
  const people = new Map(rectifications.map((each, index) => [each, lists[index] ?? []]));
  const names = await mapBounded(nameless, 10, ({ workflow, rectification }) =>
    namesOf(calls, workflow, people.get(rectification ?? '') ?? []),
  );
  const byWorkflow = new Map(nameless.map(({ workflow }, index) => [workflow, names[index]]));
  return rows.map((row) => ({ ...row, ...byWorkflow.get(row.workflow) }));
}

function hidesOf(calls: Calls, { title, department, responsibleLeader }: ProblemNames): boolean {
  return (
    isHidden(calls, 'Title', title) ||
    isHidden(calls, 'Department', department) ||
    isHidden(calls, 'ResponsibleLeader', responsibleLeader)
  );
}

async function namesOf(
  calls: Calls,
  workflow: string,
  people: readonly Named[],
): Promise<ProblemNames> {
  const { context }: ProblemView = await view(calls, workflow, null);
  const { department, responsibleLeader: leader } = context.assignment;
  const responsibleLeader = people.find(({ id }) => id === leader)?.name ?? leader;
  return { title: context.title, department, responsibleLeader };
}

export async function namesOfRectification(
  calls: Calls,
  workflow: string,
): Promise<{ readonly unit: string; readonly title: string }> {
  const { context }: RectificationView = await view(calls, workflow, null);
  const { unit, feedbackOn } = context;
  return { unit, title: rectificationTitle(unit, feedbackOn) };
}
