// The found nodes as problems: title, place, measures, status, kind, deadline, and what was odd about each.
import type { ImportedKind, ImportedProblem } from '../imported-feedback';
import { warningAt, type ImportWarning } from '../import-warning';
import { deadlineIn, deadlineOfField, type Deadline } from './deadline-words';
import type { FoundProblem } from './find-problems';
import { kindFrom, kindOf, kindOfHeading } from './kind-words';
import { measuresOf } from './measures';
import type { OutlineNode } from './outline';
import { statusIn } from './problem-status';
import { problemText, type Field, type ProblemText } from './problem-text';
import { recurrenceWords } from './recurrence-words';
import { statusOf } from './status-words';

export interface ProblemsFound {
  readonly problems: readonly ImportedProblem[];
  readonly warnings: readonly ImportWarning[];
}

export function problemsOf(found: readonly FoundProblem[], times: ReportTimes): ProblemsFound {
  const all = found.map((problem, index) =>
    problemOf(problem, { ...times, seq: index + 1, last: index === found.length - 1 }),
  );
  return {
    problems: all.map(({ problem }) => problem),
    warnings: [...all.flatMap(({ warnings }) => warnings), ...missingStatuses(all)],
  };
}

export interface ReportTimes {
  readonly asOf: string | null;
  readonly feedbackOn: string | null;
}

interface Context extends ReportTimes {
  readonly seq: number;
  /** After the last problem's status the report itself goes on. */
  readonly last: boolean;
}

interface OneProblem {
  readonly problem: ImportedProblem;
  readonly line: number;
  readonly statusUnknown: boolean;
  readonly warnings: readonly ImportWarning[];
}

function problemOf(
  { node, ancestors }: FoundProblem,
  { seq, asOf, feedbackOn, last }: Context,
): OneProblem {
  const text = problemText(node);
  const remedy = last ? text.remedy : [...text.remedy, ...text.trailing];
  const body = remedy.map((line) => line.text).join('\n');
  const { status, unknown, warnings } = statusIn(text, body, ancestors);
  const field = deadlineField(text.fields);
  const deadline =
    field === undefined
      ? deadlineIn(promises(text, body), asOf, status !== 'completed')
      : deadlineOfField(field.value, asOf, feedbackOn);
  const { kind, basis } = kindFrom({
    statedKind: statedKind(text, ancestors),
    status,
    termSet: field !== undefined || (deadline?.due ?? null) !== null,
    text: `${text.title}\n${body}`,
  });
  const { measures, warnings: ordinals } = measuresOf(remedy);
  return {
    problem: {
      seq,
      number: printedNumber(node, ancestors),
      ...placeOf(ancestors),
      title: text.title,
      kind,
      kindBasis: basis,
      status,
      measures,
      deadlineWords: deadline?.words ?? null,
      due: deadline?.due ?? null,
      recurrence: recurrenceWords(body),
    },
    line: text.line,
    statusUnknown: unknown,
    warnings: [
      ...warnings,
      ...ordinals,
      ...textWarnings(text),
      ...dateWarnings(deadline, field, text.line),
    ],
  };
}

/** Its own number; that of its heading where it is the only one under it (1.采购方面 反馈问题：…). */
function printedNumber(node: OutlineNode, ancestors: readonly OutlineNode[]): number | null {
  const parent = ancestors.at(-1);
  const alone =
    parent?.children.length === 1 &&
    parent.head.style !== 'section' &&
    parent.head.style !== 'chapter';
  return node.head.ordinal ?? (alone ? parent.head.ordinal : null);
}

/** The section is the nearest （一）, else the chapter; the group is the numbered heading between it and the problem. */
function placeOf(ancestors: readonly OutlineNode[]): {
  readonly group: string | null;
  readonly section: string | null;
} {
  const sections = ancestors.filter(
    ({ head }) => head.style === 'section' || head.style === 'chapter',
  );
  const groups = ancestors.filter((node) => !sections.includes(node));
  return {
    group: groups.at(-1)?.heading.text ?? null,
    section: sections.at(-1)?.heading.text ?? null,
  };
}

function statedKind(text: ProblemText, ancestors: readonly OutlineNode[]): ImportedKind | null {
  const said = [
    ...text.fields.filter(({ kind }) => kind === 'kind').map(({ value }) => kindOf(value)),
    ...text.fields.filter(({ kind }) => kind === 'deadline').map(({ value }) => kindOf(value)),
    ...text.notes.filter((note) => statusOf(note) === null).map(kindOf),
    ...ancestors.map(({ head }) => kindOfHeading(head.rest)).reverse(),
  ];
  return said.find((kind) => kind !== null) ?? null;
}

/** A line 整改时限： that does not merely say 已完成. */
function deadlineField(fields: readonly Field[]): Field | undefined {
  return fields.find(
    ({ kind, value }) =>
      kind === 'deadline' && value !== '' && (statusOf(value) === null || kindOf(value) !== null),
  );
}

/** A status line may promise a date: 正在推进，预计8月底前完成. */
function promises(text: ProblemText, body: string): string {
  const values = text.fields.filter(({ kind }) => kind === 'status').map(({ value }) => value);
  return [body, ...values].join('\n');
}

function dateWarnings(
  deadline: Deadline | null,
  field: Field | undefined,
  line: number,
): readonly ImportWarning[] {
  if (deadline === null) return [];
  const at = field?.line ?? line;
  if (deadline.impossible)
    return [
      warningAt(
        at,
        'date-impossible',
        `第${at}行：“${deadline.words}”不是日历上的日期，整改时限留空，请补录`,
      ),
    ];
  return deadline.yearInferred
    ? [
        warningAt(
          at,
          'year-inferred',
          `第${at}行：“${deadline.words}”没有写年份，按上下文推定为${deadline.due ?? '（无法推定）'}，请核对`,
        ),
      ]
    : [];
}

function textWarnings({ labels, titleLines, line }: ProblemText): readonly ImportWarning[] {
  return [
    ...repeatedRemedies(labels),
    ...labels
      .filter(({ closed }) => !closed)
      .map((label) =>
        warningAt(
          label.line,
          'label-without-colon',
          `第${label.line}行：“${label.name}”后面缺冒号`,
        ),
      ),
    ...(titleLines > 1
      ? [warningAt(line, 'title-joined', `第${line}行：问题标题断成${titleLines}行，已合并为一行`)]
      : []),
  ];
}

/** Where some problems state a status, those that do not are named. */
function missingStatuses(all: readonly OneProblem[]): readonly ImportWarning[] {
  if (all.every(({ problem }) => problem.status === null)) return [];
  return all
    .filter(({ problem, statusUnknown }) => problem.status === null && !statusUnknown)
    .map(({ line, problem }) =>
      warningAt(
        line,
        'status-missing',
        `第${line}行：“${problem.title.slice(0, 20)}”没有注明整改状态，其他问题有，请补录`,
      ),
    );
}

/** The same label twice, with text both times: the head of a problem in between may be missing. */
function repeatedRemedies(labels: ProblemText['labels']): readonly ImportWarning[] {
  const seen = new Set<string>();
  return labels
    .filter(({ kind }) => kind === 'remedy')
    .filter(({ name }) => seen.has(name) || !seen.add(name))
    .map(({ line, name }) =>
      warningAt(
        line,
        'remedy-repeated',
        `第${line}行：同一问题下再次出现“${name}”，可能漏了一个问题的标题，请核对`,
      ),
    );
}
