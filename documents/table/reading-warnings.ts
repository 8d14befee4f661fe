/** What a person should know of a file that was read: sheets passed over, columns not taken, a count that differs. */
import { warningAt, type ImportWarning } from '../import-warning';
import type { ImportedProblem } from '../imported-feedback';
import type { Facts } from './facts';
import { hasProblems } from './sheet-names';
import type { SheetReading } from './table-reading';

export function warningsOf(
  readings: readonly SheetReading[],
  problems: readonly ImportedProblem[],
  { declared }: Facts,
): readonly ImportWarning[] {
  const skipped = readings.filter((reading) => !hasProblems(reading));
  const unread = unreadColumns(readings);
  const differs = declared.problems !== null && declared.problems !== problems.length;
  const count = `文件写明${declared.problems ?? ''}个问题，读到${problems.length}个，请核对`;
  return [
    ...skipped.map(({ sheet }) =>
      warningAt(null, 'sheet-skipped', `“${sheet.name}”里没有问题清单，已跳过`),
    ),
    ...(unread.length === 0
      ? []
      : [warningAt(null, 'columns-unread', `没有读入的栏目：${unread.join('、')}`)]),
    ...(differs ? [warningAt(null, 'count-differs', count)] : []),
  ];
}

function unreadColumns(readings: readonly SheetReading[]): readonly string[] {
  const parts = readings.flatMap((reading) => reading.parts);
  const words = parts.flatMap(({ columns }) => columns.unread.map((heading) => heading.words));
  return [...new Set(words)].filter((each) => each !== '');
}
