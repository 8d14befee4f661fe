/** Which problems there are, from the server's index: quick for thousands, a moment behind the truth. Never decide by it. */
import type { WorkflowExecutionInfo } from '@temporalio/client';
import type { TypedSearchAttributes } from '@temporalio/common';
import { rectificationId } from '../domain/ids';
import { planDayOf } from '../domain/plain-date';
import { realTime, toPlan, type PlanClock } from '../domain/plan-clock';
import type { Kind, Lamp, PlainDate } from '../domain/words';
import type { Stage } from '../machines';
import { workflowTypes, type WorkflowType } from '../workflows/contract';
import { mapBounded } from './bounded';
import { call, type Calls } from './calls';
import { TargetUnknown } from './errors';
import { indexed, isHidden, namesOfRectification, withNames } from './hidden-names';
import { peopleOf } from './people-of';
import { view, type ProblemView } from './read';

export interface Filter {
  /** As people know it, or the workflow's id. */
  readonly rectification?: string;
  readonly lamps?: readonly Lamp[];
  readonly kinds?: readonly Kind[];
  readonly stages?: readonly Stage[];
  readonly department?: string;
  readonly responsibleLeader?: string;
  /** An id or a name: problems this person is to act on, or is assigned to. */
  readonly person?: string;
  readonly incident?: boolean;
  /** Default: open and closed. */
  readonly open?: boolean;
}

export interface Row {
  readonly workflow: string;
  readonly rectification: string | null;
  readonly seq: number;
  readonly title: string | null;
  readonly kind: Kind | null;
  readonly stage: Stage | null;
  readonly lamp: Lamp | null;
  readonly responsibleLeader: string | null;
  readonly department: string | null;
  /** Real instants, ISO 8601 UTC. */
  readonly dueAt: string | null;
  /** The due day in the plan's own calendar. */
  readonly dueOn: PlainDate | null;
  readonly nextAt: string | null;
  readonly round: number | null;
  readonly incident: boolean;
  readonly open: boolean;
}

export interface RectificationRow {
  readonly workflow: string;
  readonly unit: string | null;
  readonly title: string | null;
  readonly stage: string | null;
  readonly lamp: Lamp | null;
  readonly open: boolean;
}

/** In the order of rectification and list. */
export async function list(calls: Calls, filter: Filter): Promise<readonly Row[]> {
  const found = await all(calls, queryOf(indexed(calls, filter)));
  const named = await withNames(calls, found.map(rowOf).sort(inOrder));
  const rows = await withDueDays(calls, named.filter(answersTo(filter)));
  return filter.person === undefined ? rows : ofPerson(calls, rows, filter.person);
}

export async function listRectifications(
  calls: Calls,
  open: boolean,
): Promise<readonly RectificationRow[]> {
  const found = await all(
    calls,
    and([equals('WorkflowType', workflowTypes.rectification), ...(open ? [running] : [])]),
  );
  const rows = found.map((info) => ({
    workflow: info.workflowId,
    unit: text(info, 'Unit'),
    title: text(info, 'Title'),
    stage: text(info, 'Stage'),
    lamp: text(info, 'Lamp') as Lamp | null,
    open: info.status.name === 'RUNNING',
  }));
  return mapBounded(rows, 10, async (row) =>
    isHidden(calls, 'Unit', row.unit) || isHidden(calls, 'Title', row.title)
      ? { ...row, ...(await namesOfRectification(calls, row.workflow)) }
      : row,
  );
}

function answersTo({ department, responsibleLeader }: Filter): (row: Row) => boolean {
  return (row) =>
    (department === undefined || row.department === department) &&
    (responsibleLeader === undefined || row.responsibleLeader === responsibleLeader);
}

/** The ids of all running workflows of a type, in order. */
export function listRunning(calls: Calls, type: WorkflowType): Promise<readonly string[]> {
  return idsOfAll(calls, and([equals('WorkflowType', type), running]));
}

/** The ids of all workflows of ours in which something was given up, digests among them, in order. */
export function listIncidents(calls: Calls): Promise<readonly string[]> {
  return idsOfAll(calls, 'Incident = true');
}

async function idsOfAll(calls: Calls, query: string): Promise<readonly string[]> {
  const found = await all(calls, query);
  return found.map(({ workflowId }) => workflowId).sort();
}

/** Temporal's list filter; the person is looked for afterwards. */
export function queryOf(filter: Filter): string {
  const { rectification, lamps, kinds, stages, department, responsibleLeader } = filter;
  return and([
    equals('WorkflowType', workflowTypes.problem),
    ...(rectification === undefined
      ? []
      : [equals('Rectification', rectificationId(rectification.replace(/^rectification\//, '')))]),
    ...oneOf('Lamp', lamps),
    ...oneOf('Kind', kinds),
    ...oneOf('Stage', stages),
    ...(department === undefined ? [] : [equals('Department', department)]),
    ...(responsibleLeader === undefined ? [] : [equals('ResponsibleLeader', responsibleLeader)]),
    ...(filter.incident === undefined ? [] : [`Incident = ${filter.incident}`]),
    ...(filter.open === undefined ? [] : [filter.open ? running : `ExecutionStatus != "Running"`]),
  ]);
}

const running = 'ExecutionStatus = "Running"';
const and = (terms: readonly string[]): string => terms.join(' AND ');

/** The text can hold anything a person typed: quotes and backslashes are taken out of the language's reach. */
function equals(name: string, value: string): string {
  return `${name} = ${quoted(value)}`;
}

function oneOf(name: string, values: readonly string[] | undefined): readonly string[] {
  return values === undefined || values.length === 0
    ? []
    : [`${name} IN (${values.map(quoted).join(', ')})`];
}

function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

async function all(calls: Calls, query: string): Promise<readonly WorkflowExecutionInfo[]> {
  return call(calls, null, async () => {
    const found: WorkflowExecutionInfo[] = [];
    for await (const info of calls.client.workflow.list({ query })) found.push(info);
    return newestRuns(found);
  });
}

/** Of several runs of one id only the newest: continued, or reopened. */
function newestRuns(found: readonly WorkflowExecutionInfo[]): readonly WorkflowExecutionInfo[] {
  const newest = new Map<string, WorkflowExecutionInfo>();
  for (const info of found) {
    const known = newest.get(info.workflowId);
    if (known === undefined || info.startTime > known.startTime) newest.set(info.workflowId, info);
  }
  return [...newest.values()];
}

function rowOf(info: WorkflowExecutionInfo): Row {
  return {
    workflow: info.workflowId,
    rectification: text(info, 'Rectification'),
    seq: Number(value(info, 'ProblemNumber') ?? info.workflowId.split('/').at(-1)),
    title: text(info, 'Title'),
    kind: text(info, 'Kind') as Kind | null,
    stage: text(info, 'Stage') as Stage | null,
    lamp: text(info, 'Lamp') as Lamp | null,
    responsibleLeader: text(info, 'ResponsibleLeader'),
    department: text(info, 'Department'),
    dueAt: instant(info, 'DueAt'),
    dueOn: null,
    nextAt: instant(info, 'NextAt'),
    round: value(info, 'Round') === undefined ? null : Number(value(info, 'Round')),
    incident: value(info, 'Incident') === true,
    open: info.status.name === 'RUNNING',
  };
}

function inOrder(a: Row, b: Row): number {
  const [one, other] = [a.rectification ?? '', b.rectification ?? ''];
  return one === other ? a.seq - b.seq : one < other ? -1 : 1;
}

/** The due instant is the last second of the due day, by each rectification's own clock. */
async function withDueDays(calls: Calls, rows: readonly Row[]): Promise<readonly Row[]> {
  const rectifications = [...new Set(rows.flatMap(({ rectification }) => rectification ?? []))];
  const found = await mapBounded(rectifications, 10, (id) => clockOf(calls, id));
  const clocks = new Map(rectifications.map((id, index) => [id, found[index] ?? realTime]));
  return rows.map((row) => ({
    ...row,
    dueOn:
      row.dueAt === null
        ? null
        : planDayOf(toPlan(clocks.get(row.rectification ?? '') ?? realTime, row.dueAt)),
  }));
}

/** Real time where the rectification is not known any more. */
async function clockOf(calls: Calls, rectification: string): Promise<PlanClock> {
  try {
    const { context } = await view<{ readonly clock: PlanClock }>(calls, rectification, null);
    return context.clock;
  } catch (error) {
    if (error instanceof TargetUnknown) return realTime;
    throw error;
  }
}

/** Asks each problem itself: the index knows only leaders, and those by name. */
async function ofPerson(
  calls: Calls,
  rows: readonly Row[],
  person: string,
): Promise<readonly Row[]> {
  const ids = await idsOf(calls, rows, person);
  const concerned = await mapBounded(rows, 10, (row) => concerns(calls, row, ids));
  return rows.filter((_row, index) => concerned[index]);
}

async function concerns(calls: Calls, row: Row, ids: ReadonlySet<string>): Promise<boolean> {
  const { context }: ProblemView = await view(calls, row.workflow, null);
  const { handlers, departmentHead, responsibleLeader } = context.assignment;
  const named = [...handlers, departmentHead, responsibleLeader, ...context.acting.persons];
  return named.some((id) => id !== null && ids.has(id));
}

/** The ids a name stands for in any of the rectifications; the word itself is an id too. */
async function idsOf(
  calls: Calls,
  rows: readonly Row[],
  person: string,
): Promise<ReadonlySet<string>> {
  const rectifications = new Set(rows.flatMap(({ rectification }) => rectification ?? []));
  const ids = await mapBounded([...rectifications], 10, async (rectification) => {
    const people = await peopleOf(calls, rectification);
    return people.filter(({ name }) => name === person).map(({ id }) => id);
  });
  return new Set([person, ...ids.flat()]);
}

function value(
  { typedSearchAttributes }: { readonly typedSearchAttributes: TypedSearchAttributes },
  name: string,
): unknown {
  return typedSearchAttributes.getAll().find(({ key }) => key.name === name)?.value;
}

function text(info: WorkflowExecutionInfo, name: string): string | null {
  const found = value(info, name);
  return typeof found === 'string' ? found : null;
}

function instant(info: WorkflowExecutionInfo, name: string): string | null {
  const found = value(info, name);
  return found instanceof Date ? found.toISOString() : null;
}
