/** Steps of a schedule on their way to milestones: what falls on one instant becomes one milestone with all its audiences. */
import { alsoCarries } from './rung-words';
import type { Milestone } from './schedule';
import type { PlainDate } from './words';

/** One rung, or one silent change of the lamp, with its real instant. */
export interface Step extends Milestone {
  /** How a rung is named where it shares a milestone with others; null for what is not a rung. */
  readonly label: string | null;
  /** The working day on which it goes out; null for what no calendar decides. */
  readonly day: PlainDate | null;
}

/** A milestone to be, still with the working days it goes out on. */
export interface Morning {
  readonly milestone: Milestone;
  readonly days: readonly PlainDate[];
}

/** Takes steps in ascending order and gives one morning for each instant; reads one step ahead. */
export function* mornings(steps: Iterable<Step>): Generator<Morning> {
  let together: Step[] = [];
  for (const step of steps) {
    if (together[0] !== undefined && together[0].at !== step.at) {
      yield* merged(together);
      together = [];
    }
    together.push(step);
  }
  yield* merged(together);
}

/** Under the id of the last step; a summary keeps its own, for it is sent as one. What is silent comes first, if at all. */
function* merged(steps: readonly Step[]): Generator<Morning> {
  const last = steps.at(-1);
  if (last === undefined) return;
  const heard = steps.find(({ id }) => id === 'summary') ?? last;
  const audible = steps.filter(({ audience }) => audience.length > 0);
  const labels = audible.flatMap(({ label }) => (label === null ? [] : [label]));
  const milestone: Milestone = {
    rung: last.rung,
    id: heard.id,
    at: last.at,
    lamp: last.lamp,
    audience: [...new Set(audible.flatMap(({ audience }) => audience))],
    why: heard.why + (audible.length > 1 ? alsoCarries(labels) : ''),
  };
  yield { milestone, days: steps.flatMap(({ day }) => (day === null ? [] : [day])) };
}
