import { contentsOfCsv } from '../../../../documents/formats/csv';
import type { Grid } from '../../../../documents/contents';

const textsOf = (text: string) =>
  (contentsOfCsv(text, '清单.csv').blocks[0] as Grid).rows.map(({ row, cells }) => [
    row,
    ...cells.map(({ column, text: cell }) => `${column} ${cell}`),
  ]);

test.each([
  ['commas', '序号,问题\n1,不严\n'],
  ['tabs', '序号\t问题\n1\t不严\n'],
  ['semicolons', '序号;问题\r\n1;不严'],
  ['full-width commas', '序号，问题\n1，不严'],
])('separated by %s', (_name, text) => {
  expect(textsOf(text)).toEqual([
    [1, '1 序号', '2 问题'],
    [2, '1 1', '2 不严'],
  ]);
});

test('quoted cells keep their lines and separators; empty cells and rows only keep their places', () => {
  expect(textsOf('\uFEFFa,b,c\n"一是甲，\n二是乙",,"说""好"""\n\n1,2,3,4\n')).toEqual([
    [1, '1 a', '2 b', '3 c'],
    [2, '1 一是甲，\n二是乙', '3 说"好"'],
    [4, '1 1', '2 2', '3 3', '4 4'],
  ]);
});

test('a quote that is never closed is refused, with the line', () => {
  expect(() => textsOf('a,b\n"1,2\n3,4\n')).toThrow(/引号没有配对/);
});
