// The problems of a checked list, as imported problems; what is merely odd about them, as warnings.
import type { ImportedMeasure, ImportedProblem } from '../imported-feedback';
import { warningAt, type ImportWarning } from '../import-warning';
import { deadlineOfField } from '../vocabulary/deadline-words';
import type { Path } from './places';
import type { FeedbackList, ListedProblem } from './schema';

type LineOf = (path: Path) => number;

export interface ListedProblems {
  readonly problems: readonly ImportedProblem[];
  readonly warnings: readonly ImportWarning[];
}

export function problemsOfList(list: FeedbackList, lineOf: LineOf): ListedProblems {
  const seqs = seqsOf(list.problems);
  const problems = list.problems.map((problem, index) =>
    problemOf(problem, seqs[index] ?? index + 1, list.feedbackOn),
  );
  return { problems, warnings: oddities(list, problems, lineOf) };
}

/** A problem without seq follows the one before it, past every seq that is taken. */
function seqsOf(problems: readonly ListedProblem[]): readonly number[] {
  const taken = new Set(problems.flatMap(({ seq }) => seq ?? []));
  let previous = 0;
  return problems.map(({ seq }) => {
    previous = seq ?? previous + 1;
    while (seq === undefined && taken.has(previous)) previous += 1;
    taken.add(previous);
    return previous;
  });
}

function problemOf(listed: ListedProblem, seq: number, feedbackOn: string | null): ImportedProblem {
  const {
    number,
    group,
    section,
    title,
    kind,
    status,
    measures,
    due,
    dueWords,
    deadlineWords,
    recurrence,
    department,
    assisting,
    handlers,
    responsibleLeader,
    responsibleLeaders,
    kindBasis,
    subFindings,
    ...rest
  } = listed;
  const words = deadlineWords ?? dueWords ?? null;
  return {
    seq,
    number: number ?? null,
    group: group ?? null,
    section: section ?? null,
    title: title.trim(),
    kind: kind ?? null,
    kindBasis: kind === undefined ? null : (kindBasis ?? 'stated'),
    status: status ?? null,
    measures: (measures ?? []).map(measureOf),
    deadlineWords: words,
    due: due === undefined ? dueFrom(words, feedbackOn) : due,
    recurrence: recurrence ?? [],
    responsibleLeaders:
      responsibleLeaders ?? (responsibleLeader === undefined ? [] : [responsibleLeader]),
    department: department ?? null,
    assisting: assisting ?? [],
    handlers: handlers ?? [],
    subFindings: subFindings ?? [],
    ...given(rest),
  };
}

function dueFrom(words: string | null, feedbackOn: string | null): string | null {
  return words === null ? null : deadlineOfField(words, feedbackOn, feedbackOn).due;
}

type ListedMeasure = NonNullable<ListedProblem['measures']>[number];

function measureOf(listed: ListedMeasure, index: number): ImportedMeasure {
  const { ordinal, text, ...rest } = listed;
  return { ordinal: String(ordinal ?? index + 1), text, ...given(rest) };
}

type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that are there: an absent one stays absent and is never undefined. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Given<Fields>;
}

function oddities(
  list: FeedbackList,
  problems: readonly ImportedProblem[],
  lineOf: LineOf,
): readonly ImportWarning[] {
  const titles = new Map<string, number>();
  return problems.flatMap(({ title, seq, due }, index) => {
    const listed = list.problems[index];
    const first = titles.get(title);
    if (first === undefined) titles.set(title, seq);
    const at = (field: string) => lineOf(['problems', index, field]);
    return [
      ...(first === undefined
        ? []
        : [warningAt(at('title'), 'title-repeated', `标题与 seq ${first} 的问题相同`)]),
      ...(listed?.due === undefined && due !== null
        ? [
            warningAt(
              at('deadlineWords'),
              'due-from-words',
              `按“${problems[index]?.deadlineWords ?? ''}”推定整改时限为 ${due}，请核对`,
            ),
          ]
        : []),
      ...(listed?.handedOverOn !== undefined &&
      listed.kind !== undefined &&
      listed.kind !== 'immediate'
        ? [
            warningAt(
              at('handedOverOn'),
              'handed-over-not-immediate',
              `巡察期间移交的通常是立行立改问题，请核对类型`,
            ),
          ]
        : []),
    ];
  });
}
