// Which part of a web page is the article: what is left outside is the page's own (menus, links, who made it).
import { isLayout } from './html-tables';
import { elementsIn, isElement, type Element } from './xml';

/** Never read: no words of the article are in them. */
export const unseen: ReadonlySet<string> = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'nav', 'header', 'footer', 'aside'],
  ...['form', 'select', 'button', 'iframe', 'svg', 'object', 'audio', 'video'],
]);

/** How much of the words must stand in a part before the rest is left out: a lost signature is worse than a menu. */
const nearlyAll = 0.9;

/** Goes in as long as one part of the page holds nearly all its words. */
export function articleIn(page: Element): Element {
  const lengthOf = lengths();
  let article = page;
  for (;;) {
    const whole = lengthOf(article);
    const most = elementsIn(article).find((child) => lengthOf(child) > nearlyAll * whole);
    if (most === undefined || whole === 0 || !isContainer(most)) return article;
    article = most;
  }
}

const containers: ReadonlySet<string> = new Set([
  ...['html', 'body', 'div', 'section', 'article', 'main', 'center', 'span'],
  ...['tbody', 'tr', 'td'],
]);

function isContainer(element: Element): boolean {
  return element.name === 'table' ? isLayout(element) : containers.has(element.name);
}

/** Its words that are no link: menus are made of links. Each element is counted once. */
function lengths(): (element: Element) => number {
  const known = new Map<Element, number>();
  const lengthOf = (element: Element): number => {
    if (unseen.has(element.name) || element.name === 'a') return 0;
    const found = known.get(element) ?? count(element, lengthOf);
    known.set(element, found);
    return found;
  };
  return lengthOf;
}

function count(element: Element, lengthOf: (element: Element) => number): number {
  return element.children.reduce(
    (sum, child) => sum + (isElement(child) ? lengthOf(child) : child.trim().length),
    0,
  );
}
