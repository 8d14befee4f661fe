// What stands in a Word file: its paragraphs in order, and its parts by name.
import { strFromU8, unzipSync } from 'fflate';

export function partOf(file: Uint8Array, name: string): string {
  const part = unzipSync(file)[name];
  if (part === undefined) throw new Error(`${name} is not in the file`);
  return strFromU8(part);
}

/** The paragraphs of the body, tables included, as plain text. */
export function paragraphsIn(file: Uint8Array): readonly string[] {
  return [...partOf(file, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) =>
    textIn(xml),
  );
}

export function textOf(file: Uint8Array): string {
  return paragraphsIn(file).join('\n');
}

/** The texts that are highlighted. */
export function highlightedIn(file: Uint8Array): readonly string[] {
  return [...partOf(file, 'word/document.xml').matchAll(/<w:r>.*?<\/w:r>/gs)]
    .map(([xml]) => xml)
    .filter((xml) => xml.includes('<w:highlight w:val="yellow"/>'))
    .map(textIn);
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => unescaped(text))
    .join('');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
