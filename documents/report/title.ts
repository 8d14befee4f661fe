// Where a problem's title ends and its remedy begins, when both share a line or the title runs over two.
import { statusOf } from './status-words';
import type { LabelKind } from './labels';
import type { Line } from './lines';
import { endOfFirstSentence, leavesOpen } from './quotes';

export interface TitleSplit {
  readonly title: string;
  readonly lines: number;
  readonly note: string | null;
  readonly rest: readonly Line[];
}

/** `heading`: the lines before the first label; `label`: the kind of that label, null where there is none. */
export function splitTitle(heading: readonly Line[], label: LabelKind | null): TitleSplit {
  const [first = { number: 0, text: '' }, ...following] = heading;
  const lines = linesOfTitle(first.text, following, label);
  const joined = [first, ...following.slice(0, lines - 1)].map((line) => line.text).join('');
  const end = titleEnd(joined, label, following.length - (lines - 1));
  const { title, note } = withoutNote(joined.slice(0, end).trim());
  const remainder = joined.slice(end).replace(/^[，,：:；;、 ]+/, '');
  const rest = following.slice(lines - 1);
  return {
    title,
    note,
    lines,
    rest: remainder === '' ? rest : [{ number: first.number, text: remainder }, ...rest],
  };
}

/** How many lines the title takes: word processors break a long one in two. */
function linesOfTitle(first: string, following: readonly Line[], label: LabelKind | null): number {
  const next = following[0]?.text;
  if (next === undefined) return 1;
  if (first === '') return 2;
  if (/[。！？；]$/.test(first) && !leavesOpen(first)) return 1;
  if (ordinal.test(next)) return 1;
  const broken =
    leavesOpen(first) ||
    (/^(?:关于|针对|对)/.test(first) && !first.includes('问题') && /^.{0,80}问题/.test(next));
  const beforeLabel =
    following.length === 1 &&
    label !== null &&
    next.length <= 60 &&
    endOfFirstSentence(next) === (/[。！？]$/.test(next) ? next.length : -1);
  return broken || beforeLabel ? 2 : 1;
}

const ordinal = /^一是|[。；;，,：: ]一是/;

function titleEnd(text: string, label: LabelKind | null, paragraphs: number): number {
  const measures = ordinal.exec(text)?.index ?? -1;
  const beforeMeasures =
    measures < 0 ? text.length : measures + (text.charAt(measures) === '一' ? 0 : 1);
  const headingOnly = label !== null && label !== 'status' && paragraphs === 0 && measures < 0;
  if (headingOnly) return text.length;
  const sentence = endOfFirstSentence(text);
  return sentence < 0 ? beforeMeasures : Math.min(sentence, beforeMeasures);
}

/** A status or a date in brackets at the end of the title is no part of it. */
function withoutNote(text: string): { readonly title: string; readonly note: string | null } {
  const found = /^(.*?)[ ]?[（(【[]([^（）()【】[\]]{2,24})[)）】\]]([。.]?)$/.exec(text);
  const note = found?.[2] ?? '';
  const title =
    found !== null && statusOf(note) !== null ? `${found[1] ?? ''}${found[3] ?? ''}` : text;
  return {
    title: title.replace(/[：:，,；;、 ]+$/, ''),
    note: title === text || found === null ? null : note,
  };
}
