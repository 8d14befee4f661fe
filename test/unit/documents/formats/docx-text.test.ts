import { contentsIn, linesIn, paragraph, run } from './word-file';

const box = (...texts: readonly string[]): string =>
  `<w:txbxContent>${texts.map((text) => paragraph(run(text))).join('')}</w:txbxContent>`;

test('a line goes on after the box that hangs in it', () => {
  const inside = `${run('前')}<w:r><w:pict>${box('框一', '框二')}</w:pict></w:r>${run('后')}`;
  expect(linesIn(paragraph(inside))).toEqual(['前后', '框一', '框二']);
});

test('a box at the start of a paragraph leaves it its number', () => {
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const body = paragraph(
    `<w:r><w:pict>${box('框')}</w:pict></w:r>${run('甲')}`,
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  );
  expect(linesIn(body, { 'word/numbering.xml': numbering })).toEqual(['1.甲', '框']);
});

test('a text box inside a text box is read once', () => {
  const inner = `<w:p><w:r><w:pict>${box('里')}</w:pict></w:r>${run('外')}</w:p>`;
  const inside = `${run('文')}<w:r><w:txbxContent>${inner}</w:txbxContent></w:r>`;
  const lines = linesIn(paragraph(inside));
  expect([...lines].sort()).toEqual(['外', '文', '里'].sort());
});

test('a field shows its result, whatever its code is made of', () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const inner = `${mark('begin')}<w:r><w:instrText>X</w:instrText></w:r>${mark('separate')}${run('内')}${mark('end')}`;
  const body = paragraph(
    `${mark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${inner}${mark('separate')}${run('果')}${mark('end')}${run('尾')}`,
  );
  expect(linesIn(body)).toEqual(['果尾']);
});

test('a simple field, a hyperlink and moved text show theirs; what was moved away does not', () => {
  const body = paragraph(
    `<w:fldSimple>${run('一')}</w:fldSimple><w:hyperlink>${run('二')}</w:hyperlink><w:moveTo>${run('三')}</w:moveTo><w:moveFrom>${run('四')}</w:moveFrom>`,
  );
  expect(linesIn(body)).toEqual(['一二三']);
});

test('notes, comments, headers and footers are not read', () => {
  const body = paragraph(
    `${run('甲')}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>`,
  );
  const apart = (root: string): string => `<w:${root}><w:p>${run('别处')}</w:p></w:${root}>`;
  const parts = {
    'word/footnotes.xml': apart('footnotes'),
    'word/comments.xml': apart('comments'),
    'word/header1.xml': apart('hdr'),
  };
  expect(linesIn(body, parts)).toEqual(['甲']);
});

test('only one reading of the body’s alternate content stands in it', () => {
  const body = `<mc:AlternateContent><mc:Choice>${paragraph(run('甲'))}</mc:Choice><mc:Fallback>${paragraph(run('甲'))}</mc:Fallback></mc:AlternateContent>`;
  expect(linesIn(body)).toEqual(['甲']);
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

  test('are named in order, and text after them knows its line', () => {
    const body = `${paragraph(run('前'))}${table(row(cell('甲')))}${table(row(cell('乙')), row(cell('丙')))}${paragraph(run('后'))}`;
    const contents = contentsIn(body);
    const places = contents.blocks.map((block) =>
      block.kind === 'grid' ? block.name : [block.text, block.line],
    );
    expect(places).toEqual([['前', 1], '表1', '表2', ['后', 5]]);
    expect(linesIn(body)[4]).toBe('后');
  });

  test('a table in a cell gives that cell its lines', () => {
    const inner = `<w:tc>${paragraph(run('外'))}${table(row(cell('甲'), cell('乙')))}</w:tc>`;
    const [grid] = contentsIn(table(row(inner))).blocks;
    expect(grid?.kind === 'grid' && grid.rows[0]?.cells[0]?.text).toBe('外\n甲\n乙');
  });

  test('a deleted row is not there', () => {
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell('旧')}</w:tr>`;
    expect(linesIn(table(row(cell('甲')), gone, row(cell('乙'))))).toEqual(['甲', '乙']);
  });

  test('what is merged over rows and columns is said once in the text', () => {
    const body = table(
      row(cell('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell('一')),
      row(cell('', '<w:gridSpan w:val="2"/><w:vMerge/>'), cell('二')),
    );
    expect(linesIn(body)).toEqual(['甲 一', '二']);
  });
});
