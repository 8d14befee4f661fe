// The totals a report declares of itself: 反馈的23个问题, 75条整改措施. Read, compared, never trusted.
import { numeralOf } from '../../vocabulary/cjk-numerals';
import { withPlainDigits } from '../../vocabulary/half-width';
import { numberedHead } from '../heads/numbered-heads';
import type { Line } from '../lines/lines';

export interface Declared {
  readonly problems: number | null;
  readonly measures: number | null;
}

const number = '(\\d{1,4}|[一二三四五六七八九十百]{1,5})';
const kinds = '(?:具体|主要|突出|重点|共性|反馈|整改)?(?:的)?';
const feedback = '(?:反馈|指出|发现|提出|移交|涉及|认领)';

/** The first that finds a number decides: nearest to the word 反馈 first, a bare count of problems last. */
const problems: readonly RegExp[] = [
  new RegExp(
    `${feedback}[^。；;]{0,40}?${number} ?(?:个|项|条|件)(?:大项|小项|方面)?(?:的)?${kinds}问题(?!线索)`,
    'g',
  ),
  new RegExp(`问题[^。；;，,]{0,8}个(?:大)?方面[、，,]?(?:共|计|共计)?${number}(?:个|项|条)`, 'g'),
  new RegExp(
    `问题(?:共|共计)?[一二三四五六七八九十\\d]{1,3}个?大?类[、，,]?(?:共|计|共计)?${number}(?:个|项|条)`,
    'g',
  ),
  new RegExp(`问题(?:共|共计|总数|总计|有)?${number}(?:个|项|条)(?!(?:大)?方面)`, 'g'),
  // 17个问题已完成16个
  new RegExp(
    `(?<![第\\d])${number}(?:个|项)问题[，,]?(?:现|均)?已(?:完成|整改)[^，,。；;]{0,6}\\d+(?:个|项)`,
    'g',
  ),
  new RegExp(`(?<![第\\d])${number}(?:个|项)${kinds}问题(?!线索|已|整改完成)`, 'g'),
];
const measures: readonly RegExp[] = [
  new RegExp(
    `${number}(?:个|项|条)(?:的)?(?:具体|针对性|细化)?(?:的)?(?:整改)?(?:的)?(?:措施|举措)`,
    'g',
  ),
  new RegExp(`(?:措施|举措)(?:共|共计|累计)?${number}(?:条|项|个)`, 'g'),
];

/** `lines`: the text around the problems; what is counted inside a problem is something else. */
export function declaredIn(lines: readonly Line[]): Declared {
  const telling = lines.filter(({ text }) => /问题|措施|举措/.test(text));
  const [headings, others] = [
    telling.filter(isHeading),
    telling.filter((line) => !isHeading(line)),
  ];
  return {
    problems: firstNumber(others, problems) ?? sumOfHeadings(headings),
    measures: firstNumber(telling, measures),
  };
}

function isHeading({ text }: Line): boolean {
  const style = numberedHead(text)?.style;
  return style === 'chapter' || style === 'section';
}

/** （一）…方面（共3个问题） （二）…方面（共2个问题）: each counts its own. */
function sumOfHeadings(headings: readonly Line[]): number | null {
  const counts = headings.flatMap((line) => firstNumber([line], problems) ?? []);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

function firstNumber(lines: readonly Line[], patterns: readonly RegExp[]): number | null {
  for (const pattern of patterns) {
    for (const { text } of lines) {
      for (const found of withPlainDigits(text).matchAll(pattern)) {
        const value = numeralOf(found[1] ?? '');
        if (value !== null && value > 0)
          return value + foundAnew(text.slice(found.index + found[0].length));
      }
    }
  }
  return null;
}

/** 整改不到位问题2个、新发现问题3个: those count too. */
function foundAnew(after: string): number {
  const more = new RegExp(`^[、，,和及与]{1,2}新(?:发现|增)(?:的)?问题${number}(?:个|项|条)`);
  return numeralOf(more.exec(withPlainDigits(after))?.[1] ?? '') ?? 0;
}
