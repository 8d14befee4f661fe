// Whether the printed numbers of problems go on as numbers do. They are never changed, only told.
import { warningAt, type ImportWarning } from '../import-warning';
import type { FoundProblem } from './outline/found-problem';
import type { HeadStyle } from './heads/numbered-heads';
import type { OutlineNode } from './outline/outline';

/**
 * A number may go on by one, or start again at 1 under a new heading; anything else is worth a look.
 * Groups count along with problems where they are numbered alike.
 */
export function numberSlips(found: readonly FoundProblem[]): readonly ImportWarning[] {
  const styles = new Set(found.map(({ node }) => node.head.style));
  const previous = new Map<
    HeadStyle,
    { readonly ordinal: number; readonly parent: OutlineNode | undefined }
  >();
  return numbered(found).flatMap(({ node: { head, heading }, parent }) => {
    if (head.ordinal === null || !styles.has(head.style)) return [];
    const before = previous.get(head.style);
    previous.set(head.style, { ordinal: head.upTo ?? head.ordinal, parent });
    const last = before?.ordinal ?? 0;
    const first = head.ordinal === 1 || (head.ordinal >= 1000 && head.ordinal % 10 === 1);
    const restarts = first && (parent !== before?.parent || last > 1);
    if (head.ordinal === last + 1 || restarts) return [];
    const code = head.ordinal === last ? 'number-repeated' : 'number-gap';
    const what =
      code === 'number-repeated'
        ? `序号${head.ordinal}重复`
        : `序号由${last || '无'}跳到${head.ordinal}`;
    return [warningAt(heading.number, code, `问题${what}，请核对`)];
  });
}

interface Numbered {
  readonly node: OutlineNode;
  readonly parent: OutlineNode | undefined;
}

/** Problems and what stands above them, each once, in the order of the document. */
function numbered(found: readonly FoundProblem[]): readonly Numbered[] {
  const seen = new Set<OutlineNode>();
  return found.flatMap(({ node, ancestors }) =>
    [...ancestors, node]
      .map((each, index) => ({ node: each, parent: ancestors[index - 1] }))
      .filter((each) => !seen.has(each.node) && seen.add(each.node)),
  );
}
