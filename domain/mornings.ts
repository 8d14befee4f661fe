/** Steps of a schedule on their way to milestones: what falls on one instant becomes one milestone with all its audiences. */
import { alsoCarries } from './rung-words';
import type { Milestone } from './schedule';
import type { PlainDate } from './words';

/** One rung, or one silent change of the lamp, with its real instant. */
export interface Step extends Milestone {
  /** How a rung is named where it shares a milestone with others; null for what is not a rung. */
  readonly label: string | null;
  /** The days of the calendar that decided its morning. */
  readonly days: readonly PlainDate[];
}

/** A milestone to be, still with the days that decided it. */
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

/** Under the id of the later step that tells somebody; a summary keeps its own, for it is sent as one. */
function* merged(steps: readonly Step[]): Generator<Morning> {
  const audible = steps.filter(({ audience }) => audience.length > 0);
  const heard = audible.find(({ id }) => id === 'summary') ?? audible.at(-1) ?? steps.at(-1);
  const last = steps.at(-1);
  if (heard === undefined || last === undefined) return;
  const labels = audible.flatMap(({ label }) => (label === null ? [] : [label]));
  const milestone: Milestone = {
    rung: last.rung,
    id: heard.id,
    at: heard.at,
    lamp: last.lamp,
    audience: [...new Set(audible.flatMap(({ audience }) => audience))],
    why: heard.why + (audible.length > 1 ? alsoCarries(labels) : ''),
  };
  yield { milestone, days: steps.flatMap(({ days }) => days) };
}
