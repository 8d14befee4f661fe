// Where the measures of a remedy begin: 一是, 二是; where there are none, the numbers of its list.
import { numeralOf } from '../../vocabulary/cjk-numerals';
import { withPlainDigits } from '../../vocabulary/half-width';
import type { Passage } from './problem-text';

export interface Mark {
  readonly ordinal: string;
  readonly line: number;
  /** In the joined text: where the mark starts and where its measure's text does. */
  readonly start: number;
  readonly end: number;
}

/** In the order of the text. */
export function measureMarks(remedy: readonly Passage[]): readonly Mark[] {
  const marks = wordMarks(remedy);
  return marks.length > 0 ? marks : listMarks(remedy);
}

const wordMark =
  /(^|[。；;，,：:．.、！？!?\s”）)】])([一二三四五六七八九十]{1,3}) ?是[：:，,]? ?/g;

function wordMarks(remedy: readonly Passage[]): readonly Mark[] {
  return marksIn(remedy, (text) =>
    [...text.matchAll(wordMark)].map((found) => ({
      ordinal: found[2] ?? '',
      at: found.index + (found[1] ?? '').length,
      end: found.index + found[0].length,
    })),
  );
}

const listStyles: readonly RegExp[] = [
  /(^|[。；;：: ])[（(](\d{1,2})[)）][.、]? ?/g,
  /(^|[。；;：: ])(\d{1,2})[)）] ?/g,
  /(^|[。；;：: ])(\d{1,2})[.．、](?:(?!\d)|(?=(?:19|20)\d\d ?年|\d+[个名户条项家所座份批宗村镇台辆起])) ?/g,
  /(^|[。；;：: ]?)([①-⑳]) ?/g,
  /(^|[。；;：: ]?)([⑴-⒇]) ?/g,
  /(^|[。；;：: ]?)([❶-❿]) ?/g,
  /(^|[。；;：: ])([a-j])[)）] ?/g,
  /(^|[。；;：: ])第([一二三四五六七八九十]{1,3})[，,、：:] ?/g,
  /(^|[。；;：: ])[（(]([一二三四五六七八九十]{1,2})[)）] ?/g,
  /(^)(\d{1,2}|[一二三四五六七八九十]{1,2})[：:] ?/g,
];

/** Only a list that starts at 1 and counts up: other numbers in a text are no measures. */
function listMarks(remedy: readonly Passage[]): readonly Mark[] {
  if (!remedy.some(({ text }) => /[1１①⑴❶]|a[)）]|第一|^一[：:]|[（(]一[)）]/.test(text)))
    return [];
  for (const style of listStyles) {
    const marks = marksIn(remedy, (text) =>
      [...withPlainDigits(text).matchAll(style)].map((found) => ({
        ordinal: plainOrdinal(found[2] ?? ''),
        at: found.index + (found[1] ?? '').length,
        end: found.index + found[0].length,
      })),
    );
    const counted = countingUp(marks);
    if (counted.length > 0) return counted;
  }
  return [];
}

function plainOrdinal(printed: string): string {
  if (/^[a-j]$/.test(printed)) return String(printed.charCodeAt(0) - 0x60);
  const code = printed.charCodeAt(0);
  const first = [0x2460, 0x2474, 0x2776].findLast((each) => code >= each && code < each + 20);
  return first === undefined ? printed : String(code - first + 1);
}

function countingUp(marks: readonly Mark[]): readonly Mark[] {
  const counted: Mark[] = [];
  for (const mark of marks) if (numeralOf(mark.ordinal) === counted.length + 1) counted.push(mark);
  return counted;
}

function marksIn(
  remedy: readonly Passage[],
  find: (
    text: string,
  ) => readonly { readonly ordinal: string; readonly at: number; readonly end: number }[],
): readonly Mark[] {
  let offset = 0;
  return remedy.flatMap(({ number, text }) => {
    const start = offset;
    offset += text.length + 1;
    return find(text).map((mark) => ({
      ordinal: mark.ordinal,
      line: number,
      start: start + mark.at,
      end: start + mark.end,
    }));
  });
}
