/** How a rehearsal ends: where each problem and the whole stand, and what was sent. */
import { problemId, rectificationId } from '../../domain/ids';
import type { Reception } from '../../domain/reception';
import { statusOf } from '../../machines';
import type { DeliveredMessage, ProblemEnd, RectificationEnd } from './rehearsal';
import { problemOf, rectificationOf, shownOf } from './standing';
import { localOf } from './timetable';
import type { World } from './world';

/** In order of `seq`; a problem that was refused on receiving is not there. */
export function problemEnds(world: World, reception: Reception): readonly ProblemEnd[] {
  const periodHasEnded = rectificationEnd(world, reception).atPeriodEnd !== null;
  return reception.problems.flatMap(({ seq }) => {
    const state = world.state(problemId(reception.id, seq));
    if (state === null) return [];
    const { title, kind, outcome } = problemOf(state);
    const { stage, lamp, dueOn, round } = shownOf(state);
    const status = statusOf(problemOf(state), stage, periodHasEnded);
    return [{ seq, title, kind, stage, lamp, status, outcome, dueOn, round }];
  });
}

export function rectificationEnd(world: World, { id }: Reception): RectificationEnd {
  const state = world.state(rectificationId(id));
  if (state === null) throw new Error(`没有 ${rectificationId(id)}`);
  return {
    stage: shownOf(state).stage,
    atPeriodEnd: rectificationOf(state).periodEnd?.counts ?? null,
  };
}

export function messagesOf(world: World, { clock }: Reception): readonly DeliveredMessage[] {
  return world.happenings.flatMap((each) =>
    each.kind === 'delivered' ? [{ at: localOf(clock, each.at), digest: each.digest }] : [],
  );
}
