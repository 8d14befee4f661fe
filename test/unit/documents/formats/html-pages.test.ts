import { charsetOfHtml, contentsOfHtml } from '../../../../documents/formats/html';
import { textOf } from '../../../../documents/formats/numbered-blocks';

const linesOf = (html: string): readonly string[] => textOf(contentsOfHtml(html)).split('\n');
const article = (count: number): readonly string[] =>
  Array.from({ length: count }, (_each, index) => `${index + 1}.关于第${index + 1}个问题的整改。`);
const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${line}</p>`).join('');

describe('numbered lists', () => {
  test.each([
    ['type="a"', ['a. 甲', 'b. 乙']],
    ['type="A" start="3"', ['C. 甲', 'D. 乙']],
    ['type="i"', ['i. 甲', 'ii. 乙']],
    ['type="I"', ['I. 甲', 'II. 乙']],
    ['reversed', ['2. 甲', '1. 乙']],
    ['start="0"', ['0. 甲', '1. 乙']],
    ['style="list-style: none"', ['甲', '乙']],
  ])('with %s', (attributes, printed) => {
    expect(linesOf(`<ol ${attributes}><li>甲</li><li>乙</li></ol>`)).toEqual(printed);
  });

  test('an item may say its own number, and the next counts on', () => {
    expect(linesOf('<ol><li value="7">甲</li><li>乙</li></ol>')).toEqual(['7. 甲', '8. 乙']);
  });

  test('the number stands before the words, however they are wrapped', () => {
    const html = '<ol><li><div><p>甲</p><p>乙</p></div><ol><li>丙</li></ol></li><li>丁</li></ol>';
    expect(linesOf(html)).toEqual(['1. 甲', '乙', '1. 丙', '2. 丁']);
  });
});

describe('the article', () => {
  test('is what a page of layout tables holds beside its menu', () => {
    const menu = '<td><ul><li><a href="/">首页</a></li><li><a href="/a">公开</a></li></ul></td>';
    const html = `<table><tr>${menu}<td>${paragraphs(article(90))}</td></tr></table>`;
    expect(linesOf(html)).toEqual(article(90));
  });

  test('keeps its end though it stands in a part of its own', () => {
    const end = '<div><p>某某局党组</p><p>2026年5月20日</p></div>';
    const html = `<body><div>${paragraphs(article(10))}</div>${end}</body>`;
    expect(linesOf(html).slice(-2)).toEqual(['某某局党组', '2026年5月20日']);
  });

  test('a table with long cells is still a table', () => {
    const row = (number: number): string =>
      `<tr><td>${number}</td><td>问题</td><td>${'整改措施'.repeat(100)}<br>二是</td></tr>`;
    const html = `<table><tr><th>序号</th><th>问题</th><th>措施</th></tr>${row(1)}${row(2)}${row(3)}</table>`;
    expect(contentsOfHtml(html).blocks.map(({ kind }) => kind)).toEqual(['grid']);
  });
});

describe('the title', () => {
  const titled = (head: string, body: string) =>
    linesOf(`<head>${head}</head><body>${body}${paragraphs(article(3))}</body>`);

  test('is the first paragraph where the article has none', () => {
    const title = '<title>关于整改进展情况的通报</title>';
    expect(titled(title, '')[0]).toBe('关于整改进展情况的通报');
  });

  test('is the one that the mark of public sites gives', () => {
    const head =
      '<title>某某区人民政府</title><meta name="ArticleTitle" content="关于整改进展情况的通报">';
    expect(titled(head, '').slice(0, 2)).toEqual(['关于整改进展情况的通报', article(1)[0]]);
  });

  test('is not said twice, with the name of the site or broken in two', () => {
    const title = '<title>某局党组关于整改进展情况的通报-某某区人民政府</title>';
    const whole = titled(title, '<p>某局党组关于整改进展情况的通报</p>');
    expect(whole[0]).toBe('某局党组关于整改进展情况的通报');
    expect(whole).toHaveLength(4);
    const broken = titled(title, '<p>某局党组关于整改<br>进展情况的通报</p>');
    expect(broken).toHaveLength(5);
  });
});

test('forms, scripts, notes of the page and comments are no words; entities are', () => {
  const html = `<header>站名</header><nav>导航</nav><form>搜索<input value="x"></form><!-- 注 -->
    <p>“甲”&nbsp;&lt;乙&gt;&#19993;&#12288;</p><noscript>请开启</noscript><footer>版权</footer>`;
  expect(linesOf(html)).toEqual(['“甲” <乙>丙']);
});

describe('tables', () => {
  const cellsOf = (html: string) => {
    const [grid] = contentsOfHtml(html).blocks;
    return grid?.kind === 'grid'
      ? grid.rows.map(({ row, cells }) => [row, cells.map(({ column, text }) => [column, text])])
      : [];
  };

  test('a cell spans to the last row and no further', () => {
    const html = '<table><tr><td rowspan="99">甲</td><td>一</td></tr><tr><td>二</td></tr></table>';
    expect(cellsOf(html)).toEqual([
      [
        1,
        [
          [1, '甲'],
          [2, '一'],
        ],
      ],
      [
        2,
        [
          [1, '甲'],
          [2, '二'],
        ],
      ],
    ]);
  });

  test('what hangs down pushes the next row to the right', () => {
    const html =
      '<table><tr><td>一</td><td rowspan="2">甲</td><td>二</td></tr><tr><td colspan="1">三</td><td>四</td></tr></table>';
    expect(cellsOf(html)[1]).toEqual([
      2,
      [
        [1, '三'],
        [2, '甲'],
        [3, '四'],
      ],
    ]);
  });
});

test.each([
  ['<meta charset="GBK">', 'gbk'],
  ["<META http-equiv='Content-Type' content='text/html; charset=gb2312' />", 'gb2312'],
  ['<meta name="a" content="b"><meta charset=utf-8>', 'utf-8'],
  ['<!-- <meta charset="big5"> --><meta charset="gb18030">', 'gb18030'],
  ['<p>charset=gbk</p>', null],
  ['', null],
])('%s says %s', (html, charset) => {
  expect(charsetOfHtml(new TextEncoder().encode(html))).toBe(charset);
});
