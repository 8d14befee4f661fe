// Recognises the lines that head something: numbered ones, and those whose number or dot was forgotten.
// One line and its neighbours; where it belongs in the document is the outline's affair.
import { namesFault } from '../../vocabulary/chapter-words';
import { numeralOf } from '../../vocabulary/cjk-numerals';
import { labelAtStart, labelsIn } from '../../vocabulary/labels';
import { numberedHead, type Head } from './numbered-heads';
import { statusOfHeading } from '../../vocabulary/status-words';
import { withPlainDigits } from '../../vocabulary/half-width';

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
    digitHead(text, context.expected) ??
    dotlessHead(text, context) ??
    wordedHead(text, context.next) ??
    unnumberedHead(text, context.next) ??
    findingHead(text, context.previous) ??
    statusHead(text, context.next) ??
    plainHead(text, context.next)
  );
}

/** Every line's head, or null, in order. */
export function headsOf(lines: readonly { readonly text: string }[]): readonly (Head | null)[] {
  const several = repeatedFindings(lines);
  let expected = 1;
  let previous: Head | null = null;
  return lines.map(({ text }, index) => {
    const before = several.has(index) ? null : previous;
    const head = headOf(text, { next: lines[index + 1]?.text, expected, previous: before });
    previous = head;
    if (head?.style === 'item' && head.ordinal !== null) expected = (head.upTo ?? head.ordinal) + 1;
    return head;
  });
}

/** 问题：… 整改：… 问题：… 整改：… under one heading, by index: it is no title of either. */
function repeatedFindings(lines: readonly { readonly text: string }[]): ReadonlySet<number> {
  const found = new Set<number>();
  // Most reports have none.
  if (lines.filter(({ text }) => finding.test(text)).length < 2) return found;
  let last: number | null = null;
  let isPutRight = false;
  lines.forEach(({ text }, index) => {
    if (finding.test(text)) {
      if (last !== null && isPutRight) found.add(last).add(index);
      last = index;
      isPutRight = false;
    } else if (labelAtStart(text)?.kind === 'remedy') isPutRight = last !== null;
    else if (numberedHead(text) !== null) last = null;
  });
  return found;
}

const finding = /^(?:巡[察视])?(?:反馈|存在)?(?:的)?(?:具体|主要)?问题[:：] ?(.+)$/;

/**
 * 51关于…, 4 事故调查超期。: the dot was forgotten. Before words that open a title; or where the number is the
 * next one and a fault is named or a label follows.
 */
function dotlessHead(text: string, { expected, next = '' }: HeadContext): Head | null {
  const found = /^(\d{1,3}) ?[:：,，]? ?([一-鿿“‘《].*)$/.exec(withPlainDigits(text));
  const rest = text.slice(text.length - (found?.[2] ?? '').length);
  const ordinal = Number(found?.[1]);
  const titled =
    !measured.test(rest) && (namesFault(rest.slice(0, 60)) || labelsIn(rest, 'heading').length > 0);
  const fits = ordinal === expected && (titled || labelAtStart(next)?.kind === 'remedy');
  if (found === null || !(/^(?:关于|针对|对于)/.test(rest) || fits)) return null;
  return { style: 'item', ordinal, rest, slip: 'dot-missing' };
}

/**
 * 1.2022年预算执行缓慢, 5、20户补贴未公示: a title that begins with a figure. A year is none of a decimal's, nor is what 、 parts;
 * 2.3个村 is one only where 2 is the next number, and villages are counted whole.
 */
function digitHead(text: string, expected: number): Head | null {
  const found = figured.exec(withPlainDigits(text))?.groups;
  if (found === undefined) return null;
  const { dot, title = '' } = found;
  const ordinal = Number(found['ordinal']);
  const isNext = ordinal === expected || ordinal === 1;
  const isTitle = year.test(title) || (isNext && (dot === '、' || wholeNumber.test(title)));
  if (!isTitle) return null;
  return { style: 'item', ordinal, rest: text.slice(text.length - title.length), slip: null };
}

const figured = /^(?<ordinal>\d{1,3}) ?(?<dot>[.．、]) ?(?<title>\d{1,4}[^\d.．、％%].*)$/;
const year = /^(?:19|20)\d\d ?年/;
const wholeNumber =
  /^\d+ ?(?!个(?:百分点|工作日|月|小时|学时|点))[个名户条项家所起人件次处座份批宗村镇位台辆栋类轮]/;

/** 3月, 12个, 5名: a quantity that opens a sentence, not a number of an item. */
const measured =
  /^(?:[年月日时分秒天周岁个项条名人次件起户家所处座份批宗万亿元千百多余位台辆亩栋间类级届轮号]|公里|平方|季度|小时)/;

/** 二是针对“…”的问题。 with a line of its own that says how far it is: a problem, where others count measures so. */
function wordedHead(text: string, next = ''): Head | null {
  const found =
    /^([一二三四五六七八九十]{1,3})是[:：，,]? ?((?:针对|关于)[“"][^”"]{2,80}[”"](?:的)?问题[。：:].*)$/.exec(
      text,
    );
  const kind = labelAtStart(next)?.kind;
  if (found === null || !(kind === 'status' || kind === 'remedy')) return null;
  return { style: 'worded', ordinal: numeralOf(found[1] ?? ''), rest: found[2] ?? '', slip: null };
}

/** A title whose number is missing, or is a dash, shows itself by the label of its remedy on the next line, or on its own. */
function unnumberedHead(text: string, next: string | undefined): Head | null {
  const dash = /^[—–-]{1,2} ?(?=[一-鿿“‘《])/.exec(text)?.[0] ?? '';
  const titled = /^(?:关于|针对|对于?)/.test(text) && /问题.{0,6}$/.test(text);
  const rest = text.slice(dash.length);
  const told = dash !== '' && labelsIn(rest, 'heading').some(({ kind }) => kind === 'remedy');
  if ((dash === '' && !titled) || (!told && text.length > 200)) return null;
  if (!told && labelAtStart(next ?? '')?.kind !== 'remedy') return null;
  return { style: 'unnumbered', ordinal: null, rest, slip: 'number-missing' };
}

/** 反馈问题：预算执行慢。 or 反馈问题：3.预算执行慢。 is a problem, unless it is, or says more of, the title whose number stands on the line before. */
function findingHead(text: string, previous: Head | null): Head | null {
  const found = finding.exec(text);
  if (found === null || (previous !== null && mayTitle(previous))) return null;
  const rest = found[1] ?? '';
  const inner = numberedHead(rest);
  const isOne =
    inner?.style === 'item' && inner.slip === null && !/[。；;] ?[2２] ?[.．、]/.test(rest);
  return isOne
    ? { ...inner, style: 'named' }
    : { style: 'unnumbered', ordinal: null, rest, slip: null };
}

function mayTitle({ style, rest }: Head): boolean {
  const isHeading = style === 'chapter' || style === 'section' || /方面[。：:]?$/.test(rest);
  return !isHeading || rest === '' || namesFault(rest);
}

/** 已完成整改事项 on a line of its own, with a numbered line or a title after it, opens a chapter. */
function statusHead(text: string, next = ''): Head | null {
  if (text.length > 30 || /[。，,；;：:]/.test(text) || !opensTitle(next)) return null;
  const opens = /^(?:集中整改期[内间]?|目前|立行立改|已|未|尚未|需|正在|长期|基本|阶段|持续)/.test(
    text,
  );
  return opens && statusOfHeading(text) !== null
    ? { style: 'chapter', ordinal: null, rest: text, slip: null }
    : null;
}

/** 党的领导方面, 二是队伍建设方面。 on a line of its own, with a numbered line or a title after it, is a section. */
function plainHead(text: string, next = ''): Head | null {
  const worded =
    /^([一二三四五六七八九十]{1,3})是[:：，,]? ?([^。，,；;：:]{2,40}方面)[。：:]?$/.exec(text);
  if (worded !== null && numberedHead(next) !== null) {
    const ordinal = numeralOf(worded[1] ?? '');
    return { style: 'section', ordinal, rest: worded[2] ?? '', slip: null };
  }
  if (text.length > 40 || !/方面$/.test(text) || /[。，,；;：:]/.test(text)) return null;
  return opensTitle(next) ? { style: 'section', ordinal: null, rest: text, slip: null } : null;
}

function opensTitle(text: string): boolean {
  return /^(?:关于|针对)/.test(text) || numberedHead(text) !== null;
}
