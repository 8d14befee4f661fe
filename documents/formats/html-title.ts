// What a web page calls its article: by the mark that public sites carry, else by heading or title.
import { isElement, elementsIn, type Element } from './xml';

/** Empty where the page names nothing. */
export function titleOf(page: Element): string {
  const marked = findAll(page, 'meta').find(
    ({ attributes }) => attributes['name']?.toLowerCase() === 'articletitle',
  );
  const [heading] = [...findAll(page, 'h1'), ...findAll(page, 'title')];
  const title = marked?.attributes['content'] ?? (heading === undefined ? '' : wordsIn(heading));
  return title.replace(/\s+/g, ' ').trim();
}

/** Whether the article opens with its title itself; a site's name may hang on to the page's title. */
export function opensWith(lines: readonly string[], title: string): boolean {
  const plain = (text: string): string => text.replace(/\s/g, '');
  const sought = plain(title);
  const opening = lines.slice(0, 8).map(plain);
  const isTold = opening.some((line) => line.length >= 8 && sought.includes(line));
  return isTold || opening.join('').includes(sought);
}

function findAll(element: Element, name: string): readonly Element[] {
  return elementsIn(element).flatMap((child) =>
    child.name === name ? [child] : findAll(child, name),
  );
}

function wordsIn(element: Element): string {
  return element.children.map((child) => (isElement(child) ? wordsIn(child) : child)).join('');
}
