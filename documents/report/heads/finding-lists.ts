// （1）… （2）… between a title and 整改情况： list what is wrong with one problem; they head nothing.
// Told from problems of their own by what most remedies of the text stand under.
import { customaryDepth, partLabel } from './blocks';
import { chapterRole } from '../../vocabulary/chapter-words';
import { labelAtStart, labelsIn } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';
import type { Head, HeadStyle } from './numbered-heads';

interface Run {
  readonly style: HeadStyle;
  /** The lines it takes up, by index, in reverse order; one alone is no list. */
  readonly members: readonly number[];
  /** 具体表现： stands above it. */
  readonly announced: boolean;
}

export function withoutFindingLists(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): readonly (Head | null)[] {
  const runs = lines.flatMap((line, index) =>
    opensRemedy(line, heads[index] ?? null) ? (runBefore(lines, heads, index) ?? []) : [],
  );
  const listed = runs.filter(
    (run) => run.announced || (run.members.length > 1 && isCustom(run, runs)),
  );
  const none = new Set(listed.flatMap(({ members }) => members));
  return none.size === 0 ? heads : heads.map((head, index) => (none.has(index) ? null : head));
}

function opensRemedy({ text }: Line, head: Head | null): boolean {
  const kind = head === null ? (labelAtStart(text)?.kind ?? null) : partLabel(head);
  return kind === 'remedy';
}

/** More remedies stand under such lists than under single numbers of that style. */
function isCustom({ style }: Run, runs: readonly Run[]): boolean {
  const alike = runs.filter((run) => run.style === style && !run.announced);
  return alike.filter(({ members }) => members.length > 1).length * 2 > alike.length;
}

/** The numbers that count up from 1 to the remedy at `end`, under a shallower one; null where there are none. */
function runBefore(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
  end: number,
): Run | null {
  const members: number[] = [];
  let style: HeadStyle | null = null;
  for (let index = end - 1; index >= 0; index -= 1) {
    const head = heads[index] ?? null;
    const text = head?.rest ?? lines[index]?.text ?? '';
    if (hasRemedy(text, head)) return null;
    if (members.length > 0 && labelAtStart(text)?.kind === 'finding')
      return head?.style === style ? null : runOf(style, members, true);
    if (head === null) continue;
    // 1.具体表现：… says of itself what it is.
    if (labelAtStart(head.rest)?.kind === 'finding') return null;
    style ??= head.style;
    const before = members.at(-1);
    const follows = before === undefined || heads[before]?.ordinal === (head.ordinal ?? 0) + 1;
    if (head.style !== style)
      return isOwner(head, style) ? runFromOne(style, members, heads) : null;
    if (!follows || /^(?:关于|针对)/.test(head.rest)) return null;
    members.push(index);
  }
  return null;
}

function hasRemedy(text: string, head: Head | null): boolean {
  return labelsIn(text, head === null ? 'paragraph' : 'heading').some(
    ({ kind }) => kind === 'remedy',
  );
}

function runOf(style: HeadStyle | null, members: readonly number[], announced: boolean) {
  return style === null ? null : { style, members, announced };
}

function runFromOne(
  style: HeadStyle,
  members: readonly number[],
  heads: readonly (Head | null)[],
): Run | null {
  const first = heads[members.at(-1) ?? -1] ?? null;
  return first?.ordinal === 1 ? runOf(style, members, false) : null;
}

/** What may own the list: a shallower number that is no heading over many problems. */
function isOwner({ style, rest }: Head, listed: HeadStyle): boolean {
  if (style === 'named') return true;
  const heading = /方面$/.test(rest) || (style === 'chapter' && chapterRole(rest) !== 'unclear');
  return !heading && customaryDepth[style] < customaryDepth[listed];
}
