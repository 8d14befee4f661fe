/** What a problem does not say and somebody will have to: its fields, in the order people read them. */
import type { ImportedFeedback, ImportedProblem } from '../imported-feedback';

export const fieldsToSay = [
  'kind',
  'due',
  'department',
  'responsibleLeaders',
  'handlers',
  'measures',
] as const;
export type FieldToSay = (typeof fieldsToSay)[number];

export function missingIn(problem: ImportedProblem): readonly FieldToSay[] {
  return fieldsToSay.filter((field) => isMissing[field](problem));
}

/** By field, those that somebody does not say. */
export function missingByField({
  problems,
}: ImportedFeedback): readonly { readonly field: FieldToSay; readonly seqs: readonly number[] }[] {
  const missing = problems.map((problem) => ({ seq: problem.seq, fields: missingIn(problem) }));
  return fieldsToSay.flatMap((field) => {
    const seqs = missing.flatMap(({ seq, fields }) => (fields.includes(field) ? [seq] : []));
    return seqs.length === 0 ? [] : [{ field, seqs }];
  });
}

const isMissing: Readonly<Record<FieldToSay, (problem: ImportedProblem) => boolean>> = {
  kind: ({ kind }) => kind === null,
  due: ({ due, kind }) => due === null && (kind ?? 'timeLimited') === 'timeLimited',
  department: ({ department }) => department === null,
  responsibleLeaders: ({ responsibleLeaders }) => responsibleLeaders.length === 0,
  handlers: ({ handlers }) => handlers.length === 0,
  measures: ({ measures }) => measures.length === 0,
};
