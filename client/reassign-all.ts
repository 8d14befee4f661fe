/** All of somebody's work to somebody else: somebody leaves, or is away for long. */
import { problemId } from '../domain/ids';
import type { RectificationRow } from './list';
import { listRectifications } from './list';
import { mapBounded } from './bounded';
import type { Calls } from './calls';
import type { Sent } from './command';
import { view, type ProblemView, type RectificationView, type ShownProblem } from './read';
import { sendOne } from './send';
import type { By } from './sender';

export interface Reassigning {
  readonly from: string;
  readonly to: string;
  readonly by: By;
  readonly reason?: string;
  /** Only in this rectification; default: in every open one. */
  readonly rectification?: string;
  /** Only this role; default: every role held. */
  readonly role?: HeldRole;
  readonly commandId?: string;
}

export type HeldRole = 'handler' | 'departmentHead' | 'responsibleLeader';

/** One role somebody holds by name in one open problem. */
export interface Held {
  readonly workflow: string;
  readonly role: HeldRole;
}

/** What was found is what the rectifications themselves say, not the index: nothing that came a moment ago is missed. */
export async function reassignAll(
  calls: Calls,
  { from, to, by, reason, rectification, role, commandId }: Reassigning,
): Promise<readonly Sent[]> {
  const held = await heldBy(calls, from, rectification);
  const asked = held.filter((each) => role === undefined || each.role === role);
  const id = commandId ?? `reassign/${from}/${to}/${Date.now()}`;
  return mapBounded(byProblem(asked), 8, async (roles) => {
    const sent: Sent[] = [];
    for (const each of roles) {
      const fields = { role: each.role, from, to, ...(reason === undefined ? {} : { reason }) };
      const command = { id: `${id}/${each.role}`, event: 'reassign', fields, by };
      sent.push(await sendOne(calls, each.workflow, command));
    }
    return sent;
  }).then((all) => all.flat());
}

/** The roles a person holds by name in open problems. */
export async function heldBy(
  calls: Calls,
  person: string,
  rectification?: string,
): Promise<readonly Held[]> {
  const rectifications =
    rectification === undefined
      ? (await listRectifications(calls, true)).map((row: RectificationRow) => row.workflow)
      : [rectification];
  const open = await mapBounded(rectifications, 4, (each) => openProblems(calls, each));
  const held = await mapBounded(open.flat(), 10, async (workflow) => {
    const { context }: ProblemView = await view(calls, workflow, null);
    return rolesOf(context, person).map((role) => ({ workflow, role }));
  });
  return held.flat();
}

async function openProblems(calls: Calls, rectification: string): Promise<readonly string[]> {
  const { context }: RectificationView = await view(calls, rectification, null);
  return Object.entries(context.problems)
    .filter(([, { stage }]) => stage !== 'closed')
    .map(([seq]) => problemId(rectification, Number(seq)));
}

export function rolesOf(
  { assignment }: Pick<ShownProblem, 'assignment'>,
  person: string,
): readonly HeldRole[] {
  return [
    ...(assignment.handlers.includes(person) ? (['handler'] as const) : []),
    ...(assignment.departmentHead === person ? (['departmentHead'] as const) : []),
    ...(assignment.responsibleLeader === person ? (['responsibleLeader'] as const) : []),
  ];
}

function byProblem(held: readonly Held[]): readonly (readonly Held[])[] {
  const groups = new Map<string, Held[]>();
  for (const each of held) groups.set(each.workflow, [...(groups.get(each.workflow) ?? []), each]);
  return [...groups.values()];
}
