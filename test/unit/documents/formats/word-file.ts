// Word files built in code: the raw XML of a body and its parts, and the parts as a reader takes them.
import { strToU8, zipSync } from 'fflate';
import { contentsOfDocx } from '../../../../documents/formats/docx';
import { textOf } from '../../../../documents/formats/numbered-blocks';
import { openZip, type Archive } from '../../../../documents/formats/open-zip';

type Parts = Readonly<Record<string, string>>;

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export function paragraph(inside: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
}

export function numbered(text: string, list: number, level = 0): string {
  const place = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  return paragraph(run(text), place);
}

export function level(index: number, format: string, text: string, more = ''): string {
  const start = more.includes('<w:start ') ? '' : '<w:start w:val="1"/>';
  return `<w:lvl w:ilvl="${index}">${start}<w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function documentOf(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document><w:body>${body}</w:body></w:document>`;
}

/** Through a real archive and back. */
export function partsOf(files: Parts): Archive {
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
  return openZip(bytes);
}

export function contentsIn(body: string, more: Parts = {}) {
  return contentsOfDocx(partsOf({ 'word/document.xml': documentOf(body), ...more }));
}

export function linesIn(body: string, more: Parts = {}): readonly string[] {
  return textOf(contentsIn(body, more)).split('\n');
}
