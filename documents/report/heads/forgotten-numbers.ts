// A title that has lost its number, known by the form it shares with the numbered ones: 关于“…”的问题。
import { chapterRole } from '../../vocabulary/chapter-words';
import type { Line } from '../lines/lines';
import type { Head } from './numbered-heads';

/** `heads`: the head of every line, or null; what is found here is added. Only where several numbered titles have the form. */
export function withForgottenNumbers(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): readonly (Head | null)[] {
  const alike = heads.filter((head) => head !== null && titlesProblem(head.rest));
  if (alike.length < fewest) return heads;
  let mayStand = true;
  return heads.map((head, index) => {
    if (head?.style === 'chapter') mayStand = chapterRole(head.rest) !== 'other';
    const text = lines[index]?.text ?? '';
    return head === null && mayStand && titlesProblem(text) ? headOf(text) : head;
  });
}

const fewest = 2;

/** A whole line, or a quotation with 的问题 behind it; 针对巡察组反馈的问题，… goes on and is a sentence. */
export function titlesProblem(text: string): boolean {
  return title.test(text);
}

const title =
  /^(?:关于|针对)(?:[“"][^”"]{2,120}[”"](?:的)?问题(?:[。：:]|$)|[^。；;，,：:]{2,80}问题[。：:]?$)/;

function headOf(text: string): Head {
  return { style: 'unnumbered', ordinal: null, rest: text, slip: 'number-missing' };
}
