// docProps/core.xml as documents carry it: title, unit, the journal's head, and dates from the record, never a clock's.
import { madeFrom } from './made-from';
import type { RectificationRecord } from './record';

/** The XML of the file's properties. */
export function coreProperties(title: string, record: RectificationRecord): string {
  const instant = `${record.asOf}T00:00:00Z`;
  const { lines, hash } = record.journal;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${namespaces}>`,
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:subject>${escaped(record.id)}</dc:subject>`,
    `<dc:creator>${escaped(record.unit)}</dc:creator>`,
    `<cp:keywords>${escaped(`journal:${lines}:${hash}`)}</cp:keywords>`,
    `<dc:description>${escaped(madeFrom(record))}</dc:description>`,
    `<cp:lastModifiedBy>${escaped(record.unit)}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>`,
    '<dc:language>zh-CN</dc:language>',
    '</cp:coreProperties>',
  ].join('');
}

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:dcmitype="http://purl.org/dc/dcmitype/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** For text of an XML element or attribute. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
