/** A problem's words, its printed number taken off, the parts a list inside the cell gives them. */
import { numeralOf } from '../vocabulary/cjk-numerals';
import { itemsIn } from './numbered-lines';

export interface TitleRead {
  readonly title: string;
  /** The number printed before the words; null where there is none. */
  readonly number: number | null;
  readonly parts: readonly string[];
  readonly why: string | null;
}

const printedNumber =
  /^(?:问题)?(?:[（(](\d{1,4}|[一二三四五六七八九十百]{1,5})[)）][.、]?|第?(\d{1,4})(?:[.．](?!\d)|[、)）])|(?:问题)(\d{1,4}|[一二三四五六七八九十百]{1,5})[:：.、]|([一二三四五六七八九十百]{1,5})[、.．]|([①-⑳])) */;

export function titleOf(text: string): TitleRead {
  const lines = text.split('\n');
  const listed = lines.length > 1 ? listUnder(lines) : null;
  if (listed !== null) return listed;
  const { number, rest } = numbered(joinedLines(lines));
  return { title: rest, number, parts: [], why: whyOf(lines) };
}

/** 3. 学习不深入 → 3 and the words. A text that is nothing but a number stays whole. */
function numbered(text: string): { readonly number: number | null; readonly rest: string } {
  const found = printedNumber.exec(text);
  const rest = found === null ? text : text.slice(found[0].length).trim();
  if (found === null || rest === '') return { number: null, rest: text };
  const printed = found.slice(1).find((part) => part !== undefined) ?? '';
  const code = printed.charCodeAt(0);
  const circled = code >= 0x2460 && code < 0x2474 ? code - 0x245f : null;
  return { number: circled ?? numeralOf(printed), rest };
}

/** A head line with a numbered list under it, a number a line: the head is the problem, the list its findings. */
function listUnder(lines: readonly string[]): TitleRead | null {
  const [first = '', ...under] = lines;
  const { items } = itemsIn(under.join('\n'));
  const counted = items.map(({ ordinal }) => (ordinal === null ? null : numeralOf(ordinal)));
  if (items.length < 2 || !counted.every((value, index) => value === index + 1)) return null;
  const { number, rest } = numbered(first);
  const title = rest.replace(/[:：]$/, '');
  const why = /[:：。]$/.test(first)
    ? null
    : `单元格里第一行作为问题，其下编号的${items.length}行作为具体表现`;
  return { title, number, parts: items.map(({ text }) => text), why };
}

function whyOf(lines: readonly string[]): string | null {
  if (lines.length < 2) return null;
  const counted = lines.filter((line) => printedNumber.test(line)).length;
  const ended = lines.slice(0, -1).every((line) => /[。；;]$/.test(line));
  return counted > 1 || ended
    ? `单元格里有${lines.length}行，按一个问题读入，也可能是几个问题`
    : null;
}

/** Chinese needs no space where a line was broken; Latin words do. */
export function joinedLines(lines: readonly string[]): string {
  return lines.reduce(
    (whole, line) =>
      /[\w)]$/.test(whole) && /^[\w(]/.test(line) ? `${whole} ${line}` : whole + line,
    '',
  );
}
