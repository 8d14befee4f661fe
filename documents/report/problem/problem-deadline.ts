// The date of one problem: its own line 整改时限：, else what its text promises; and what is vague about it.
import { deadlineIn, deadlineOfField, type Deadline } from '../../vocabulary/deadline-words';
import { kindOf } from '../../vocabulary/kind-words';
import { isGoal, type Field } from './field';
import type { ProblemText } from './problem-text';
import { dateSlips } from './problem-slips';
import type { ImportWarning } from '../../import-warning';
import { doubtsOf, yearDoubts, type Doubt } from '../questions';
import type { ReportTimes } from '../report-times';
import { doneOn, statusOf } from '../../vocabulary/status-words';

export interface DeadlineFound {
  readonly deadline: Deadline | null;
  /** A line of its own states it. */
  readonly stated: boolean;
  readonly warnings: readonly ImportWarning[];
  readonly doubts: readonly Doubt[];
}

/** `open`: something is left to be done, so that vague words may mean its end. */
export function deadlineFor(text: ProblemText, times: ReportTimes, open: boolean): DeadlineFound {
  const field = deadlineField(text.fields);
  const deadline =
    field === undefined
      ? deadlineIn(promises(text), times.asOf, open)
      : deadlineOfField(field.value, times.asOf, times.feedbackOn);
  const line = field?.line ?? lineWith(deadline?.words ?? '', text);
  const warnings = dateSlips(deadline, field?.line ?? text.line);
  return {
    deadline,
    stated: field !== undefined,
    warnings,
    doubts: [
      ...doubtsOf(warnings),
      ...yearDoubts('due', warnings),
      ...(deadline === null || warnings.length > 0
        ? []
        : deadlineDoubts(deadline, field !== undefined, line)),
    ],
  };
}

function deadlineDoubts({ words, due }: Deadline, stated: boolean, line: number): readonly Doubt[] {
  const doubt = (why: string): readonly Doubt[] => [{ field: 'due', line, why }];
  if (!stated && due !== null)
    return doubt(`正文提到“${words}”，按整改时限${due}录入；也可能只是其中一项工作的时间`);
  if (due !== null && /^年[内底末]/.test(words))
    return doubt(`“${words}”没有写明是哪一年，按${due}录入；也可能是另一年`);
  if (due !== null || statusOf(words) !== null) return [];
  if (![null, 'timeLimited'].includes(kindOf(words))) return [];
  return doubt(`“${words}”看不出具体日期，没有填整改时限，请确定一个日期`);
}

/** A line 整改时限： that does not merely say 已完成, or when it was. */
function deadlineField(fields: readonly Field[]): Field | undefined {
  return fields.find(
    ({ kind, value }) =>
      kind === 'deadline' &&
      value !== '' &&
      doneOn(value) === null &&
      (statusOf(value) === null || kindOf(value) !== null),
  );
}

/** What was done and is to be done; a status line and a goal may promise a date too: 正在推进，预计8月底前完成. */
function promises({ remedy, trailing, fields }: ProblemText): string {
  const values = fields
    .filter((field) => field.kind === 'status' || isGoal(field))
    .map(({ value }) => value);
  const texts = [...remedy, ...trailing].map(({ text }) => text.replace(measureTerms, ''));
  return [...texts, ...values].join('\n');
}

/** （责任部门：办公室，完成时限：2026年9月） behind one of several measures is that measure's. */
const measureTerms = /[（(][^（）()]*[时期]限[:：][^（）()]*[)）]/g;

/** Of the text the words stand in; else of the title. */
export function lineWith(words: string, { remedy, trailing, fields, line }: ProblemText): number {
  const found = [...remedy, ...trailing].find(({ text }) => text.includes(words));
  return found?.number ?? fields.find(({ value }) => value.includes(words))?.line ?? line;
}
