// The words of a Word paragraph, as they stand on the page.
import type { Numbers } from './docx-numbering';
import { boxed, fieldMarks, partedBoxes, withoutFieldCodes } from './docx-marks';
import { elementsIn, valueAt, isElement, type Element } from './xml';

/** What only wraps other content. */
const wrappers: ReadonlySet<string> = new Set([
  ...['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'],
]);

/** The children, those inside wrappers in their place. */
export function flattened(element: Element): readonly Element[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === 'mc:AlternateContent') return flattened(chosen(child));
    return wrappers.has(child.name) ? flattened(child) : [child];
  });
}

/** A paragraph's lines: its number and words; a break begins another line, and so does the text of a box beside it. */
export function linesOf(paragraph: Element, numbers: Numbers): readonly string[] {
  const { own, boxes } = partedBoxes(withoutFieldCodes(wordsOf(paragraph)));
  const number = own.trim() === '' ? '' : numbers.next(paragraph);
  const [first = '', ...more] = own.split('\n');
  const all = [number + first, ...more, ...boxes.flatMap((box) => box.split('\n'))];
  return all.map((line) => line.replaceAll('\t', ' ').trim());
}

function wordsOf(element: Element): string {
  return element.children.map((node) => (isElement(node) ? wordsIn(node) : '')).join('');
}

function wordsIn(element: Element): string {
  switch (element.name) {
    case 'w:t':
      return element.children.map((node) => (isElement(node) ? '' : node)).join('');
    case 'w:tab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:r':
      return isHidden(element) ? '' : wordsOf(element);
    case 'w:txbxContent':
      return boxed(elementsIn(element).map(wordsOf).join('\n'));
    case 'w:fldChar':
      return fieldMarks[element.attributes['w:fldCharType'] ?? ''] ?? '';
    case 'mc:AlternateContent':
      return wordsOf(chosen(element));
    default:
      return unseen.has(element.name) ? '' : wordsOf(element);
  }
}

const unseen: ReadonlySet<string> = new Set([
  ...['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:instrText', 'w:delText'],
]);

/** The same content for newer and for older programs: read once. */
function chosen(element: Element): Element {
  const [first = element] = elementsIn(element);
  return first;
}

function isHidden(run: Element): boolean {
  const properties = elementsIn(run).find(({ name }) => name === 'w:rPr');
  const vanishes = properties && elementsIn(properties).some(({ name }) => name === 'w:vanish');
  return vanishes === true && valueAt(properties, 'w:vanish') !== '0';
}
