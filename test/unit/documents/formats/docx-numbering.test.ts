import { level, linesIn, numbered, paragraph, run } from './word-file';

const numberingOf = (...inside: readonly string[]) => ({
  'word/numbering.xml': `<w:numbering>${inside.join('')}</w:numbering>`,
});
const kind = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const restart = (at: number, first: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${first}"/></w:lvlOverride>`;

test.each([
  ['decimal', '%1.', ['1.甲', '2.甲']],
  ['decimalFullWidth', '%1．', ['１．甲', '２．甲']],
  ['decimalEnclosedCircle', '%1', ['①甲', '②甲']],
  ['decimalEnclosedCircleChinese', '%1', ['①甲', '②甲']],
  ['chineseCounting', '%1、', ['一、甲', '二、甲']],
  ['chineseCountingThousand', '（%1）', ['（一）甲', '（二）甲']],
  ['japaneseCounting', '第%1章 ', ['第一章 甲', '第二章 甲']],
  ['taiwaneseCounting', '%1、', ['一、甲', '二、甲']],
  ['ideographTraditional', '%1、', ['甲、甲', '乙、甲']],
  ['lowerLetter', '%1)', ['a)甲', 'b)甲']],
  ['upperLetter', '%1.', ['A.甲', 'B.甲']],
  ['lowerRoman', '%1.', ['i.甲', 'ii.甲']],
  ['upperRoman', '%1.', ['I.甲', 'II.甲']],
  ['bullet', '•', ['甲', '甲']],
  ['none', '', ['甲', '甲']],
])('%s numbers are printed in their own signs', (format, text, printed) => {
  const parts = numberingOf(kind(0, level(0, format, text)), list(1, 0));
  expect(linesIn(numbered('甲', 1) + numbered('甲', 1), parts)).toEqual(printed);
});

test.each([
  ['chineseCountingThousand', 23, '二十三、甲'],
  ['ideographDigital', 23, '二三、甲'],
  ['chineseLegalSimplified', 23, '贰拾叁、甲'],
  ['lowerLetter', 28, 'bb、甲'],
  ['upperRoman', 14, 'XIV、甲'],
])('%s of %d is %s', (format, start, printed) => {
  const first = `<w:start w:val="${start}"/>`;
  const parts = numberingOf(kind(0, level(0, format, '%1、', first)), list(1, 0));
  expect(linesIn(numbered('甲', 1), parts)).toEqual([printed]);
});

test('a deeper level begins again after a higher one, from its own start', () => {
  const deeper = level(1, 'decimal', '%2.', '<w:start w:val="5"/>');
  const parts = numberingOf(kind(0, level(0, 'chineseCounting', '%1、'), deeper), list(1, 0));
  const body = [0, 1, 1, 0, 1].map((at) => numbered('甲', 1, at)).join('');
  expect(linesIn(body, parts)).toEqual(['一、甲', '5.甲', '6.甲', '二、甲', '5.甲']);
});

test('a level told not to begin again counts on', () => {
  const deeper = level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>');
  const parts = numberingOf(kind(0, level(0, 'chineseCounting', '%1、'), deeper), list(1, 0));
  const body = [0, 1, 1, 0, 1].map((at) => numbered('甲', 1, at)).join('');
  expect(linesIn(body, parts)).toEqual(['一、甲', '1.甲', '2.甲', '二、甲', '3.甲']);
});

test('a level of legal form shows the Chinese number above it in digits', () => {
  const deeper = level(1, 'decimal', '%1.%2', '<w:isLgl/>');
  const parts = numberingOf(kind(0, level(0, 'chineseCounting', '%1、'), deeper), list(1, 0));
  const body = numbered('甲', 1) + numbered('乙', 1, 1);
  expect(linesIn(body, parts)).toEqual(['一、甲', '1.1 乙']);
});

test('lists of one kind count on together until one begins again', () => {
  const parts = numberingOf(
    kind(0, level(0, 'decimal', '%1.')),
    ...[list(1, 0), list(2, 0), list(3, 0, restart(0, 1))],
  );
  const body = [1, 2, 3, 3].map((id) => numbered('甲', id)).join('');
  expect(linesIn(body, parts)).toEqual(['1.甲', '2.甲', '1.甲', '2.甲']);
});

test('a list may print a level in its own way', () => {
  const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1.')}</w:lvlOverride>`;
  const parts = numberingOf(kind(0, level(0, 'decimal', '%1.')), list(1, 0, own));
  expect(linesIn(numbered('甲', 1), parts)).toEqual(['A.甲']);
});

test('a kind that names a style is the kind that style is of', () => {
  const parts = numberingOf(
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Listed"/></w:abstractNum>',
    kind(1, '<w:styleLink w:val="Listed"/>', level(0, 'decimal', '%1.')),
    list(1, 0),
  );
  expect(linesIn(numbered('甲', 1), parts)).toEqual(['1.甲']);
});

describe('through the style of a paragraph', () => {
  const numbers = numberingOf(
    kind(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '（%2）')),
    list(1, 0),
  );
  const inList = '<w:numPr><w:numId w:val="1"/></w:numPr>';
  const parts = {
    ...numbers,
    'word/styles.xml': `<w:styles>
      <w:style w:styleId="Item"><w:pPr>${inList}</w:pPr></w:style>
      <w:style w:styleId="Child"><w:basedOn w:val="Item"/></w:style>
      <w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
      <w:style w:styleId="Plain"><w:basedOn w:val="Item"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
    </w:styles>`,
  };
  const styled = (style: string, more = ''): string =>
    paragraph(run('甲'), `<w:pStyle w:val="${style}"/>${more}`);

  test('a style based on another counts with it', () => {
    expect(linesIn(styled('Item') + styled('Child'), parts)).toEqual(['1.甲', '2.甲']);
  });

  test('list 0 takes the number away, in a style and in a paragraph', () => {
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    expect(linesIn(styled('Plain') + styled('Item', none), parts)).toEqual(['甲', '甲']);
  });

  test('a level alone goes with the list of the style', () => {
    const deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>';
    expect(linesIn(styled('Item') + styled('Item', deeper), parts)).toEqual(['1.甲', '（1）甲']);
  });

  test('a style based on itself has none', () => {
    expect(linesIn(styled('Loop'), parts)).toEqual(['甲']);
  });
});

test('a list that is nowhere described prints nothing', () => {
  expect(linesIn(numbered('甲', 9))).toEqual(['甲']);
});

test('numbers count on from the text into a table and out of it', () => {
  const parts = numberingOf(kind(0, level(0, 'decimal', '%1.')), list(1, 0));
  const table = `<w:tbl><w:tr><w:tc>${numbered('乙', 1)}</w:tc></w:tr></w:tbl>`;
  const body = numbered('甲', 1) + table + numbered('丙', 1);
  expect(linesIn(body, parts)).toEqual(['1.甲', '2.乙', '3.丙']);
});
