// Problems without numbers that share their paragraph with what was done: 关于组织生活不严肃的问题。规范“三会一课”…
import { namesFault } from '../../vocabulary/chapter-words';
import { labelsIn } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';
import type { Head } from './numbered-heads';
import { withUnnumbered } from './unnumbered';

/** `heads`: the head of every line, or null; what is found here is added. */
export function withTitledParagraphs(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): readonly (Head | null)[] {
  return withUnnumbered(lines, heads, (_index, text) => {
    if (labelsIn(text, 'paragraph').some(({ kind }) => kind === 'remedy')) return 'end';
    return opensWithProblem(text) ? 'title' : null;
  });
}

/** 针对巡察组反馈的问题，… names no fault. */
function opensWithProblem(text: string): boolean {
  const title = /^(?:关于|针对)([^。；;]{2,120}?)(?:的)?问题[。：:，,]/.exec(text)?.[1];
  return title !== undefined && namesFault(title.replace(/问题/g, ''));
}
