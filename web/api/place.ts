/** What a call is about, where the caller may see it; for all else there is no such thing, and the attempt is noted. */
import { problemId } from '../../domain/ids';
import type { PersonRow, ProblemRow, RectificationRow } from '../../ledger';
import { NoWorkerAnswers, ServerUnreachable, TargetUnknown } from '../../client';
import { personIn, sees } from '../access/access';
import { noteRefused } from '../layout/refused';
import type { Call } from './operation';
import { ApiProblem } from './problem-details';

export interface RectificationPlace {
  readonly row: RectificationRow;
  readonly people: readonly PersonRow[];
  /** As whom the caller acts there; null where they only look. */
  readonly person: string | null;
}

export async function rectificationAt(call: Call): Promise<RectificationPlace> {
  const { deps, caller, path } = call;
  const id = path('rectification');
  const [row] = await deps.ledger.rectifications([id]);
  if (row === undefined || !sees(caller.viewer, row.unit)) throw await notSeen(call);
  const people = await deps.ledger.people(id);
  return { row, people, person: personIn(caller.viewer, { unit: row.unit, people }) };
}

export interface ProblemPlace extends RectificationPlace {
  readonly problem: ProblemRow;
}

export async function problemAt(call: Call): Promise<ProblemPlace> {
  const place = await rectificationAt(call);
  const workflow = problemIn(call);
  const asked = { rectification: place.row.id, workflows: [workflow] };
  const [problem] = await call.deps.ledger.problems(asked);
  if (problem === undefined) throw await notSeen(call);
  return { ...place, problem };
}

/** The workflow that the address names. */
export function problemIn({ path }: Call): string {
  const seq = path('seq');
  if (!/^[1-9]\d{0,5}$/.test(seq)) throw nothing();
  return problemId(path('rectification'), Number(seq));
}

export async function notSeen({ c, deps, caller }: Call): Promise<ApiProblem> {
  await noteRefused(c, deps, 'notSeen', { account: caller.viewer.account.id });
  return nothing();
}

function nothing(): ApiProblem {
  return new ApiProblem('not-found', 'There is no such thing, or you may not see it.');
}

/** What the caller can send now; null while nobody answers that. */
export async function mayAt({ deps }: Call, workflow: string, person: string | null) {
  if (person === null) return [];
  try {
    const [may = []] = await deps.zhenggai.may(workflow, [person]);
    return may.map(({ type, title }) => ({ event: type, title }));
  } catch (error) {
    if (error instanceof TargetUnknown) return [];
    if (error instanceof NoWorkerAnswers || error instanceof ServerUnreachable) return null;
    throw error;
  }
}
