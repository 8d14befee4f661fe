/** What the problems of a run show of themselves in the end. */
import type { ProblemView, Zhenggai } from '../client';
import { problemId } from '../domain/ids';
import type { Reception } from '../domain/reception';

/** By workflow; those that do not answer are left out. */
export async function viewsOf(
  zhenggai: Zhenggai,
  receptions: readonly Reception[],
): Promise<ReadonlyMap<string, ProblemView>> {
  const views = new Map<string, ProblemView>();
  for (const { id, problems } of receptions)
    for (const { seq } of problems) {
      const workflow = problemId(id, seq);
      const view = await zhenggai.problem(workflow).catch(() => null);
      if (view !== null) views.set(workflow, view);
    }
  return views;
}
