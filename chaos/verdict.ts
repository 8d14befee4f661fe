/** Holds what the store, the mail server and the final views say against the model. */
import type { ProblemView } from '../client';
import { chineseCalendar } from '../calendar/chinese';
import { problemId } from '../domain/ids';
import type { Reception, ReceivedProblem } from '../domain/reception';
import { historyOf, type History, type Line } from './model/history';
import { toldIn, type Delivered, type Told } from './model/messages';
import { remindersOf } from './model/reminders';
import { tallyReminders, type Expected, type ReminderTally } from './model/reminder-tally';
import { waitsOf } from './model/waits';
import type { Life } from './model/life';

export interface Evidence {
  readonly receptions: readonly Reception[];
  readonly journals: ReadonlyMap<string, readonly Line[]>;
  readonly messages: readonly Delivered[];
  readonly views: ReadonlyMap<string, ProblemView>;
  readonly calmFrom: string;
  readonly readAt: string;
  readonly excused: (message: Told) => boolean;
}

export interface Verdict {
  readonly disagreements: readonly string[];
  readonly reminders: ReminderTally;
}

/** A lost activity is tried again after its time-out of a minute, and again if the next worker dies too. */
const slack = 180_000;

export function verdictOn(evidence: Evidence): Verdict {
  const lives = evidence.receptions.flatMap((reception) =>
    reception.problems.map((problem) => lifeOf(reception, problem, evidence)),
  );
  const told = evidence.messages.flatMap(toldIn);
  return {
    disagreements: lives.flatMap(({ disagreements }) => disagreements),
    reminders: tallyReminders(
      lives.flatMap(({ expected }) => expected),
      told,
      evidence.excused,
    ),
  };
}

interface Judged {
  readonly disagreements: readonly string[];
  readonly expected: readonly Expected[];
}

function lifeOf(reception: Reception, problem: ReceivedProblem, evidence: Evidence): Judged {
  const { policy, clock, people, id } = reception;
  const workflow = problemId(id, problem.seq);
  const lines = evidence.journals.get(workflow) ?? [];
  const begun = lines[0];
  if (begun === undefined)
    return { disagreements: [`${workflow}: it has no journal`], expected: [] };
  const { kind, assignment, seq } = problem;
  const cycles = policy.upkeep.forMonths / policy.upkeep.everyMonths;
  const setting = { kind, department: assignment.department ?? '', cycles };
  const history = historyOf(lines, setting, clock);
  const rules = { policy, clock, calendar: chineseCalendar };
  const waits = waitsOf(begun.at, problem.due ?? '', history.steps, rules);
  const { calmFrom, readAt } = evidence;
  const circumstances = { rules, assignment, people, calmFrom, readAt, slack };
  return {
    disagreements: [...history.disagreements, ...differences(history, evidence, workflow)].map(
      (each) => `${workflow}: ${each}`,
    ),
    expected: remindersOf(waits, history.steps, lines, circumstances).map((reminder) => ({
      ...reminder,
      rectification: id,
      seq,
    })),
  };
}

/** Where the final view is not what the model has. */
function differences({ last }: History, { views }: Evidence, workflow: string): readonly string[] {
  const view = views.get(workflow);
  if (view === undefined) return ['it does not answer'];
  const shown = shownOf(view);
  const expected = expectedOf(last);
  return Object.entries(expected).flatMap(([name, value]) =>
    shown[name] === value
      ? []
      : [`${name} is ${String(shown[name])} in its view and ${String(value)} in the model`],
  );
}

type Facts = { readonly [name: string]: string | number | boolean | null };

function shownOf({ context }: ProblemView): Facts {
  return {
    stage: context.stage === 'lookBack' ? 'signedOff' : context.stage,
    round: context.round,
    urged: context.urge !== null,
    flagged: context.behind !== null,
    progress: context.progress?.text ?? null,
    step: context.review === null ? 0 : context.review.index + 1,
    submittedBy: context.submission?.by ?? null,
    upkeepBy: context.upkeep?.reportedBy ?? null,
  };
}

function expectedOf(life: Life): Facts {
  const { place, round, urged, flagged, progress, step, submittedBy, upkeepBy } = life;
  return { stage: place, round, urged, flagged, progress, step, submittedBy, upkeepBy };
}
