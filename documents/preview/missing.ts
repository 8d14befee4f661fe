/** What a problem does not say and somebody will have to: its fields, in the order people read them. */
import type { ImportedProblem } from '../imported-feedback';

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

const isMissing: Readonly<Record<FieldToSay, (problem: ImportedProblem) => boolean>> = {
  kind: ({ kind }) => kind === null,
  due: ({ due, kind }) => due === null && (kind ?? 'timeLimited') === 'timeLimited',
  department: ({ department }) => department === null,
  responsibleLeaders: ({ responsibleLeaders }) => responsibleLeaders.length === 0,
  handlers: ({ handlers }) => handlers.length === 0,
  measures: ({ measures }) => measures.length === 0,
};
