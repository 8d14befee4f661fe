// Marked-up text as a plain tree: elements, attributes, texts. Forgiving; entities of our own are never expanded.
import { DomHandler, Parser, type ParserOptions } from 'htmlparser2';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

/** The document itself as an element without a name. @throws RangeError where it nests beyond measure */
export function parseXml(text: string): Element {
  return parsed(text, { xmlMode: true });
}

/** Names come in lower case. @throws RangeError where it nests beyond measure */
export function parseHtml(text: string): Element {
  return parsed(text, {});
}

/** Browsers nest no deeper than half of it. */
const deepest = 1000;

/** The parser takes ever longer the deeper it is: a small file made to nest would keep it busy for hours. */
class ShallowHandler extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > deepest) throw new RangeError('nested beyond measure');
    super.onopentag(name, attributes);
  }
}

function parsed(text: string, options: ParserOptions): Element {
  const handler = new ShallowHandler();
  new Parser(handler, options).end(text);
  return elementOf({ children: handler.dom });
}

/** As the parser gives it. */
interface Parsed {
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly unknown[];
}

function elementOf({ name = '', attribs = {}, children = [] }: Parsed): Element {
  return { name, attributes: attribs, children: children.flatMap(nodesOf) };
}

/** Comments and instructions are nothing. */
function nodesOf(parsed: unknown): readonly Node[] {
  const node = parsed as Parsed & { readonly type: string; readonly data?: string };
  if (node.type === 'text') return [node.data ?? ''];
  if (node.type === 'cdata') return elementOf(node).children;
  return node.children === undefined ? [] : [elementOf(node)];
}

export function isElement(node: Node): node is Element {
  return typeof node !== 'string';
}

export function elementsIn({ children }: Element): readonly Element[] {
  return children.filter(isElement);
}

/** The first of that name among the children; further names go on into it. */
export function childAt(element: Element | undefined, ...names: readonly string[]) {
  return names.reduce<Element | undefined>(
    (found, name) => found && elementsIn(found).find((each) => each.name === name),
    element,
  );
}

/** `w:val`, which is how Word says nearly everything. */
export function valueAt(element: Element | undefined, ...names: readonly string[]): string | null {
  return childAt(element, ...names)?.attributes['w:val'] ?? null;
}
