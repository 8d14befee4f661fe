/** One problem as people read it: where it stands, every date and why, who is to act, what comes, what may be done. */
import type { ProblemView, ShownProblem } from '../client';
import type { Person } from '../domain/people';
import { localTime } from '../machines/local-time';
import { zh } from './messages/zh';
import {
  comingIn,
  comingLines,
  dateLines,
  incidentLines,
  labelled,
  mayLines,
  type Possible,
  type Coming,
} from './show-parts';

const words = zh.commands.show;
const { labels } = words;

export function problemWords(
  view: ProblemView,
  people: readonly Person[],
  may: readonly Possible[],
): string {
  const { context } = view;
  return [
    words.title(context.seq, context.title),
    ...labelled(standing(view, people)),
    ...dateLines(context.waits),
    ...comingLines(comingOf(view)),
    ...measureLines(context),
    ...subFindingLines(context),
    ...incidentLines(view),
    ...mayLines(may),
  ].join('\n');
}

/** What is still to come of every wait and of the measures with dates of their own. */
export function comingOf({ context }: ProblemView): readonly Coming[] {
  const { measureWatch, clock } = context;
  const ofMeasures = (measureWatch?.milestones.slice(measureWatch.reached) ?? []).map(
    ({ at, audience, why }) => ({
      at,
      local: localTime(clock, at),
      wait: 'measure' as const,
      audience,
      why,
    }),
  );
  return [...comingIn(context.waits, clock), ...ofMeasures].sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
}

function standing(
  { workflow, context, status }: ProblemView,
  people: readonly Person[],
): readonly (readonly [string, string | null])[] {
  const name = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  const time = (at: string): string => localTime(context.clock, at);
  const stage = status === 'done' ? words.closed : zh.stages[context.stage];
  const { petition, submission, urge, suspension, progress, upkeep, signedOff, outcome } = context;
  return [
    [labels.workflow, workflow],
    [
      labels.standing,
      words.standing(stage, zh.kinds[context.kind], zh.lamps[context.lamp], context.round),
    ],
    [labels.status, zh.statuses[context.status]],
    [labels.outcome, outcome === null ? null : zh.outcomes[outcome]],
    [labels.acting, context.acting.who],
    [labels.department, context.assignment.department],
    [labels.behind, context.behind],
    [labels.petition, petition === null ? null : petitionWords(petition, name)],
    [
      labels.submission,
      submission && words.submission(name(submission.by), time(submission.at), submission.onTime),
    ],
    [labels.urge, urge && words.urge(urge.text, urge.due, name(urge.by))],
    [labels.suspension, suspension && words.suspension(suspension.reason, suspension.until)],
    [
      labels.progress,
      progress && words.progress(progress.text, name(progress.by), time(progress.at)),
    ],
    [labels.upkeep, upkeep && words.upkeep(upkeep.cycle, upkeep.cycles, upkeep.everyMonths)],
    [labels.signedOff, signedOff && words.signedOff(name(signedOff.by), time(signedOff.at))],
    [labels.predecessor, context.predecessor],
  ];
}

function petitionWords(
  { kind, reason, due, chain }: NonNullable<ShownProblem['petition']>,
  name: (id: string) => string,
): string {
  const persons = chain.reviewer?.person.map(name).join('、') ?? '';
  return words.petition(
    words.petitions[kind],
    reason,
    due,
    persons === '' ? words.nobody : persons,
  );
}

function measureLines({ measures }: ShownProblem): readonly string[] {
  if (measures.length === 0) return [];
  const lines = measures.map(({ ordinal, text, department, due, recurrence, doneAt }) => {
    const notes = [
      department,
      due,
      recurrence === null ? null : zh.recurrences[recurrence],
      doneAt === null ? words.measureOpen : words.measureDone,
    ];
    return words.measure(ordinal, text, notes.filter((note) => note !== null).join('，'));
  });
  return ['', words.measures, ...lines];
}

function subFindingLines({ subFindings }: ShownProblem): readonly string[] {
  if (subFindings.length === 0) return [];
  const lines = subFindings.map(({ text, outcome }, index) =>
    words.measure(index + 1, text, outcome === null ? '' : zh.outcomes[outcome]),
  );
  return ['', words.subFindings, ...lines];
}
