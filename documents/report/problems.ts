// The found nodes as problems: title, place, measures, status, kind, deadline, and what was odd about each.
import type { ImportedKind, ImportedProblem } from '../imported-feedback';
import type { ImportWarning } from '../import-warning';
import { deadlineIn, deadlineOfField } from './deadline-words';
import type { FoundProblem } from './find-problems';
import { kindFrom, kindOf, kindOfHeading } from './kind-words';
import { measuresOf } from './measures';
import type { OutlineNode } from './outline';
import { dateSlips, statusSlips, textSlips } from './problem-slips';
import { statusIn } from './problem-status';
import { problemText, type Field, type ProblemText } from './problem-text';
import { leavesOpen } from './quotes';
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
    warnings: [...all.flatMap(({ warnings }) => warnings), ...statusSlips(all)],
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
      responsibleLeaders: [],
      department: null,
      assisting: [],
      handlers: [],
      subFindings: [],
    },
    line: text.line,
    statusUnknown: unknown,
    warnings: [
      ...warnings,
      ...ordinals,
      ...textSlips(text),
      ...dateSlips(deadline, field?.line ?? text.line),
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
    group: headingOf(groups.at(-1)),
    section: headingOf(sections.at(-1)),
  };
}

/** As printed; a heading broken in two is put together. */
function headingOf(node: OutlineNode | undefined): string | null {
  if (node === undefined) return null;
  const { text } = node.heading;
  const [next, ...more] = node.own;
  const broken = /[，,、]$/.test(text) || leavesOpen(text);
  return broken && next !== undefined && more.length === 0 ? text + next.text : text;
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
