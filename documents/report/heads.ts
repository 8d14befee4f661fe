// Recognises how a line is numbered: chapter 一、 section （一） item 1. sub-item （1） ① or a named task 整改任务3：
// One line (and a look at the next); where it belongs in the document is the outline's affair.
import { numeralOf } from './cjk-numerals';
import { namesFault } from './chapter-words';
import { labelAtStart, labelsIn } from './labels';
import { statusOfHeading } from './status-words';

export type HeadStyle =
  'chapter' | 'section' | 'item' | 'parenItem' | 'circled' | 'named' | 'unnumbered';
export type HeadSlip = 'dot-missing' | 'number-missing';

export interface Head {
  readonly style: HeadStyle;
  readonly ordinal: number | null;
  readonly rest: string;
  readonly slip: HeadSlip | null;
}

const cjk = '[一二三四五六七八九十百]{1,5}';
const arabic = '[0-9０-９]{1,3}';
const task =
  '(?:巡[察视])?(?:反馈|整改|存在|主要|具体)?(?:问题|任务|事项)(?:清单)?|反馈意见|整改内容|序号';

const styles: readonly (readonly [HeadStyle, RegExp])[] = [
  ['chapter', new RegExp(`^第?(${cjk}) ?(?:[、．]|\\.|部分[、：: ]?) ?(.*)$`)],
  ['section', new RegExp(`^[（(] ?(${cjk}) ?[)）][、.．]? ?(.*)$`)],
  [
    'named',
    new RegExp(
      `^[【[（(]?(?:${task}) ?[（(]?(${cjk}|${arabic})[)）]?[】\\]]?(?: ?[:：、.．,，] ?| |$|(?=关于|针对))(.*)$`,
    ),
  ],
  [
    'named',
    /^(?:反馈|整改)?(?:问题|任务) ?(\d{1,3})(?![个项条类方件处起号季点年月日])(?=[“一-鿿])(.*)$/,
  ],
  [
    'named',
    new RegExp(
      `^第(${cjk}|${arabic})(?:个|项|条)(?:整改|反馈)?(?:问题|任务|事项)? ?[:：、.．] ?(.*)$`,
    ),
  ],
  ['item', new RegExp(`^(${arabic}) ?[.．、。] ?(?![0-9０-９%％])(.*)$`)],
  ['parenItem', new RegExp(`^[（(] ?(${arabic}) ?[)）][.．、]? ?(.*)$`)],
  ['parenItem', new RegExp(`^(${arabic})[)）] ?(.*)$`)],
];

const named = styles.filter(([style]) => style === 'named');

export interface HeadContext {
  readonly next: string | undefined;
  /** The number the next item would have: lets a number without its dot be seen as one. */
  readonly expected: number;
  /** The head of the line before, if it has one. */
  readonly previous: Head | null;
}

/** How this line is numbered; null for ordinary text. */
export function headOf(text: string, context: HeadContext): Head | null {
  return (
    numberedHead(text) ??
    circledHead(text) ??
    dotlessHead(text, context) ??
    unnumberedHead(text, context.next) ??
    findingHead(text, context.previous) ??
    statusHead(text) ??
    plainHead(text, context.next)
  );
}

/** Every line's head, or null, in order. */
export function headsOf(lines: readonly { readonly text: string }[]): readonly (Head | null)[] {
  let expected = 1;
  let previous: Head | null = null;
  return lines.map(({ text }, index) => {
    const head = headOf(text, { next: lines[index + 1]?.text, expected, previous });
    previous = head;
    if (head?.style === 'item' && head.ordinal !== null) expected = head.ordinal + 1;
    return head;
  });
}

function numberedHead(text: string): Head | null {
  const head = matched(text, styles);
  return head === null ? null : (matched(head.rest, named) ?? head);
}

function matched(text: string, among: typeof styles): Head | null {
  for (const [style, pattern] of among) {
    const found = pattern.exec(text);
    if (found !== null) {
      return { style, ordinal: numeralOf(found[1] ?? ''), rest: found[2] ?? '', slip: null };
    }
  }
  return null;
}

/** ① to ⑳, ⑴ to ⒇ (parenthesised), ⒈ to ⒛ (with a full stop), ㈠ to ㈩. */
const circles: readonly (readonly [HeadStyle, number, number])[] = [
  ['circled', 0x2460, 20],
  ['parenItem', 0x2474, 20],
  ['item', 0x2488, 20],
  ['section', 0x3220, 10],
];

function circledHead(text: string): Head | null {
  const code = text.charCodeAt(0);
  const found = circles.find(([, first, count]) => code >= first && code < first + count);
  if (found === undefined) return null;
  const rest = text.slice(1).replace(/^[、.．]? ?/, '');
  return { style: found[0], ordinal: code - found[1] + 1, rest, slip: null };
}

/**
 * 51关于…, 4 事故调查超期。: the dot was forgotten. Before words that open a title; or where the number is the
 * next one and a fault is named or a label follows.
 */
function dotlessHead(text: string, { expected, next = '' }: HeadContext): Head | null {
  const found = /^(\d{1,3}) ?[:：,，]? ?([一-鿿“‘《].*)$/.exec(text);
  const rest = found?.[2] ?? '';
  const ordinal = Number(found?.[1]);
  const titled =
    !measured.test(rest) && (namesFault(rest.slice(0, 60)) || labelsIn(rest, 'heading').length > 0);
  const fits = ordinal === expected && (titled || labelAtStart(next)?.kind === 'remedy');
  if (found === null || !(/^(?:关于|针对|对于)/.test(rest) || fits)) return null;
  return { style: 'item', ordinal, rest, slip: 'dot-missing' };
}

/** 3月, 12个, 5名: a quantity that opens a sentence, not a number of an item. */
const measured =
  /^(?:[年月日时分秒天周岁个项条名人次件起户家所处座份批宗万亿元千百多余位台辆亩栋间类级届轮号]|公里|平方|季度|小时)/;

/** A title whose number is missing shows itself by the label of its remedy on the next line. */
function unnumberedHead(text: string, next: string | undefined): Head | null {
  if (!/^(?:关于|针对|对于?)/.test(text) || text.length > 200 || !/问题.{0,6}$/.test(text))
    return null;
  if (labelAtStart(next ?? '')?.kind !== 'remedy') return null;
  return { style: 'unnumbered', ordinal: null, rest: text, slip: 'number-missing' };
}

/** 反馈问题：预算执行慢。 is a problem, unless it only says more about the title on the line before. */
function findingHead(text: string, previous: Head | null): Head | null {
  const found = /^(?:巡[察视])?(?:反馈|存在)?(?:的)?(?:具体|主要)?问题[:：] ?(.+)$/.exec(text);
  if (found === null || (previous !== null && namesFault(previous.rest))) return null;
  return { style: 'unnumbered', ordinal: null, rest: found[1] ?? '', slip: null };
}

/** 已完成整改事项 on a line of its own opens a chapter, numbered or not. */
function statusHead(text: string): Head | null {
  if (text.length > 30 || /[。，,；;：:]/.test(text) || statusOfHeading(text) === null) return null;
  return { style: 'chapter', ordinal: null, rest: text, slip: null };
}

/** 党的领导方面 on a line of its own, with a numbered line or a title after it, is a section without its number. */
function plainHead(text: string, next = ''): Head | null {
  if (text.length > 40 || !/方面$/.test(text) || /[。，,；;：:]/.test(text)) return null;
  if (numberedHead(next) === null && !/^(?:关于|针对)/.test(next)) return null;
  return { style: 'section', ordinal: null, rest: text, slip: null };
}
