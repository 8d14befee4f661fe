// Where a problem's title ends and its remedy begins, when both share a line or the title runs over two.
import { namesFault } from '../../vocabulary/chapter-words';
import type { LabelKind } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';
import { withoutNote } from './notes';
import { endOfFirstSentence, leavesOpen } from '../../vocabulary/quotes';

export interface TitleSplit {
  readonly title: string;
  /** How many lines the title took. */
  readonly lines: number;
  /** A status or kind in brackets that stood at the title. */
  readonly note: string | null;
  readonly rest: readonly Line[];
}

/**
 * `heading`: the lines before the first label, of which the title may take `own` at most;
 * `label`: the kind of that label, null where there is none.
 */
export function splitTitle(
  heading: readonly Line[],
  own: number,
  label: LabelKind | null,
): TitleSplit {
  const [first = { number: 0, text: '' }, ...following] = heading;
  const lines = linesOfTitle(heading.slice(0, own), label);
  const joined = [first, ...following.slice(0, lines - 1)].map((line) => line.text).join('');
  const end = titleEnd(joined, label, following.length - (lines - 1));
  const { text, note } = withoutNote(joined.slice(0, end).trim());
  const after = joined.slice(end).replace(/^[，,：:；;、 ]+/, '');
  const bracket = note === null ? leadingNote(after) : { text: after, note };
  const rest = following.slice(lines - 1);
  return {
    title: unbracketed(text.replace(/[：:，,；;、 ]+$/, '')),
    note: bracket.note,
    lines,
    rest: bracket.text === '' ? rest : [{ number: first.number, text: bracket.text }, ...rest],
  };
}

/** 【学习不深入】: brackets around a whole title are its typography. */
function unbracketed(title: string): string {
  return /^【([^【】]+)】$/.exec(title)?.[1] ?? title;
}

/** How many lines the title takes: word processors break a long one in two or more. */
function linesOfTitle(heading: readonly Line[], label: LabelKind | null): number {
  let title = heading[0]?.text ?? '';
  for (let lines = 1; lines < mostLines; lines += 1) {
    const next = heading[lines]?.text;
    if (next === undefined) return lines;
    const isLast = lines === heading.length - 1 && label !== null;
    if (title !== '' && !goesOn(title, next, isLast)) return lines;
    title += next;
  }
  return mostLines;
}

const mostLines = 5;

/** `isLast`: the next line is the last before the label of the remedy. */
function goesOn(title: string, next: string, isLast: boolean): boolean {
  if (ordinal.test(next) || listed.test(next)) return false;
  if (leavesOpen(title) && title.length < longestLine) return true;
  if (/[。！？；]$/.test(title)) return false;
  const named =
    /^(?:关于|针对|对)/.test(title) && !title.includes('问题') && /^.{0,80}问题/.test(next);
  return named || endsSentence(next) || (isLast && isOneShortSentence(next));
}

/** 强化理论 / 武装。党组制定… : a few characters before the full stop are the rest of a sentence broken off. */
function endsSentence(text: string): boolean {
  const end = endOfFirstSentence(text);
  const rest = text.slice(0, Math.max(end, 0));
  return end > 0 && end <= 10 && !/[，,、：:已现完改]/.test(rest);
}

const longestLine = 200;

function isOneShortSentence(text: string): boolean {
  const end = endOfFirstSentence(text);
  return text.length <= 60 && (end < 0 || end === text.length);
}

const ordinal = /^一是|[。；;，,：: ]一是/;
/** （1）… is the first of a list, no rest of a title. */
const listed = /^(?:[（(][1１一][)）]|[1１][.．、]|①|第一[，,、]|[—–-]{1,2}(?=[一-鿿“‘《]))/;

function titleEnd(text: string, label: LabelKind | null, paragraphs: number): number {
  const measures = ordinal.exec(text)?.index ?? -1;
  const parted = label === 'remedy' || label === 'finding' || label === 'about';
  if (parted && paragraphs === 0 && measures < 0) return endBeforeInstances(text);
  const beforeMeasures =
    measures < 0 ? text.length : measures + (text.charAt(measures) === '一' ? 0 : 1);
  const sentence = endOfFirstSentence(text);
  return sentence < 0 ? beforeMeasures : Math.min(sentence, beforeMeasures);
}

/** 学习走形式。有的笔记照抄，有的…: what goes on after the first sentence with instances is no title. */
function endBeforeInstances(text: string): number {
  const end = endOfFirstSentence(text);
  const title = text.slice(0, end);
  const goesOn = instances.test(text.slice(end)) || namesFault(title);
  return end > 0 && !leavesOpen(title) && goesOn ? end : text.length;
}

const instances =
  /^ ?(?:有的|有些|个别|部分|少数|比如|例如|如[：:，,]|具体(?:表现|问题)|(?:19|20)\d{2} ?年)/;

/** …的问题。（已完成）一是…: the bracket stands after the title's full stop. */
function leadingNote(text: string) {
  return /^[（(【[]/.test(text) ? withoutNote(text) : { text, note: null };
}
