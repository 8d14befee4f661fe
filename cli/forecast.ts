/** The first dates of what is about to be received, and dates that look wrong. Computed here, before anything starts. */
import { dueOn } from '../domain/due';
import { dueRules } from '../domain/due-rules';
import type { Calendar } from '../domain/calendar';
import { planDayAt } from '../domain/plan-clock';
import type { Reception, ReceivedProblem } from '../domain/reception';
import type { DueRule } from '../domain/schedule';
import type { PlainDate } from '../domain/words';
import { zh } from './messages/zh';
import { seqWords } from './targets';

export interface FirstDate {
  readonly what: string;
  readonly day: PlainDate;
}

/** What comes due first, in order of days. */
export function firstDates(
  reception: Reception,
  now: string,
  calendar: Calendar,
): readonly FirstDate[] {
  const rules = dueRules(reception.policy);
  const today = planDayAt(reception.clock, now);
  const { feedbackOn, problems, takenOver } = reception;
  const day = (rule: DueRule): PlainDate => dueOn(rule, calendar).dueOn;
  const has = (test: (problem: ReceivedProblem) => boolean): boolean => problems.some(test);
  const named = problems.flatMap(({ due }) => due ?? []).sort()[0];
  const dates: FirstDate[] = [
    ...(has(({ entry }) => entry === 'accepting')
      ? [{ what: zh.waits.acceptance, day: day(rules.acceptance(today)) }]
      : []),
    ...(takenOver ? [] : [{ what: zh.waits.plan, day: day(rules.plan(feedbackOn)) }]),
    ...immediate(problems, (from) => day(rules.immediate(from))),
    ...(has(({ kind, due }) => kind === 'timeLimited' && due === null)
      ? [
          {
            what: `${zh.kinds.timeLimited}${zh.waits.work}`,
            day: day(rules.timeLimited(feedbackOn)),
          },
        ]
      : []),
    ...(has(({ kind, due }) => kind === 'longTerm' && due === null)
      ? [{ what: `${zh.kinds.longTerm}${zh.waits.work}`, day: day(rules.longTerm(feedbackOn)) }]
      : []),
    ...(named === undefined ? [] : [{ what: zh.commands.receive.earliestNamed, day: named }]),
    { what: zh.commands.receive.periodEnd, day: day(rules.periodEnd(feedbackOn)) },
  ];
  return dates.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function immediate(
  problems: readonly ReceivedProblem[],
  day: (from: PlainDate) => PlainDate,
): readonly FirstDate[] {
  const handed = problems
    .filter(({ kind, due }) => kind === 'immediate' && due === null)
    .map(({ handedOverOn }) => handedOverOn)
    .sort()[0];
  return handed === undefined
    ? []
    : [{ what: `${zh.kinds.immediate}${zh.waits.work}`, day: day(handed) }];
}

/** Dates that are possible but should be looked at. */
export function oddDates(
  { problems, feedbackOn, policy, clock }: Reception,
  now: string,
  calendar: Calendar,
): readonly string[] {
  const { findings } = zh.commands.receive;
  const today = planDayAt(clock, now);
  const open = problems.filter(({ entry }) => entry !== 'signedOff' && entry !== 'closed');
  const early = open.filter(({ due, handedOverOn }) => due !== null && due < handedOverOn);
  const past = open.filter(({ due }) => due !== null && due < today);
  const late = open.filter(
    ({ due, measures }) =>
      due !== null && measures.some((measure) => measure.due !== null && measure.due > due),
  );
  const end = dueOn(dueRules(policy).periodEnd(feedbackOn), calendar).dueOn;
  return [
    ...(feedbackOn > today ? [findings.feedbackAhead(feedbackOn)] : []),
    ...(end < today ? [findings.periodPast(end)] : []),
    ...early.map(({ seq, due, handedOverOn }) =>
      findings.dueBeforeHandover(seq, due ?? '', handedOverOn),
    ),
    ...(past.length === 0
      ? []
      : [findings.duePast(seqWords(past.map(({ seq }) => seq)), past.length)]),
    ...late.map(({ seq, due }) => findings.measureAfterProblem(seq, due ?? '')),
  ];
}
