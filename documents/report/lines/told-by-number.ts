// Statuses that one sentence tells of several problems by their numbers: 第1、2、5项已完成整改，第3、4项正在整改。
import type { ImportedStatus } from '../../imported-feedback';
import type { Line } from './lines';
import { statusOf } from '../../vocabulary/status-words';

export type StatusByNumber = ReadonlyMap<number, ImportedStatus>;

export interface ToldByNumber {
  /** Without the clauses: they would be read as words of the problem they happen to stand behind. */
  readonly lines: readonly Line[];
  readonly statuses: StatusByNumber;
}

const clause = new RegExp(
  [
    '(?:(?:以上|上述|其中)(?:\\d{1,3}[个项条](?:问题|任务|事项)?中?)?[，,：:]?|[，,；;])?',
    '第(\\d{1,3}(?:(?: ?[、，,和及与至~～—–-]第?)+\\d{1,3})*)[个项条](?:整改|反馈)?(?:问题|任务|事项)?',
    '([^，,。；;]{2,20})',
  ].join(''),
  'g',
);

export function toldByNumber(lines: readonly Line[]): ToldByNumber {
  const statuses = new Map<number, ImportedStatus>();
  const rest = lines.map(({ number, text }) => {
    const without = text.replace(clause, (whole: string, numbers: string, words: string) => {
      const status = statusOf(words);
      if (status === null) return whole;
      for (const each of listed(numbers)) statuses.set(each, status);
      return '';
    });
    return {
      number,
      text: without === text ? text : without.replace(/([。；;])[。；;，,]+/g, '$1'),
    };
  });
  // One number alone is as likely of a measure.
  if (statuses.size < fewest) return { lines, statuses: new Map() };
  return { lines: rest.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)), statuses };
}

const fewest = 2;

/** 1、3-5 → 1, 3, 4, 5. */
function listed(numbers: string): readonly number[] {
  return numbers.split(/[、，,和及与]/).flatMap((part) => {
    const [from = 0, to = from] = (part.match(/\d+/g) ?? []).map(Number);
    return Array.from(
      { length: Math.min(Math.max(to - from, 0), 99) + 1 },
      (_, index) => from + index,
    );
  });
}
