/** The machines whose steps are measured, each in the middle of its life, with commands that lead round in a circle. */
import { chineseCalendar } from '../calendar/chinese';
import { rememberingSchedule } from '../client/rehearse/dates';
import { realTime } from '../domain/plan-clock';
import type { ScheduleRequest } from '../domain/schedule';
import { begin, recorded, settle, type Json, type JsonObject, type State } from '../engine/core';
import { rectificationContext } from '../machines';
import { problemRegistry, rectificationRegistry } from '../workflows/registry';
import { defaultPolicy, few, problemInput } from './problem-case';

const schedule = rememberingSchedule(chineseCalendar);

export const at = '2026-11-23T02:00:00.000Z';

export interface Command {
  readonly by: JsonObject;
  readonly event: JsonObject & { readonly type: string };
}

export interface StepCase {
  readonly name: string;
  readonly start: () => State;
  /** After the last one the machine stands where it stood before the first. */
  readonly circle: readonly Command[];
}

const does = (person: string, type: string, fields: JsonObject = {}): Command => ({
  by: { decidedBy: person, recordedBy: person, basis: 'ownSignIn' },
  event: { ...fields, type },
});

/** What a department and its reviewers do most. */
const work: readonly Command[] = [
  does('handler', 'report', { text: '已核8笔' }),
  does('office', 'flag', { reason: '进度滞后' }),
  does('office', 'unflag', { reason: '已赶上' }),
  does('handler', 'submit', { text: '12笔均已补齐' }),
  does('head', 'return', { reason: '第3笔缺公函' }),
];

const upkeep: readonly Command[] = [
  does('handler', 'reportUpkeep', { text: '本季度已核对' }),
  does('office', 'returnUpkeep', { reason: '缺佐证材料' }),
];

const plan: readonly Command[] = [
  does('office', 'submitPlan'),
  does('supervisor', 'returnPlan', { reason: '措施不实' }),
];

export const stepCases: readonly StepCase[] = [
  { name: 'immediate', start: () => problem('immediate', 'rectifying'), circle: work },
  { name: 'timeLimited', start: () => problem('timeLimited', 'rectifying'), circle: work },
  { name: 'longTerm', start: () => problem('longTerm', 'upkeep'), circle: upkeep },
  { name: 'rectification', start: rectification, circle: plan },
];

function problem(kind: 'immediate' | 'timeLimited' | 'longTerm', entry: 'rectifying' | 'upkeep') {
  const input = problemInput({ title: '固定资产台账不清', kind, entry, due: '2027-06-30' });
  const ref = { name: kind, version: '1' };
  const beginning = { workflow: 'problem/bench/1', at };
  return atRest(begin(problemRegistry, ref, input as unknown as Json, beginning).state);
}

function rectification(): State {
  const input = rectificationContext({
    ...{
      id: 'bench',
      now: at,
      unit: '云川县水务局',
      inspectedBy: null,
      inspection: { from: null, to: null },
      feedbackOn: '2026-11-20',
    },
    ...{ policy: defaultPolicy, clock: realTime, people: few, takenOver: false },
  });
  const ref = { name: 'rectification', version: '1' };
  const beginning = { workflow: 'rectification/bench', at };
  return atRest(begin(rectificationRegistry, ref, input as unknown as Json, beginning).state);
}

/** Recorded, and with all it asked for done: what a running instance is most of the time. */
export function atRest(state: State): State {
  const [work] = state.work;
  if (work === undefined) return recorded(state, state.sequence);
  const output =
    work.name === 'schedule'
      ? (schedule(work.input as unknown as ScheduleRequest) as unknown as Json)
      : null;
  const settled = settle(state, work.id, { kind: 'done', output }, at);
  return atRest(settled?.state ?? state);
}
