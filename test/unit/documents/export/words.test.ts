// The small parts: days, numerals, headings.
import { chineseDate, daysBetween } from '../../../../documents/export/chinese-date';
import { chineseNumeral } from '../../../../documents/export/chinese-numeral';
import { titleSentence, withoutNumber } from '../../../../documents/export/headings';

describe('days', () => {
  it('are printed without leading zeros', () => {
    expect(chineseDate('2026-05-03')).toBe('2026年5月3日');
  });

  it('are counted across months, leap days and backwards', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });
});

describe('numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [53, '五十三'],
    [100, '一百'],
    [107, '一百零七'],
    [110, '一百一十'],
    [999, '九百九十九'],
    [1000, '1000'],
  ])('%d is %s', (value, words) => expect(chineseNumeral(value)).toBe(words));
});

describe('headings', () => {
  it.each([
    ['（一）党的建设方面', '党的建设方面'],
    ['三、未完成事项', '未完成事项'],
    ['12.财务管理', '财务管理'],
    ['2.37万元', '2.37万元'],
    ['一、', '一、'],
  ])('%s lose the number they had', (text, rest) => expect(withoutNumber(text)).toBe(rest));

  it.each([
    ['监管不严；', '关于监管不严的问题。'],
    ['关于监管不严的问题。', '关于监管不严的问题。'],
    ['针对监管不严的问题,强化监管', '针对监管不严的问题,强化监管。'],
    ['“老大难”问题', '关于“老大难”问题。'],
  ])('%s becomes the title of a problem once', (title, sentence) =>
    expect(titleSentence(title)).toBe(sentence),
  );
});
