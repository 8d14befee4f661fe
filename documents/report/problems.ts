// The found nodes as problems: title, place, measures, status, kind, deadline, and what was odd about each.
import type { ImportedProblem, ImportedStatus } from '../imported-feedback';
import { warningAt, type ImportWarning } from '../import-warning';
import { deadlineIn, deadlineOfField, type Deadline } from './deadline-words';
import type { FoundProblem } from './find-problems';
import { kindFrom, kindOf } from './kind-words';
import { measuresOf } from './measures';
import type { OutlineNode } from './outline';
import { problemText, type ProblemText } from './problem-text';
import { recurrenceWords } from './recurrence-words';
import { statusOf, statusOfHeading, statusWordsAtEnd } from './status-words';

export interface ProblemsFound {
  readonly problems: readonly ImportedProblem[];
  readonly warnings: readonly ImportWarning[];
}

export function problemsOf(found: readonly FoundProblem[], asOf: string | null): ProblemsFound {
  const all = found.map((problem, index) => problemOf(problem, index + 1, asOf));
  return {
    problems: all.map(({ problem }) => problem),
    warnings: all.flatMap(({ warnings }) => warnings),
  };
}

interface OneProblem {
  readonly problem: ImportedProblem;
  readonly warnings: readonly ImportWarning[];
}

function problemOf(found: FoundProblem, seq: number, asOf: string | null): OneProblem {
  const text = problemText(found.node);
  const body = text.remedy.map((line) => line.text).join('\n');
  const { status, warnings: statusWarnings } = statusIn(text, body, found.ancestors);
  const deadline = deadlineFor(text, body, asOf, status);
  const { kind, basis } = kindFrom({
    statedKind: statedKind(text, found.ancestors),
    status,
    due: deadline?.due ?? null,
    text: `${text.title}\n${body}`,
  });
  const { measures, warnings } = measuresOf(text.remedy);
  return {
    problem: {
      seq,
      number: found.node.head.ordinal,
      ...placeOf(found.ancestors),
      title: text.title,
      kind,
      kindBasis: basis,
      status,
      measures,
      deadlineWords: deadline?.words ?? null,
      due: deadline?.due ?? null,
      recurrence: recurrenceWords(body),
    },
    warnings: [...statusWarnings, ...warnings, ...textWarnings(text)],
  };
}

/** The section is the nearest （一）, else the chapter; the group is what stands between it and the problem. */
function placeOf(ancestors: readonly OutlineNode[]): {
  group: string | null;
  section: string | null;
} {
  const section = ancestors.findLastIndex(({ head }) => head.style === 'section');
  const at = section >= 0 ? section : 0;
  const group = ancestors.slice(at + 1).at(-1);
  return { group: group?.heading.text ?? null, section: ancestors[at]?.heading.text ?? null };
}

function statusIn(
  text: ProblemText,
  body: string,
  ancestors: readonly OutlineNode[],
): { status: ImportedStatus | null; warnings: readonly ImportWarning[] } {
  const fields = text.fields.filter(({ kind }) => kind === 'status');
  const field = fields.at(-1);
  const words = field?.value ?? text.titleNote ?? statusWordsAtEnd(body);
  const status = words === null || words === undefined ? headingStatus(ancestors) : statusOf(words);
  const mislabelled = fields.filter(
    ({ name }) => !/进度|状态|结果|完成|销号|进程/.test(name) && text.remedy.length > 0,
  );
  return {
    status,
    warnings: [
      ...(status === null && field !== undefined
        ? [
            warningAt(
              field.line,
              'status-unknown',
              `第${field.line}行：不认识的整改状态“${field.value.slice(0, 30)}”，按未注明处理`,
            ),
          ]
        : []),
      ...mislabelled.map(({ line, name }) =>
        warningAt(
          line,
          'status-label-mistaken',
          `第${line}行：标为“${name}”，内容却是整改状态，已按状态录入`,
        ),
      ),
    ],
  };
}

function headingStatus(ancestors: readonly OutlineNode[]): ImportedStatus | null {
  for (const { head } of [...ancestors].reverse()) {
    const status = statusOfHeading(head.rest);
    if (status !== null) return status;
  }
  return null;
}

function statedKind(text: ProblemText, ancestors: readonly OutlineNode[]): ImportedProblem['kind'] {
  const field =
    text.fields.find(({ kind }) => kind === 'kind') ??
    text.fields.find(({ kind, value }) => kind === 'deadline' && kindOf(value) !== null);
  if (field !== undefined) return kindOf(field.value);
  const heading = ancestors.findLast(({ head }) =>
    /立行立改类|限期整改类|长期坚持类|(?:立行立改|限期整改)(?:的)?(?:问题|事项)/.test(head.rest),
  );
  return heading === undefined ? null : kindOf(heading.head.rest);
}

function deadlineFor(
  text: ProblemText,
  body: string,
  asOf: string | null,
  status: ImportedStatus | null,
): Deadline | null {
  const field = text.fields.find(
    ({ kind, value }) => kind === 'deadline' && statusOf(value) === null && value !== '',
  );
  return field === undefined
    ? deadlineIn(body, asOf, status !== 'completed')
    : deadlineOfField(field.value, asOf);
}

function textWarnings(text: ProblemText): readonly ImportWarning[] {
  return [
    ...text.colonless.map(({ number, text: name }) =>
      warningAt(number, 'label-without-colon', `第${number}行：“${name}”后面缺冒号`),
    ),
    ...(text.titleLines > 1
      ? [
          warningAt(
            text.line,
            'title-joined',
            `第${text.line}行：问题标题断成${text.titleLines}行，已合并为一行`,
          ),
        ]
      : []),
  ];
}
