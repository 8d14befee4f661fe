/** An import as a person corrects it, one change after the other. What was asked about a field is answered by changing it. */
import { createHash } from 'node:crypto';
import { assertNever } from '../../domain/assert-never';
import type { PlainDate } from '../../domain/words';
import type {
  ImportedFeedback,
  ImportedKind,
  ImportedMeasure,
  ImportedPeriod,
  ImportedProblem,
  ImportedStatus,
  ImportQuestion,
} from '../imported-feedback';

/** What a person may say of a problem; all of it, also what stays. */
export interface ProblemSaid {
  readonly section: string | null;
  readonly group: string | null;
  readonly title: string;
  readonly kind: ImportedKind | null;
  readonly status: ImportedStatus | null;
  readonly due: PlainDate | null;
  readonly department: string | null;
  readonly assisting: readonly string[];
  readonly departmentHead: string | null;
  readonly responsibleLeaders: readonly string[];
  readonly handlers: readonly string[];
  readonly measures: readonly Omit<ImportedMeasure, 'ordinal'>[];
  readonly publicText: string | null;
  readonly withheld: string | null;
}

export type Correction =
  | {
      readonly kind: 'file';
      readonly feedbackOn: PlainDate | null;
      readonly inspectedBy: string | null;
      readonly inspection: ImportedPeriod;
    }
  | { readonly kind: 'problem'; readonly seq: number; readonly said: ProblemSaid }
  /** What was read as a problem and is none: a line of sums. */
  | { readonly kind: 'remove'; readonly seq: number }
  | { readonly kind: 'add'; readonly said: ProblemSaid }
  /** It was read rightly. */
  | { readonly kind: 'settle'; readonly questions: readonly string[] };

export function corrected(feedback: ImportedFeedback, correction: Correction): ImportedFeedback {
  switch (correction.kind) {
    case 'file':
      return ofFile(feedback, correction);
    case 'problem':
      return ofProblem(feedback, correction.seq, correction.said);
    case 'remove':
      return {
        ...feedback,
        problems: feedback.problems.filter(({ seq }) => seq !== correction.seq),
        questions: feedback.questions.filter(({ seq }) => seq !== correction.seq),
      };
    case 'add':
      return added(feedback, correction.said);
    case 'settle':
      return {
        ...feedback,
        questions: feedback.questions.filter(
          (question) => !correction.questions.includes(questionKey(question)),
        ),
      };
    default:
      return assertNever(correction);
  }
}

/** The same for the same question, whatever else has been answered. */
export function questionKey(question: ImportQuestion): string {
  const { seq, field, at, why } = question;
  return createHash('sha256')
    .update(JSON.stringify([seq, field, at, why]))
    .digest('hex')
    .slice(0, 12);
}

/** What of a problem can be said anew. */
export function saidOf(problem: ImportedProblem): ProblemSaid {
  const { section, group, title, kind, status, due, department, assisting, handlers } = problem;
  return {
    ...{ section, group, title, kind, status, due, department, assisting, handlers },
    departmentHead: problem.departmentHead ?? null,
    responsibleLeaders: problem.responsibleLeaders,
    measures: problem.measures.map(({ ordinal: _ordinal, ...measure }) => measure),
    publicText: problem.publicText ?? null,
    withheld: problem.withheld?.reason ?? null,
  };
}

type OfFile = Extract<Correction, { kind: 'file' }>;

function ofFile(feedback: ImportedFeedback, { kind: _kind, ...said }: OfFile): ImportedFeedback {
  const { feedbackOn, inspectedBy, inspection } = feedback;
  const fields = changedIn({ feedbackOn, inspectedBy, inspection }, said);
  return { ...feedback, ...said, questions: unanswered(feedback, null, fields) };
}

function ofProblem(feedback: ImportedFeedback, seq: number, said: ProblemSaid): ImportedFeedback {
  const old = feedback.problems.find((problem) => problem.seq === seq);
  if (old === undefined) return feedback;
  const fields = changedIn(saidOf(old), said);
  return {
    ...feedback,
    problems: feedback.problems.map((problem) =>
      problem === old ? withSaid(old, said, fields) : problem,
    ),
    questions: unanswered(feedback, seq, fields),
  };
}

function added(feedback: ImportedFeedback, said: ProblemSaid): ImportedFeedback {
  const seq = Math.max(0, ...feedback.problems.map((problem) => problem.seq)) + 1;
  const nothing: ImportedProblem = {
    ...{ seq, number: null, group: null, section: null, title: '', kind: null, kindBasis: null },
    ...{ status: null, measures: [], deadlineWords: null, due: null, recurrence: [] },
    ...{ responsibleLeaders: [], department: null, assisting: [], handlers: [], subFindings: [] },
  };
  return { ...feedback, problems: [...feedback.problems, withSaid(nothing, said, ['kind'])] };
}

function withSaid(
  old: ImportedProblem,
  { departmentHead, publicText, withheld, measures, ...said }: ProblemSaid,
  changed: readonly string[],
): ImportedProblem {
  const { departmentHead: _head, publicText: _text, withheld: _withheld, ...rest } = old;
  const kindBasis = said.kind === null ? null : changed.includes('kind') ? 'stated' : old.kindBasis;
  return {
    ...{ ...rest, ...said, kindBasis },
    measures: measures.map((measure, index) => ({
      ordinal: old.measures[index]?.ordinal ?? String(index + 1),
      ...measure,
    })),
    ...(departmentHead === null ? {} : { departmentHead }),
    ...(publicText === null ? {} : { publicText }),
    ...(withheld === null ? {} : { withheld: { reason: withheld } }),
  };
}

function changedIn<Said extends object>(before: Said, after: Said): readonly string[] {
  const fields = Object.keys(after) as (keyof Said & string)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** A date is asked about by the words it was made from too. */
const askedAs: Readonly<Record<string, string>> = { deadlineWords: 'due' };

function unanswered(
  { questions }: ImportedFeedback,
  of: number | null,
  changed: readonly string[],
): readonly ImportQuestion[] {
  return questions.filter(({ seq, field }) => {
    const whole = field.replace(/[.[].*$/, '');
    return seq !== of || !changed.includes(askedAs[whole] ?? whole);
  });
}
