// Web pages: the article's paragraphs and tables, without the page around them.
import type { Contents } from '../contents';
import { ImportError } from '../import-error';
import { articleIn, unseen } from './html-article';
import { markersOf } from './html-lists';
import { gridOfHtml, isLayout } from './html-tables';
import { opensWith, titleOf } from './html-title';
import { contentsOf, type Piece } from './numbered-blocks';
import { isElement, parseHtml, type Element, type Node } from './xml';

export { charsetOfHtml } from './html-charset';

/** @throws ImportError when its tags, or its tables, are beyond measure */
export function contentsOfHtml(text: string): Contents {
  try {
    return contentsOf(piecesOf(parseHtml(text)));
  } catch (error) {
    throw error instanceof RangeError ? beyondMeasure() : error;
  }
}

function piecesOf(page: Element): readonly Piece[] {
  const reading: Reading = { pieces: [], marker: '', words: '', tables: 0 };
  read(articleIn(page), reading);
  flush(reading);
  const title = titleOf(page);
  const lines = reading.pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.text] : []));
  if (title === '' || opensWith(lines, title)) return reading.pieces;
  return [{ kind: 'paragraph', text: title }, ...reading.pieces];
}

interface Reading {
  readonly pieces: Piece[];
  /** The number of an item whose words have not come yet. */
  marker: string;
  /** What the line under way has so far. */
  words: string;
  tables: number;
}

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

function readItems(list: Element, reading: Reading): void {
  const markers = markersOf(list);
  for (const child of list.children) {
    const marker = isElement(child) ? markers.get(child) : undefined;
    if (marker !== undefined) {
      flush(reading);
      reading.marker = marker;
    }
    read(child, reading);
  }
  reading.marker = '';
}

function flush(reading: Reading): void {
  const text = reading.words.replace(/[ \u00a0]+/g, ' ').trim();
  reading.words = '';
  if (text === '') return;
  reading.pieces.push({ kind: 'paragraph', text: reading.marker + text });
  reading.marker = '';
}

function beyondMeasure(): ImportError {
  return new ImportError(
    'file-damaged',
    '网页的标签层层嵌套，无法读取。请在浏览器中打开，复制正文粘贴到 Word 或文本文件后再导入。',
  );
}
