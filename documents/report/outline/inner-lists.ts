// Numbered lists inside a remedy: 1.… 2.… that are measures although their numbering is that of problems.
import type { Block } from '../heads/blocks';
import type { HeadStyle } from '../heads/numbered-heads';
import { isAboutFault } from '../../vocabulary/chapter-words';
import { withPlainDigits } from '../../vocabulary/half-width';

export interface InnerList {
  readonly style: HeadStyle;
  /** The number the list has reached. */
  readonly last: number;
}

/** A block that is open: later ones may belong to it. */
export interface OpenBlock extends Block {
  readonly depth: number;
  readonly list: InnerList | null;
}

const inlineMarks: readonly (readonly [HeadStyle, RegExp])[] = [
  ['parenItem', /(?:^|[:：。；; ])[（(](\d{1,2})[)）]/g],
  ['item', /(?:^|[:：。；; ])(\d{1,2})[.．、](?!\d)/g],
];

/** A list that counts up from 1 inside the text of a remedy: the next line may go on with it. */
export function inlineList({ head, own, remedy }: Block): InnerList | null {
  if (!remedy) return null;
  const texts = [head.rest, ...own.map((line) => line.text)];
  for (const [style, mark] of inlineMarks) {
    let last = 0;
    for (const text of texts) {
      for (const found of withPlainDigits(text).matchAll(mark))
        if (Number(found[1]) === last + 1) last += 1;
    }
    if (last > 0) return { style, last };
  }
  return null;
}

/**
 * Whose remedy a numbered line belongs to although its number would end that problem: a list that starts at 1
 * inside a remedy, its continuation, or a number the problem itself has passed. What opens another remedy is no
 * such line, nor is what stands above one.
 */
export function listOwner<Open extends OpenBlock>(
  open: readonly Open[],
  block: Block & { readonly depth: number },
  next: (Block & { readonly depth: number }) | undefined,
): Open | null {
  const owner = open.findLast((node) => node.remedy);
  const { style, ordinal, rest } = block.head;
  if (owner === undefined || style === 'chapter' || block.depth > owner.depth) return null;
  const isProblem = /^(?:关于|针对).*问题/.test(rest) || isAboutFault(rest);
  if (block.opensRemedy || ordinal === null || isProblem) return null;
  const continues = owner.list?.style === style && ordinal === owner.list.last + 1;
  if (continues && (style === 'parenItem' || !continuesAbove(open, owner, style, ordinal)))
    return owner;
  const beside = next?.head.style === owner.head.style;
  if (next?.remedy === true && next.depth > block.depth && !beside) return null;
  const passed = style === owner.head.style && ordinal < (owner.head.ordinal ?? 0);
  return ordinal === 1 || continues || passed ? owner : null;
}

/** The number would also be the next of the groups the problem stands under. */
function continuesAbove(
  open: readonly OpenBlock[],
  owner: OpenBlock,
  style: HeadStyle,
  ordinal: number,
): boolean {
  const above = open.findLast(({ head, depth }) => head.style === style && depth < owner.depth);
  return above !== undefined && ordinal === (above.head.ordinal ?? 0) + 1;
}
