import { titleLines } from '../../../../documents/export/page/title-lines';

describe('the lines of a title', () => {
  it.each([
    ['关于云川县水务局整改进展情况的通报', ['关于云川县水务局整改进展情况的通报']],
    [
      '中共云川县水务局党组关于巡察反馈意见整改进展情况的通报',
      ['中共云川县水务局党组', '关于巡察反馈意见整改进展情况的通报'],
    ],
  ])('of %s are whole words', (title, lines) => {
    expect(titleLines(title)).toEqual(lines);
  });

  it('are left to the reader where one of two would still be too long', () => {
    const title = '中共云川县水务局党组关于市委第一巡察组专项巡察反馈意见整改进展情况的通报';
    expect(titleLines(title)).toEqual([title]);
  });
});
