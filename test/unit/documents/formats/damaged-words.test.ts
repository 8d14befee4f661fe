// Whatever is done to a file, reading it ends in contents or in an ImportError that says what to do.
import fc from 'fast-check';
import { contentsOfDocx } from '../../../../documents/formats/docx';
import { contentsOfHtml } from '../../../../documents/formats/html';
import { textOf } from '../../../../documents/formats/numbered-blocks';
import { ImportError } from '../../../../documents/import-error';
import { documentOf, level, numbered, paragraph, partsOf, run } from './word-file';

const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>`;
const styles = `<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
const body = [
  numbered('整改', 1) + numbered('问题', 1, 1) + paragraph(run('甲'), '<w:pStyle w:val="A"/>'),
  `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>${paragraph(run('乙'))}</w:tc></w:tr></w:tbl>`,
  paragraph(
    `<w:r><w:fldChar w:fldCharType="begin"/><w:txbxContent>${paragraph(run('丙'))}</w:txbxContent></w:r>`,
  ),
].join('');
const document = documentOf(body);

/** A piece cut out, doubled, or put in the place of another. */
const wounds = fc.record({
  at: fc.nat({ max: 2000 }),
  length: fc.nat({ max: 200 }),
  into: fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('', '<', '>', '</w:p>', '<w:tbl>', '\u0000', '\u0001', '\u0002', '&#0;', '-1'),
    fc.constantFrom(
      '99999999999',
      'NaN',
      '<![CDATA[',
      '<!--',
      ']]>',
      '<w:p',
      '"',
      '%9',
      '__proto__',
    ),
  ),
});

function wounded(text: string, { at, length, into }: { at: number; length: number; into: string }) {
  const from = at % text.length;
  return text.slice(0, from) + into + text.slice(from + length);
}

function survives(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
  }
}

test('a Word file with any wound in any part is read or refused', () => {
  fc.assert(
    fc.property(wounds, wounds, wounds, (inDocument, inNumbering, inStyles) => {
      const parts = partsOf({
        'word/document.xml': wounded(document, inDocument),
        'word/numbering.xml': wounded(numbering, inNumbering),
        'word/styles.xml': wounded(styles, inStyles),
      });
      survives(() => linesAgree(contentsOfDocx(parts)));
    }),
    { numRuns: 300 },
  );
});

test('a web page with any wound is read or refused', () => {
  const page = `<html><head><title>通报</title></head><body><ol start="3" type="a"><li>甲<li><p>乙</ol><table><tr><td rowspan=2 colspan="3">丙<td>丁</table><div>整改<br>问题</div></body></html>`;
  fc.assert(
    fc.property(wounds, (wound) =>
      survives(() => linesAgree(contentsOfHtml(wounded(page, wound)))),
    ),
    { numRuns: 300 },
  );
});

/** Each paragraph stands in the text on the line it says. */
function linesAgree(contents: ReturnType<typeof contentsOfDocx>): void {
  const lines = textOf(contents).split('\n');
  for (const block of contents.blocks)
    if (block.kind === 'paragraph') expect(lines[block.line - 1]).toBe(block.text);
}

const refusal = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error;
  }
};

test.each([
  ['no document', {}],
  ['an empty one', { 'word/document.xml': '' }],
  ['one without a body', { 'word/document.xml': '<w:document></w:document>' }],
  ['one that breaks off', { 'word/document.xml': document.slice(0, -60) }],
  ['one deep beyond measure', { 'word/document.xml': documentOf('<w:sdt>'.repeat(1_000_000)) }],
])('%s is a damaged file, and the message says what to do', (_what, files) => {
  const error = refusal(() => contentsOfDocx(partsOf(files)));
  expect(error).toMatchObject({ name: 'ImportError', code: 'file-damaged' });
  expect((error as Error).message).toContain('请');
});

test('a web page deep beyond measure is refused', () => {
  const error = refusal(() => contentsOfHtml('<div>'.repeat(1_000_000) + '整改'));
  expect(error).toMatchObject({ name: 'ImportError', code: 'file-damaged' });
});

test('a table that claims more cells than any list has is refused, not built', () => {
  const cell = '<td colspan="60000" rowspan="60000">甲</td>';
  const huge = `<table>${`<tr>${cell}${cell}</tr>`.repeat(2_500)}</table>`;
  expect(refusal(() => contentsOfHtml(huge))).toMatchObject({ code: 'file-too-large' });
});

test('a Word table that claims more cells than any list has is refused, not built', () => {
  const cell = `<w:tc><w:tcPr><w:gridSpan w:val="60000"/></w:tcPr>${paragraph(run('甲'))}</w:tc>`;
  const huge = documentOf(`<w:tbl>${`<w:tr>${cell}</w:tr>`.repeat(2_500)}</w:tbl>`);
  const error = refusal(() => contentsOfDocx(partsOf({ 'word/document.xml': huge })));
  expect(error).toMatchObject({ code: 'file-too-large' });
});
