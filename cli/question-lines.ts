/** What a person should settle before anything starts, as lines: questions by field, then what nobody says. */
import type { ImportedFeedback, ImportQuestion } from '../documents';
import { fieldTerm } from '../documents/field-terms';
import { grouped } from '../documents/grouped';
import { notAskedAbout } from '../documents/import-warning';
import { missingByField } from '../documents/preview/missing';
import { importingWords as words } from './messages/importing';
import { seqWords } from '../domain/seq-words';

const shownOfField = 10;
const shownPlaces = 3;

/** Empty where nothing is asked. Alike questions are one line with all their places. */
export function questionLines(questions: readonly ImportQuestion[]): readonly string[] {
  if (questions.length === 0) return [];
  const byField = grouped(questions, ({ field }) => fieldTerm(field));
  return [
    words.questions(questions.length),
    ...byField.flatMap(([term, asked]) => [words.field(term, asked.length), ...ofField(asked)]),
  ];
}

function ofField(asked: readonly ImportQuestion[]): readonly string[] {
  const alike = grouped(asked, ({ why }) => why);
  const more = alike.slice(shownOfField).reduce((sum, [, same]) => sum + same.length, 0);
  return [
    ...alike.slice(0, shownOfField).map(([why, same]) => line(why, same)),
    ...(more === 0 ? [] : [words.moreQuestions(more)]),
  ];
}

function line(why: string, same: readonly ImportQuestion[]): string {
  const places = [...new Set(same.map(({ at }) => at))];
  const shown = places.slice(0, shownPlaces).join('、');
  const seqs = new Set(same.flatMap(({ seq }) => seq ?? []));
  return words.question(
    places.length > shownPlaces ? words.places(shown, places.length) : shown,
    seqWords([...seqs]),
    why.replace(/\s+/g, ' '),
  );
}

/** What is not written, a line a field, and what becomes of it. */
export function missingLines(imported: ImportedFeedback): readonly string[] {
  const { unit, feedbackOn, problems } = imported;
  const lines = [
    ...(unit === null ? [words.missingUnit] : []),
    ...(feedbackOn === null ? [words.missingFeedbackOn] : []),
    ...missingByField(imported).map(({ field, seqs }) =>
      words.missingField(fieldTerm(field), field, whose(seqs, problems.length)),
    ),
  ];
  return lines.length === 0 ? [] : [words.missing, ...lines];
}

function whose(seqs: readonly number[], all: number): string {
  return seqs.length === all ? words.all(all) : words.seqs(seqWords(seqs), seqs.length);
}

/** Slips that no question repeats. */
export function warningLines(imported: ImportedFeedback): readonly string[] {
  const told = notAskedAbout(imported);
  if (told.length === 0) return [];
  return [
    words.warnings(told.length),
    ...told.map(({ line: at, message }) => words.warning(at, message)),
  ];
}
