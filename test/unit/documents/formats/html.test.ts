import { contentsOfHtml } from '../../../../documents/formats/html';
import { textOf } from '../../../../documents/formats/numbered-blocks';

const linesOf = (html: string) => textOf(contentsOfHtml(html)).split('\n');

test('paragraphs, breaks and headings are lines; spaces of the page are none', () => {
  const html = `<html><body><h1>关于整改情况的通报</h1><p>&nbsp;&nbsp;&emsp;一、基本\n情况</p>
    <div>1.甲<br>2.乙 &amp; 丙</div></body></html>`;
  expect(linesOf(html)).toEqual(['关于整改情况的通报', '一、基本 情况', '1.甲', '2.乙 & 丙']);
});

test('the page around the article is left out', () => {
  const article = '<p>整改情况。</p>'.repeat(30);
  const html = `<html><head><title>某局</title><style>p{}</style></head><body>
    <div class="menu"><ul><li><a href="/">首页</a></li><li><a href="/a">公开</a></li></ul></div>
    <div class="main"><div class="content">${article}</div><div>相关链接</div></div>
    <script>alert(1)</script><div>版权所有</div></body></html>`;
  expect(linesOf(html)).toEqual(['某局', ...Array.from({ length: 30 }, () => '整改情况。')]);
});

test('numbered lists have their numbers', () => {
  expect(linesOf('<ol start="3"><li>甲</li><li><p>乙</p></li></ol><ul><li>丙</li></ul>')).toEqual([
    ...['3. 甲', '4. 乙', '丙'],
  ]);
});

test('a table is one, with what spans rows and columns; one that only places things is none', () => {
  const html = `<table><tr><td><p>甲</p></td></tr></table>
    <table><tr><th>序号</th><th colspan="2">责任</th></tr>
    <tr><td rowspan="2">1</td><td>王强</td><td>一是<br>二是</td></tr><tr><td>李娜</td><td></td></tr></table>`;
  const { blocks } = contentsOfHtml(html);
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'grid']);
  const grid = blocks.find((block) => block.kind === 'grid');
  expect(grid?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['序号', '责任', '责任'],
    ['1', '王强', '一是\n二是'],
    ['1', '李娜'],
  ]);
});
