/** What was read held against what was meant. */
import { isDeepStrictEqual } from 'node:util';
import type { ImportedFeedback } from '../../../../../documents/imported-feedback';
import type { Meant } from './layout';

/** Fields that are neither as meant nor asked about. */
export function misread(feedback: ImportedFeedback, meant: readonly Meant[]): readonly object[] {
  const asked = new Set(feedback.questions.map(({ seq, field }) => `${seq ?? 'all'} ${field}`));
  return meant.flatMap((fields, index) => {
    const problem = feedback.problems[index];
    return Object.entries(fields).flatMap(([field, value]) => {
      const read = problem?.[field as keyof Meant];
      const known = asked.has(`${index + 1} ${field}`) || asked.has(`all ${field}`);
      return known || isDeepStrictEqual(read, value)
        ? []
        : [{ seq: index + 1, field, meant: value, read }];
    });
  });
}

/** Questions for each field of each problem. */
export function questionShare({ questions }: ImportedFeedback, meant: readonly Meant[]): number {
  const fields = meant.reduce((sum, each) => sum + Object.keys(each).length, 0);
  return questions.length / fields;
}
