/** A cell's text as the list it is: one item a line, or numbered 1. （1） 一是 ① in running text. */

export interface Item {
  /** As printed, without its punctuation; null where the item bears no number. */
  readonly ordinal: string | null;
  readonly text: string;
}

export interface Items {
  readonly items: readonly Item[];
  /** What stands before the first number. */
  readonly head: string;
  /** Lines may be items or one sentence broken by hand. */
  readonly unclear: boolean;
}

/** Nothing is cut where nothing counts: a text that is no list is one item without a number. */
export function itemsIn(text: string): Items {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    countedLines(lines) ??
    numberedLines(lines) ??
    numberedInText(lines.join('\n')) ??
    plainLines(lines)
  );
}

/** 1.4次没有记录 over 2.2次没有签字: where every line counts on, the first number is the line's and not a decimal. */
function countedLines(lines: readonly string[]): Items | null {
  const found = lines.map((line, index) => {
    const [, ordinal, text = ''] = /^ *(\d{1,2})[.．] ?(.+)$/.exec(line) ?? [];
    return Number(ordinal) === index + 1 ? tidied({ ordinal: String(index + 1), text }) : null;
  });
  const items = found.flatMap((item) => item ?? []);
  return items.length < 2 || items.length < lines.length
    ? null
    : { items, head: '', unclear: false };
}

const lineMark =
  /^ *(?:([一二三四五六七八九十]{1,3})是[:：，,]? ?|第?([一二三四五六七八九十]{1,3})[、.．，,：:] ?|[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[)）][.、．]? ?|(\d{1,2})(?:[.．](?!\d)|[、)）:：,，]) ?|([①-⑳]) ?|(?:措施|第)([一二三四五六七八九十]{1,3}|\d{1,2})[:：、，,] ?|[-•●·◆■] ?())/;

function markOf(line: string): { readonly ordinal: string | null; readonly rest: string } | null {
  const found = lineMark.exec(line);
  if (found === null) return null;
  const printed = found.slice(1).find((part) => part !== undefined && part !== '') ?? '';
  return { ordinal: printed === '' ? null : plain(printed), rest: line.slice(found[0].length) };
}

function plain(printed: string): string {
  const code = printed.charCodeAt(0);
  return code >= 0x2460 && code < 0x2474 ? String(code - 0x245f) : printed;
}

/** Lines without a number go on with the item above. */
function numberedLines(lines: readonly string[]): Items | null {
  const marks = lines.map(markOf);
  const first = marks.findIndex((mark) => mark !== null);
  if (first < 0 || marks.filter((mark) => mark !== null).length < Math.min(2, lines.length))
    return null;
  const items: { ordinal: string | null; text: string }[] = [];
  lines.slice(first).forEach((line, index) => {
    const mark = marks[first + index] ?? null;
    const last = items.at(-1);
    if (mark === null && last !== undefined) last.text += line;
    else items.push({ ordinal: mark?.ordinal ?? null, text: mark?.rest ?? line });
  });
  const inner = items.length === 1 ? numberedInText(lines.join('\n')) : null;
  return (
    inner ?? { items: items.map(tidied), head: lines.slice(0, first).join(''), unclear: false }
  );
}

const textMarks: readonly RegExp[] = [
  /(^|[。；;，,：:、\s])([一二三四五六七八九十]{1,3})是[:：，,]? ?/g,
  /(^|[。；;：:\s])[（(](\d{1,2})[)）][.、]? ?/g,
  /(^|[。；;：:\s])(\d{1,2})(?:[.．、](?!\d)|[)）]) ?/g,
  /(^|[。；;，,：:\s]?)([①-⑳]) ?/g,
  /(^|[。；;：:\s])[（(]([一二三四五六七八九十]{1,3})[)）] ?/g,
];

/** Only what counts up from its first: other numbers in a text are no list. */
function numberedInText(text: string): Items | null {
  for (const pattern of textMarks) {
    const marks = countingUp([...text.matchAll(pattern)]);
    if (marks.length < 2) continue;
    const items = marks.map((found, index) => ({
      ordinal: plain(found[2] ?? ''),
      text: text.slice(found.index + found[0].length, startOf(marks[index + 1]) ?? text.length),
    }));
    return {
      items: items.map(tidied),
      head: text.slice(0, startOf(marks[0]) ?? 0).trim(),
      unclear: false,
    };
  }
  return null;
}

/** Behind the punctuation that ends what stands before. */
function startOf(mark: RegExpExecArray | undefined): number | undefined {
  return mark === undefined ? undefined : mark.index + (mark[1] ?? '').length;
}

function countingUp(found: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const order = '一二三四五六七八九十';
  const counted: RegExpExecArray[] = [];
  for (const mark of found) {
    const ordinal = plain(mark[2] ?? '');
    const value = /^\d+$/.test(ordinal) ? Number(ordinal) : order.indexOf(ordinal) + 1;
    if (value === counted.length + 1) counted.push(mark);
  }
  return counted;
}

/** Lines that each end a sentence, or none of them, are items; a mixture may be a sentence broken by hand. */
function plainLines(lines: readonly string[]): Items {
  const ends = lines.map((line) => /[。；;！？.!?]$/.test(line.trim()));
  const all = ends.slice(0, -1).every((end) => end);
  const none = !ends.some((end) => end) && lines.every((line) => line.trim().length >= 4);
  if (lines.length < 2 || all || none)
    return {
      items: lines.map((text) => tidied({ ordinal: null, text })),
      head: '',
      unclear: false,
    };
  return {
    items: joined(lines, ends).map((text) => tidied({ ordinal: null, text })),
    head: '',
    unclear: true,
  };
}

function joined(lines: readonly string[], ends: readonly boolean[]): readonly string[] {
  const items: string[] = [];
  lines.forEach((line, index) => {
    if (index > 0 && ends[index - 1] === false) items.push(`${items.pop() ?? ''}${line}`);
    else items.push(line);
  });
  return items;
}

function tidied({ ordinal, text }: Item): Item {
  return {
    ordinal,
    text: text
      .replace(/\n/g, '')
      .replace(/[，,、；;\s]+$/, '')
      .trim(),
  };
}
