/** A list as its page shows it: each problem with what was guessed of it, asked about it and is missing. Plain data. */
import type { ImportedProblem, ImportQuestion } from '../../../documents';
import { questionKey } from '../../../documents/correcting/corrected';
import { notAskedAbout } from '../../../documents/import-warning';
import { missingByField, missingIn, type FieldToSay } from '../../../documents/preview/missing';
import { comparedNames } from '../../../documents/people/compared';
import type { Draft } from './draft';

export interface Asked extends ImportQuestion {
  readonly key: string;
}

export interface ShownProblem {
  readonly problem: ImportedProblem;
  readonly questions: readonly Asked[];
  readonly missing: readonly FieldToSay[];
}

export interface SheetView {
  /** The unit as the file writes it, where that is not the unit it is received for. */
  readonly otherUnit: string | null;
  readonly problems: readonly ShownProblem[];
  /** About the file as a whole. */
  readonly questions: readonly Asked[];
  /** All questions that are open. */
  readonly open: number;
  readonly warnings: readonly { readonly line: number | null; readonly message: string }[];
  readonly missing: readonly { readonly field: FieldToSay; readonly seqs: readonly number[] }[];
  /** People and departments that the list of people does not hold, or not clearly. */
  readonly strangers: number;
}

export function sheetView({ unit, content }: Pick<Draft, 'unit' | 'content'>): SheetView {
  const { feedback, people } = content;
  const asked = feedback.questions.map((question) => ({ ...question, key: questionKey(question) }));
  const names = comparedNames(feedback, people);
  return {
    otherUnit: feedback.unit === null || feedback.unit === unit ? null : feedback.unit,
    problems: feedback.problems.map((problem) => ({
      problem,
      questions: asked.filter(({ seq }) => seq === problem.seq),
      missing: missingIn(problem),
    })),
    questions: asked.filter(({ seq }) => seq === null),
    open: asked.length,
    warnings: notAskedAbout(feedback),
    missing: missingByField(feedback),
    strangers: names.unknown.length + names.strange.length + names.ambiguous.length,
  };
}
