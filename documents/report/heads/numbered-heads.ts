// How a line is numbered: chapter 一、 section （一） item 1. sub-item （1） ① or a named task 整改任务3：
import { numeralOf } from '../../vocabulary/cjk-numerals';
import { withPlainDigits } from '../../vocabulary/half-width';
import { statusOf } from '../../vocabulary/status-words';

export type HeadStyle =
  'chapter' | 'section' | 'item' | 'parenItem' | 'circled' | 'worded' | 'named' | 'unnumbered';
export type HeadSlip = 'dot-missing' | 'number-missing' | 'numbers-joined';

export interface Head {
  readonly style: HeadStyle;
  readonly ordinal: number | null;
  /** 1-3项. 5、6. head several problems at once: the last of their numbers. */
  readonly upTo?: number;
  readonly rest: string;
  readonly slip: HeadSlip | null;
}

const cjk = '[一二三四五六七八九十百]{1,5}';
const arabic = '[0-9]{1,3}';
const task =
  '(?:巡[察视])?(?:反馈|整改|存在|主要|具体)?(?:问题|任务|事项)(?:清单)?|反馈意见|整改内容|序号';

const levelEnd = '(?:[.．、] ?| )([一-鿿“"‘《（(].*)$';

const styles: readonly (readonly [HeadStyle, RegExp])[] = [
  ['chapter', new RegExp(`^(${cjk}) ?(?:[、．]|\\.) ?(?!${cjk}(?:季度|级|月))(.*)$`)],
  ['chapter', new RegExp(`^第(${cjk})部分[、：: ]?(.*)$`)],
  [
    'section',
    new RegExp(`^第(${cjk}|${arabic})(?:大?类|(?:个|大)?方面)(?:问题)?[：:、，,] ?(.*)$`),
  ],
  ['worded', new RegExp(`^第(${cjk}|${arabic})[，,、：:．.] ?(.*)$`)],
  ['section', new RegExp(`^[（(] ?(${cjk}) ?[)）][、.．]? ?(.*)$`)],
  // 【问题1】台账混乱, 【一】党的领导方面: brackets part the number from the title
  ['named', new RegExp(`^[【[](?:${task}) ?(${cjk}|${arabic})[】\\]] ?(.+)$`)],
  ['section', new RegExp(`^[【[] ?(${cjk}) ?[】\\]] ?(.+)$`)],
  [
    'named',
    new RegExp(
      `^[【[（(]?(?:${task}) ?[（(]?(${cjk}|${arabic})[)）]?[】\\]]?(?: ?[:：、.．,，] ?| |$|(?=关于|针对|[【“"《「]))(.*)$`,
    ),
  ],
  [
    'named',
    /^(?:反馈|整改)?(?:问题|任务) ?(\d{1,3})(?![个项条类方件处起号季点年月日])(?=[“"一-鿿])(.*)$/,
  ],
  [
    'named',
    new RegExp(
      `^第(${cjk}|${arabic})(?:个|项|条)(?:整改|反馈)?(?:问题|任务|事项)? ?[:：、.．] ?(.*)$`,
    ),
  ],
  // 序号：3 on a line of its own, over 反馈问题：…
  ['named', /^(?:问题)?(?:序号|编号)[:：] ?(\d{1,3})()$/],
  // 1001 学习不深入: codes of a list of problems
  ['item', /^([0-9]{4})(?: ?[.．、:：] ?| )(?![年月日号级届版部])([一-鿿“"‘《].*)$/],
  // 2.3 台账混乱, 2.3.1 记录缺失: levels of an automatic numbering
  ['circled', new RegExp(`^[0-9]{1,2}[.．][0-9]{1,2}[.．]([0-9]{1,2})${levelEnd}`)],
  ['parenItem', new RegExp(`^[0-9]{1,2}[.．]([0-9]{1,2})${levelEnd}`)],
  // 2-3 台账混乱: the third of the second part
  [
    'parenItem',
    /^[0-9]{1,2}[-—–－]([0-9]{1,2})(?:[.．、] ?| )(?![项个条月日号级届]|年[^轻龄老])([一-鿿“"‘《（(].*)$/,
  ],
  ['item', new RegExp(`^(${arabic}) ?[.．、。] ?(?![0-9%％])(.*)$`)],
  ['parenItem', new RegExp(`^[（(] ?(${arabic}) ?[)）][.．、]? ?(.*)$`)],
  ['parenItem', new RegExp(`^(${arabic})[)）] ?(.*)$`)],
];

const named = styles.filter(([style]) => style === 'named');

/** 1.整改任务3：… counts as what is named; null for a line without a number. */
export function numberedHead(text: string): Head | null {
  const noted = notedHead(text);
  if (noted !== null) return noted;
  const head = joinedHead(text) ?? matched(text, styles) ?? circledHead(text);
  return head === null ? null : (matched(head.rest, named) ?? head);
}

/** 【已完成】3.台账混乱: the note goes with the title. */
function notedHead(text: string): Head | null {
  const note = /^[【[（(]([^【】[\]（）()]{2,12})[】\]）)] ?(?=[0-9０-９①-⑳（(])/.exec(text);
  if (note === null || statusOf(note[1] ?? '') === null) return null;
  const head = numberedHead(text.slice(note[0].length));
  return head === null ? null : { ...head, rest: `${note[0].trim()}${head.rest}` };
}

const joined = new RegExp(
  `^(?<task>第|(?:${task}) ?)?(?<from>${arabic}) ?(?:[-—–－~～至、和]|，|,) ?(?:${task})?(?<to>${arabic}) ?(?:项|个|条)?(?:${task})? ?[.．、：:] ?(?<rest>[^0-9].*)$`,
);

function joinedHead(text: string): Head | null {
  const parts = joined.exec(withPlainDigits(text))?.groups;
  const ordinal = Number(parts?.['from']);
  const upTo = Number(parts?.['to']);
  if (parts === undefined || upTo <= ordinal) return null;
  const rest = text.slice(text.length - (parts['rest'] ?? '').length);
  const style = parts['task'] === undefined ? 'item' : 'named';
  return { style, ordinal, upTo, rest, slip: 'numbers-joined' };
}

function matched(text: string, among: typeof styles): Head | null {
  const plain = withPlainDigits(text);
  for (const [style, pattern] of among) {
    const found = pattern.exec(plain);
    if (found === null) continue;
    const rest = text.slice(text.length - (found[2] ?? '').length);
    return { style, ordinal: numeralOf(found[1] ?? ''), rest, slip: null };
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
