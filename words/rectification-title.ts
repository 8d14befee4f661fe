/** What people call a rectification. */
import { rectificationTitle } from '../domain/rectification-title';
import { catalogue, type Language } from './catalogue';

const titles = catalogue(
  { of: rectificationTitle },
  { of: (unit, feedbackOn) => `${unit}, feedback of ${feedbackOn}` },
);

export function rectificationTitleIn(
  language: Language,
  unit: string | null,
  feedbackOn: string | null,
): string {
  return titles[language].of(unit ?? '', feedbackOn ?? '');
}
