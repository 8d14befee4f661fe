// The found nodes as problems: title, place, measures, status, kind, deadline, people, and what was odd about each.
import type { ImportedProblem, ImportedStatus, ImportQuestion } from '../../imported-feedback';
import type { ImportWarning } from '../../import-warning';
import type { FoundProblem } from '../outline/found-problem';
import { withTerms } from './measure-terms';
import { measuresOf } from './measures';
import { peopleIn } from './people';
import { deadlineFor } from './problem-deadline';
import { kindRead, unstatedKinds } from './problem-kind';
import { placeOf } from './problem-place';
import { statusSlips, textSlips } from './problem-slips';
import { statusIn } from './problem-status';
import { problemText } from './problem-text';
import { asked, doubtsOf, inOrder, type Doubt } from '../questions';
import { recurrenceWords } from '../../vocabulary/recurrence-words';
import type { ReportTimes } from '../report-times';
import { subFindingsOf } from './sub-findings';
import type { StatusByNumber } from '../lines/told-by-number';
import type { StatusOfAll } from '../lines/told-of-all';

export interface ProblemsFound {
  readonly problems: readonly ImportedProblem[];
  readonly warnings: readonly ImportWarning[];
  readonly questions: readonly ImportQuestion[];
}

export interface Reading extends ReportTimes {
  /** Findings without any remedy yet: 反馈意见, a list of problems. */
  readonly findingsOnly: boolean;
  /** Told of several problems at once; nothing where a number stands twice. */
  readonly statuses: StatusByNumber;
  /** In the order of the document. */
  readonly ofAll: readonly StatusOfAll[];
}

export function problemsOf(found: readonly FoundProblem[], reading: Reading): ProblemsFound {
  const numbers = found.flatMap((problem) => placeOf(problem).number ?? []);
  const statuses = new Set(numbers).size < numbers.length ? new Map() : reading.statuses;
  const all = found.map((problem, index) =>
    problemOf(problem, {
      ...{ ...reading, statuses, seq: index + 1, last: index === found.length - 1 },
    }),
  );
  const problems = all.map(({ problem }) => problem);
  const missing = statusSlips(all);
  const byLine = new Map(missing.map((warning) => [warning.line, warning]));
  const single = all.flatMap(({ problem: { seq }, line, doubts }) => {
    const unstated = doubtsOf([byLine.get(line)].flatMap((warning) => warning ?? []));
    return inOrder([...doubts, ...unstated]).map((doubt) => asked(seq, doubt));
  });
  const kindsAsked = single.filter(({ field }) => field === 'kind').flatMap(({ seq }) => seq ?? []);
  return {
    problems,
    warnings: [...all.flatMap(({ warnings }) => warnings), ...missing],
    questions: [
      ...unstatedKinds(problems, new Set(kindsAsked)).map((doubt) => asked(null, doubt)),
      ...single,
    ],
  };
}

interface Context extends Reading {
  readonly seq: number;
  /** After the last problem's status the report itself goes on. */
  readonly last: boolean;
}

function statusToldElsewhere(
  number: number | null,
  line: number,
  { statuses, ofAll }: Reading,
): ImportedStatus | null {
  const after = ofAll.find((told) => told.line > line);
  return statuses.get(number ?? 0) ?? after?.status ?? null;
}

interface OneProblem {
  readonly problem: ImportedProblem;
  readonly line: number;
  readonly statusUnknown: boolean;
  readonly warnings: readonly ImportWarning[];
  readonly doubts: readonly Doubt[];
}

function problemOf(found: FoundProblem, context: Context): OneProblem {
  const { node, ancestors } = found;
  const read = problemText(node, context.findingsOnly);
  const text = context.last ? { ...read, trailing: [] } : read;
  const remedy = [...text.remedy, ...text.trailing];
  const body = remedy.map((line) => line.text).join('\n');
  const place = placeOf(found);
  const { unknown, warnings, ...own } = statusIn(text, body, ancestors);
  const status = own.status ?? statusToldElsewhere(place.number, text.line, context);
  const deadline = deadlineFor(text, context, status !== 'completed');
  const measures = measuresOf(remedy);
  const kind = kindRead(text, {
    ...{ ancestors, status, deadline, body },
    measures: measures.measures,
  });
  const { doubts: aboutPeople, ...people } = peopleIn(text.fields);
  const slips = [...warnings, ...measures.warnings, ...textSlips(text)];
  return {
    problem: {
      seq: context.seq,
      ...place,
      title: text.title,
      kind: kind.kind,
      kindBasis: kind.basis,
      status,
      measures: measures.measures.map((measure) => withTerms(measure, context)),
      deadlineWords: deadline.deadline?.words ?? null,
      due: deadline.deadline?.due ?? null,
      recurrence: recurrenceWords(body),
      ...people,
      subFindings: subFindingsOf(text.findings),
    },
    line: text.line,
    statusUnknown: unknown,
    warnings: [...slips, ...deadline.warnings],
    doubts: [...doubtsOf(slips), ...kind.doubts, ...aboutPeople, ...deadline.doubts],
  };
}
