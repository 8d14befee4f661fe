/** What is about to be started, as people read it before they agree. */
import type { Calendar } from '../domain/calendar';
import type { Comparison } from '../client';
import { planDayAt } from '../domain/plan-clock';
import { entries } from '../domain/reception';
import type { Prepared } from './reception-file';
import { kinds } from '../domain/words';
import { counted } from '../words/counted';
import { firstDatesInWords, oddDatesInWords } from './forecast';
import { importingWords as importing } from './messages/importing';
import { zh } from './messages/zh';
import { missingLines, questionLines, warningLines } from './question-lines';

const words = zh.commands.receive;

/** `file`: as typed, for the way to correct it. */
export function announcement(
  prepared: Prepared,
  file: string,
  now: string,
  calendar: Calendar,
): string {
  const { reception, by } = prepared;
  const { unit, id, problems, policy, people } = reception;
  const warnings = warningsOf(prepared, now, calendar);
  const today = planDayAt(reception.clock, now);
  return [
    words.plan(unit, id, problems.length),
    words.kindsLine(
      counted(
        kinds,
        zh.kinds,
        problems.map(({ kind }) => kind),
        words.counted,
      ),
    ),
    words.entriesLine(
      counted(
        entries,
        zh.stages,
        problems.map(({ entry }) => entry),
        words.counted,
      ),
    ),
    words.policyLine(policy.name, policy.version, policy.concentratedMonths),
    ...(policy.timeScale === null ? [] : [words.demo(policy.timeScale.daySeconds)]),
    words.peopleLine(people.length, nameOf(by.by, people)),
    words.dates,
    ...firstDatesInWords(reception, now, calendar).map(({ what, day }) =>
      words.date(what, day, day < today),
    ),
    ...toSettle(prepared, warnings, file),
  ].join('\n');
}

/** What is odd, what was guessed, what is not said; and how to correct what the file gave. */
function toSettle(
  { imported }: Prepared,
  warnings: readonly string[],
  file: string,
): readonly string[] {
  const { unit, feedbackOn, questions, warnings: slips } = imported;
  const [, ...told] = warningLines(imported);
  const missing = missingLines({ ...imported, unit: unit ?? '', feedbackOn: feedbackOn ?? '' });
  return [
    ...(warnings.length + told.length === 0
      ? []
      : [
          importing.warnings(warnings.length + told.length),
          ...warnings.map(words.finding),
          ...told,
        ]),
    ...questionLines(questions),
    ...missing,
    ...(questions.length + slips.length === 0 ? [] : [importing.correct(file)]),
  ];
}

export function warningsOf(
  { reception, warnings }: Prepared,
  now: string,
  calendar: Calendar,
): readonly string[] {
  return [...warnings, ...oddDatesInWords(reception, now, calendar)];
}

export function comparisonLine({ standing, same, changed, added, gone }: Comparison): string {
  switch (standing) {
    case 'new':
      return words.comparison.new;
    case 'interrupted':
      return words.comparison.interrupted(added.length);
    case 'there':
      return words.comparison.there(same.length, changed.length, added.length, gone.length);
  }
}

function nameOf(id: string, people: Prepared['reception']['people']): string {
  return people.find((person) => person.id === id)?.name ?? id;
}
