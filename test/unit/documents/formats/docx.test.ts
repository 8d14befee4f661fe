import { strToU8, zipSync } from 'fflate';
import { contentsOfDocx } from '../../../../documents/formats/docx';
import { openZip } from '../../../../documents/formats/open-zip';
import { textOf } from '../../../../documents/formats/numbered-blocks';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const numbered = (text: string, list: number, level = 0): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

function read(body: string, parts: Readonly<Record<string, string>> = {}) {
  const files = {
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
  return contentsOfDocx(openZip(bytes));
}

const linesOf = (body: string, parts = {}) => textOf(read(body, parts)).split('\n');

describe('text', () => {
  test('of several runs is one line; a break begins another', () => {
    const inside = `${run('一、')}${run('基本情况')}<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>`;
    expect(linesOf(paragraph(inside))).toEqual(['一、基本情况 甲', '乙']);
  });

  test('is what stands on the page: inserted, not deleted, hidden, or a field’s code', () => {
    const inside = [
      '<w:ins>' + run('新') + '</w:ins>',
      '<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>',
      '<w:r><w:instrText>PAGE</w:instrText></w:r>',
      '<w:hyperlink>' + run('链接') + '</w:hyperlink>',
      '<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>' +
        run('控件') +
        '</w:sdtContent></w:sdt>',
    ].join('');
    expect(linesOf(paragraph(inside))).toEqual(['新链接控件']);
  });

  test('of a box stands beside, once, though it is written for two programs', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice>${box('框')}</mc:Choice><mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent>`;
    expect(linesOf(paragraph(`${run('文')}<w:r>${both}</w:r>`))).toEqual(['文', '框']);
  });
});

describe('automatic numbers', () => {
  const level = (index: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering>
    <w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.', '<w:pStyle w:val="Item"/>')}${level(3, 'decimalEnclosedCircle', '%4')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '·')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  </w:numbering>`;
  const styles = `<w:styles>
    <w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="Indented"><w:basedOn w:val="Item"/></w:style>
  </w:styles>`;
  const parts = { 'word/numbering.xml': numbering, 'word/styles.xml': styles };

  test('are printed as they are counted, deeper levels beginning again', () => {
    const body = [
      numbered('甲', 1),
      numbered('乙', 1, 1),
      numbered('丙', 1, 1),
      paragraph(run('之间')),
      numbered('丁', 1),
      numbered('戊', 1, 1),
      numbered('己', 1, 3),
    ].join('');
    expect(linesOf(body, parts)).toEqual([
      ...['一、甲', '（一）乙', '（二）丙', '之间', '二、丁', '（一）戊', '①己'],
    ]);
  });

  test('of several levels, restarted lists and bullets', () => {
    const body = [
      numbered('甲', 2),
      numbered('乙', 2, 1),
      numbered('点', 3),
      numbered('丙', 4),
      numbered('丁', 4),
    ].join('');
    expect(linesOf(body, parts)).toEqual(['1 甲', '1.1 乙', '点', '5 丙', '6 丁']);
  });

  test('come through a paragraph’s style, and the style it is based on', () => {
    const styled = (text: string, style: string) =>
      paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
    expect(linesOf(styled('甲', 'Item') + styled('乙', 'Item'), parts)).toEqual(['1.甲', '2.乙']);
  });

  test('an empty paragraph takes none', () => {
    const body = numbered('甲', 1) + numbered('', 1) + numbered('乙', 1);
    expect(linesOf(body, parts)).toEqual(['一、甲', '二、乙']);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${text
      .split('|')
      .map((line) => paragraph(run(line)))
      .join('')}</w:tc>`;
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

  test('have their cells in columns, merged ones showing the first', () => {
    const body = `${paragraph(run('清单'))}<w:tbl>${row(cell('序号'), cell('责任分工', '<w:gridSpan w:val="2"/>'))}${row(
      cell('1', '<w:vMerge w:val="restart"/>'),
      cell('王强'),
      cell('一是甲|二是乙'),
    )}${row(cell('', '<w:vMerge/>'), cell('李娜'), cell(''))}</w:tbl>${paragraph(run('完'))}`;
    const { blocks } = read(body);
    expect(blocks.map((block) => (block.kind === 'grid' ? block.name : block.line))).toEqual([
      ...[1, '表1', 5],
    ]);
    const grid = blocks.find((block) => block.kind === 'grid');
    const cells = grid?.rows.map((each) =>
      each.cells.map(({ column, text, mergedFrom }) => [column, text, mergedFrom?.row ?? 0]),
    );
    expect(cells).toEqual([
      [
        [1, '序号', 0],
        [2, '责任分工', 1],
        [3, '责任分工', 1],
      ],
      [
        [1, '1', 2],
        [2, '王强', 0],
        [3, '一是甲\n二是乙', 0],
      ],
      [
        [1, '1', 2],
        [2, '李娜', 0],
      ],
    ]);
  });
});

test('what holds no document, or one deep beyond measure, is damaged', () => {
  expect(() => read('', { 'word/document.xml': '' })).toThrow('已损坏');
  const deep = '<w:sdt>'.repeat(50_000);
  expect(() => read(deep)).toThrow('已损坏');
});
