/** What a problem does not say and somebody will have to: in the words of the field. */
import type { ImportedProblem } from '../imported-feedback';

export function missingIn(problem: ImportedProblem): string {
  return checks
    .filter(([isMissing]) => isMissing(problem))
    .map(([, words]) => words)
    .join('、');
}

const checks: readonly (readonly [(problem: ImportedProblem) => boolean, string])[] = [
  [({ kind }) => kind === null, '整改类型（kind）'],
  [({ due, kind }) => due === null && (kind ?? 'timeLimited') === 'timeLimited', '整改时限（due）'],
  [({ department }) => department === null, '责任部门（department）'],
  [({ responsibleLeaders }) => responsibleLeaders.length === 0, '责任领导（responsibleLeaders）'],
  [({ handlers }) => handlers.length === 0, '经办人（handlers）'],
  [({ measures }) => measures.length === 0, '整改措施（measures）'],
];
