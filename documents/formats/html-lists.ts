// The numbers that a browser puts before the items of a list; they are in no text.
import { numeral } from './numerals';
import { isElement, type Element } from './xml';

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** By item; one that a style leaves without a number has an empty one. */
export function markersOf(list: Element): ReadonlyMap<Element, string> {
  const items = list.children.filter((child) => isElement(child)).filter(isItem);
  const backwards = list.attributes['reversed'] !== undefined;
  let next = wholeNumber(list.attributes['start']) ?? (backwards ? items.length : 1);
  return new Map(
    items.map((item) => {
      const number = wholeNumber(item.attributes['value']) ?? next;
      next = number + (backwards ? -1 : 1);
      return [item, markerOf(list, number)] as const;
    }),
  );
}

function isItem({ name }: Element): boolean {
  return name === 'li';
}

function markerOf({ attributes }: Element, number: number): string {
  if (/list-style(?:-type)?\s*:[^;]*\bnone\b/i.test(attributes['style'] ?? '')) return '';
  return `${numeral(number, formats[attributes['type'] ?? ''] ?? 'decimal')}. `;
}

function wholeNumber(said: string | undefined): number | null {
  return said !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(said) ? Number(said) : null;
}
