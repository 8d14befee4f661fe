// Where a problem stands in the report: its printed number, its section and its group.
import type { FoundProblem } from '../outline/found-problem';
import type { OutlineNode } from '../outline/outline';
import { leavesOpen } from '../../vocabulary/quotes';

export interface Place {
  readonly number: number | null;
  readonly group: string | null;
  readonly section: string | null;
}

export function placeOf({ node, ancestors }: FoundProblem): Place {
  return { number: printedNumber(node, ancestors), ...headingsOver(ancestors) };
}

/** Its own number; that of its heading where it is the only one under it (1.采购方面 反馈问题：…). */
function printedNumber(node: OutlineNode, ancestors: readonly OutlineNode[]): number | null {
  const parent = ancestors.at(-1);
  const alone =
    parent?.children.length === 1 &&
    parent.head.style !== 'section' &&
    parent.head.style !== 'chapter';
  return node.head.ordinal ?? (alone ? parent.head.ordinal : null);
}

/** The section is the nearest （一）, else the chapter; the group is the numbered heading between it and the problem. */
function headingsOver(ancestors: readonly OutlineNode[]): Omit<Place, 'number'> {
  const sections = ancestors.filter(
    ({ head }) => head.style === 'section' || head.style === 'chapter',
  );
  const groups = ancestors.filter((node) => !sections.includes(node));
  return {
    group: headingOf(groups.at(-1)),
    section: headingOf(sections.at(-1)),
  };
}

/** …方面。共反馈问题3个，均已完成整改。: what is counted behind a heading is no part of it. */
const countsBehind = /(方面)[。，,；;] ?共?(?:反馈|涉及|有)[^。]*问题.*$/;

/** As printed; a heading broken in two is put together. */
function headingOf(node: OutlineNode | undefined): string | null {
  if (node === undefined) return null;
  const text = node.heading.text.replace(countsBehind, '$1');
  const [next, ...more] = node.own;
  const broken = /[，,、]$/.test(text) || leavesOpen(text);
  return broken && next !== undefined && more.length === 0 ? text + next.text : text;
}
