// Where a problem's status stands: a line of its own, a note in brackets, a sentence, else its chapter.
import type { ImportedStatus } from '../../imported-feedback';
import { warningAt, type ImportWarning } from '../../import-warning';
import type { OutlineNode } from '../outline/outline';
import type { Field } from './field';
import type { ProblemText } from './problem-text';
import {
  doneOn,
  statusOf,
  statusOfField,
  statusOfHeading,
  statusSentence,
  statusesTold,
} from '../../vocabulary/status-words';

export interface StatusFound {
  readonly status: ImportedStatus | null;
  /** A status is told that is none of the four for the whole problem: asked about already. */
  readonly unknown: boolean;
  readonly warnings: readonly ImportWarning[];
}

export function statusIn(
  text: ProblemText,
  body: string,
  ancestors: readonly OutlineNode[],
): StatusFound {
  const field = statusField(text.fields);
  if (field !== undefined) return ofEachMeasure(text) ? mixed(text.line) : fromField(field, text);
  const note = text.notes.find((words) => statusOfField(words) !== null);
  if (note === undefined && statusesTold(body).length > 1) return mixed(text.line);
  const words = note ?? statusSentence(body);
  const status = words === null ? headingStatus(ancestors) : statusOfField(words);
  return { status, unknown: false, warnings: [] };
}

/** 措施1：…完成情况：已完成。措施2：…完成情况：正在整改。: several lines of the same name that state different things. */
function ofEachMeasure({ fields }: ProblemText): boolean {
  const told = fields.filter(({ kind, value }) => kind === 'status' && value !== '');
  const statuses = new Set(told.map(({ value }) => statusOfField(value)));
  return told.length > 1 && statuses.size > 1 && new Set(told.map(({ name }) => name)).size === 1;
}

/** Its parts have statuses of their own: none of them is the whole's. */
function mixed(line: number): StatusFound {
  const message = '各项措施的整改状态不同，没有作为整个问题的状态录入';
  return { status: null, unknown: true, warnings: [warningAt(line, 'status-mixed', message)] };
}

/** 整改时限：已完成, 整改时限：已于2026年9月完成 state a status too, where no line of its own does. */
function statusField(fields: readonly Field[]): Field | undefined {
  return (
    fields.findLast(({ kind, value }) => kind === 'status' && value !== '') ??
    fields.find(
      ({ kind, value }) =>
        kind === 'deadline' &&
        /完成|推进|到位|办结/.test(value) &&
        (statusOf(value) ?? doneOn(value)) !== null,
    )
  );
}

function fromField(field: Field, text: ProblemText): StatusFound {
  const status = statusOfField(field.value) ?? doneOn(field.value);
  const mistaken =
    field.kind === 'status' &&
    text.labels.some(({ name, kind }) => name === field.name && kind === 'remedy');
  const { line, name, value } = field;
  return {
    status,
    unknown: status === null,
    warnings: [
      ...(status === null
        ? [
            warningAt(
              line,
              'status-unknown',
              `不认识的整改状态“${value.slice(0, 30)}”，按未注明处理，请补录`,
            ),
          ]
        : []),
      ...(mistaken
        ? [
            warningAt(
              line,
              'status-label-mistaken',
              `标为“${name}”，内容却是整改状态，已按状态录入`,
            ),
          ]
        : []),
    ],
  };
}

/** The nearest heading that states one; 长期整改问题 beside 立行立改问题 tells a kind, no status. */
function headingStatus(ancestors: readonly OutlineNode[]): ImportedStatus | null {
  return ancestors.reduce<ImportedStatus | null>((status, { head }, index) => {
    const beside = ancestors[index - 1]?.children ?? [];
    return beside.some(tellsKind) ? status : (statusOfHeading(head.rest) ?? status);
  }, null);
}

function tellsKind({ head }: OutlineNode): boolean {
  return /立行立改|限期整改/.test(head.rest) && statusOfHeading(head.rest) === null;
}
