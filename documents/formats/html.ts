// Web pages: the article's paragraphs and tables, without the page around them.
import type { Contents } from '../contents';
import { gridOfHtml, isLayout } from './html-tables';
import { contentsOf, type Piece } from './numbered-blocks';
import { elementsIn, isElement, parseHtml, type Element, type Node } from './xml';

export function contentsOfHtml(text: string): Contents {
  const page = parseHtml(text);
  const reading: Reading = { pieces: [], words: '', tables: 0 };
  read(articleIn(page), reading);
  flush(reading);
  const title = titleOf(page);
  const known = reading.pieces.some((piece) => piece.kind === 'paragraph' && piece.text === title);
  const first: readonly Piece[] = title === '' || known ? [] : [{ kind: 'paragraph', text: title }];
  return contentsOf([...first, ...reading.pieces]);
}

interface Reading {
  readonly pieces: Piece[];
  /** What the line under way has so far. */
  words: string;
  tables: number;
}

const unseen: ReadonlySet<string> = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'nav', 'header', 'footer', 'aside'],
  ...['form', 'select', 'button', 'iframe', 'svg', 'object', 'audio', 'video'],
]);

const lines: ReadonlySet<string> = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'body', 'html', 'center', 'blockquote', 'pre'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'br'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'figure', 'figcaption'],
]);

function read(node: Node, reading: Reading): void {
  if (!isElement(node)) {
    reading.words += node.replace(/[ \t\r\n\f]+/g, ' ');
    return;
  }
  if (unseen.has(node.name)) return;
  if (node.name === 'table' && !isLayout(node)) return readTable(node, reading);
  if (lines.has(node.name)) flush(reading);
  if (node.name === 'ol') readItems(node, reading);
  else for (const child of node.children) read(child, reading);
  if (lines.has(node.name)) flush(reading);
}

function readTable(table: Element, reading: Reading): void {
  flush(reading);
  reading.tables += 1;
  reading.pieces.push(gridOfHtml(table, `表${reading.tables}`));
}

/** The numbers that a browser puts before the items. */
function readItems(list: Element, reading: Reading): void {
  let number = Number(list.attributes['start'] ?? 1) || 1;
  for (const child of list.children) {
    if (isElement(child) && child.name === 'li') {
      flush(reading);
      reading.words = `${number}. `;
      number += 1;
    }
    read(isElement(child) && child.name === 'li' ? { ...child, name: 'span' } : child, reading);
  }
}

function flush(reading: Reading): void {
  const text = reading.words.replace(/[ \u00a0]+/g, ' ').trim();
  reading.words = '';
  if (text !== '') reading.pieces.push({ kind: 'paragraph', text });
}

const containers: ReadonlySet<string> = new Set([
  ...['html', 'body', 'div', 'section', 'article', 'main', 'center', 'span'],
]);

/** Goes in as long as one part of the page holds most of its words: what is left outside is the page's own. */
function articleIn(page: Element): Element {
  let article = page;
  for (;;) {
    const whole = lengthOf(article);
    const most = elementsIn(article).find((child) => lengthOf(child) > 0.8 * whole);
    if (most === undefined || !containers.has(most.name)) return article;
    article = most;
  }
}

/** Its words that are no link: menus are made of links. */
function lengthOf(element: Element): number {
  if (unseen.has(element.name) || element.name === 'a') return 0;
  return element.children.reduce(
    (sum, child) => sum + (isElement(child) ? lengthOf(child) : child.trim().length),
    0,
  );
}

function titleOf(page: Element): string {
  const title = find(page, 'h1') ?? find(page, 'title');
  return title === undefined ? '' : wordsIn(title).replace(/\s+/g, ' ').trim();
}

function find(element: Element, name: string): Element | undefined {
  for (const child of elementsIn(element)) {
    const found = child.name === name ? child : find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wordsIn(element: Element): string {
  return element.children.map((child) => (isElement(child) ? wordsIn(child) : child)).join('');
}
