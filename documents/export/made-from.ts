// Which state of the journal a document was made from: the line at its foot.
import type { RectificationRecord } from './record';
import { chineseDate } from './chinese-date';

/** 据流转记录第482条（截至2026年5月31日），核验码3fa91c0b77de。 */
export function madeFrom({ journal, asOf }: RectificationRecord): string {
  const code = journal.hash.slice(0, 12);
  return `据流转记录第${journal.lines}条（截至${chineseDate(asOf)}），核验码${code}`;
}
