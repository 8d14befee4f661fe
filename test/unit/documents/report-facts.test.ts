// The facts around the problems: unit, inspectors, dates, totals, publicity, in the wordings reports use.
import { importFeedback, type ImportedFeedback } from '../../../documents';

const preface =
  '2022年3月1日至4月20日，县委第一巡察组对县粮食局党组进行了巡察，2022年6月6日反馈了意见。';
const problem = [
  '二、反馈问题整改落实情况',
  '1.仓储台账不全。',
  '整改情况：补记。',
  '2.质检不严。',
  '整改情况：复核。',
];
const signed = ['中共松江县粮食局党组', '2022年12月1日'];

describe('who inspected', () => {
  it.each([
    ['2022年3月1日至4月20日,区委第三巡察组对局党组进行了巡察。', '区委第三巡察组'],
    ['根据市委统一部署,市委第二专项巡察组于2022年3月1日至4月20日开展巡察。', '市委第二专项巡察组'],
    ['2022年3月1日至4月20日省委巡视七组对集团党委开展了巡视。', '省委巡视七组'],
    ['由中央第十二巡视组于2022年3月1日至4月20日进行巡视。', '中央第十二巡视组'],
    ['十三届县委第五轮第二巡察组2022年3月1日至4月20日对我局巡察。', '十三届县委第五轮第二巡察组'],
    ['2022年3月1日至4月20日，县委巡察组对我局巡察。', '县委巡察组'],
    ['2022年3月1日至4月20日对我局进行了巡察。', null],
  ])('%s', (line, inspectedBy) => {
    expect(report([line, ...problem, ...signed])).toMatchObject({ inspectedBy });
  });
});

describe('when it inspected and fed back', () => {
  it.each([
    ['2022年3月1日至4月20日，组巡察我局，6月6日反馈。', '2022-03-01', '2022-04-20', '2022-06-06'],
    [
      '2021年11月29日至2022年1月20日，组巡察我局，3月14日反馈。',
      '2021-11-29',
      '2022-01-20',
      '2022-03-14',
    ],
    [
      '2021年11月29日至1月20日，组巡察我局，3月14日反馈。',
      '2021-11-29',
      '2022-01-20',
      '2022-03-14',
    ],
    ['3月1日—4月20日，组巡察我局，6月6日反馈。', '2022-03-01', '2022-04-20', '2022-06-06'],
    [
      '2022年 3月 1日至4 月20 日，组巡察我局。2022 年6月6 日，组反馈了意见。',
      '2022-03-01',
      '2022-04-20',
      '2022-06-06',
    ],
    ['2022年3月至4月，组巡察我局，2022年6月6日反馈。', '2022-03-01', '2022-04-30', '2022-06-06'],
    [
      '2022年3月1日至20日，组巡察我局，2022年6月6日召开反馈会。',
      '2022-03-01',
      '2022-03-20',
      '2022-06-06',
    ],
    ['组巡察我局后反馈了意见。', null, null, null],
  ])('%s', (line, from, to, feedbackOn) => {
    expect(report([line, ...problem, ...signed])).toMatchObject({
      inspection: { from, to },
      feedbackOn,
    });
  });

  it('warns where it takes the year from the context', () => {
    const { warnings } = report([
      '2022年3月1日至4月20日，组巡察我局，6月6日反馈。',
      ...problem,
      ...signed,
    ]);
    expect(warnings).toEqual([
      {
        line: 1,
        code: 'year-inferred',
        message: '第1行：“6月6日”没有写年份，按上下文推定为2022-06-06，请核对',
      },
    ]);
  });
});

describe('who reports and when', () => {
  it.each([
    [['中共松江县粮食局党组', '2022年12月1日'], '中共松江县粮食局党组', '2022-12-01'],
    [['中共松江县粮食局党组 2022年12月1日'], '中共松江县粮食局党组', '2022-12-01'],
    [['松江县粮食局党组', '二〇二二年十二月一日'], '松江县粮食局党组', '2022-12-01'],
    [
      ['中共松江县粮食局党组', '2022年12月1日', '扫一扫在手机打开当前页', '【打印】'],
      '中共松江县粮食局党组',
      '2022-12-01',
    ],
    [['青云第一中学', '2022年12月1日'], '青云第一中学', '2022-12-01'],
    [['中共松江县粮食局党组'], '中共松江县粮食局党组', null],
  ])('%j', (closing, unit, reportOn) => {
    expect(report([preface, ...problem, ...closing])).toMatchObject({ unit, reportOn });
  });

  it('is read off the title and the head of the page where nothing is signed', () => {
    const title = '中共松江县粮食局党组关于巡察整改情况的通报';
    for (const date of ['发布日期：2022-12-01 08:30', '2022年12月1日']) {
      expect(report([title, date, preface, ...problem])).toMatchObject({
        unit: '中共松江县粮食局党组',
        reportOn: '2022-12-01',
      });
    }
  });

  it('has its full name from the title where the signature is short', () => {
    const title = '中共松江县委员会关于巡察整改情况的通报';
    expect(report([title, preface, ...problem, '松江县委', '2022年12月1日']).unit).toBe(
      '中共松江县委员会',
    );
  });
});

describe('the day up to which a report speaks', () => {
  it.each([
    ['截至11月10日，复核完毕。', '2022-11-10'],
    ['截至2022年10月底，复核完毕。', '2022-10-31'],
    ['10月8日复核，11月3日抽查。', '2022-11-03'],
    ['2021年3月5日、11月20日两次复核。', '2022-06-06'],
    ['计划2022年11月15日前完成。', '2022-06-06'],
    ['已于2022年11月15日前完成。', '2022-11-15'],
    ['整改时限：2022年11月20日', '2022-06-06'],
    ['将于2023年1月15日复核。', '2022-06-06'],
  ])('%s', (line, asOf) => {
    expect(report([preface, ...problem, line, ...signed]).asOf).toBe(asOf);
  });
});

describe('the totals a report declares', () => {
  it.each([
    ['围绕反馈的23个问题，制定75条具体整改措施。', 23, 75],
    ['对照反馈的七个方面23个问题，提出整改措施60项。', 23, 60],
    ['反馈的三个方面十二个问题已整改完成十一个。', 12, null],
    ['共反馈问题4个大方面26个大项的问题。', 26, null],
    ['反馈问题3个方面7个。', 7, null],
    ['指出主要问题9个，移交问题线索2件。', 9, null],
    ['统一措施，一体推进。', null, null],
  ])('%s', (line, problems, measures) => {
    expect(report([preface, '一、整改工作总体情况', line, ...problem, ...signed]).declared).toEqual(
      { problems, measures },
    );
  });

  it('are not read inside a problem', () => {
    const { declared } = report([
      preface,
      ...problem,
      '经排查发现9个问题，制定措施12条。',
      ...signed,
    ]);
    expect(declared).toEqual({ problems: null, measures: null });
  });
});

describe('the window of publicity', () => {
  it.each([
    ['公示时间：2022年12月2日至12月22日', '2022-12-02', '2022-12-22'],
    ['公示期为12月2日—12月22日。', '2022-12-02', '2022-12-22'],
    ['公开期限：2022年12月20日至2023年1月10日（15个工作日）', '2022-12-20', '2023-01-10'],
    ['公示时间：12月20日至1月10日', '2022-12-20', '2023-01-10'],
    ['公示期15个工作日。', null, null],
    ['公开时间：2022年12月2日起15个工作日。', '2022-12-02', null],
  ])('%s', (line, from, to) => {
    expect(report([preface, ...problem, line, ...signed]).publicity).toEqual({ from, to });
  });

  it('is told where it lacks an end', () => {
    const { warnings } = report([preface, ...problem, '公示期15个工作日。', ...signed]);
    expect(warnings.map(({ line, code }) => [line, code])).toEqual([[7, 'publicity-incomplete']]);
  });
});

describe('chapters', () => {
  it.each([
    ['一、党组对整改工作的组织落实情况', false],
    ['一、提高政治站位，强化责任担当', false],
    ['一、整改工作总体情况', false],
    ['三、下一步工作安排', false],
    ['三、存在的主要问题', false],
    ['三、巩固整改成果', false],
    ['三、集中整改期未完成的整改事项', true],
    ['三、需长期坚持的整改事项', true],
    ['三、其他反馈问题整改情况', true],
  ])('%s holds problems: %s', (chapter, holds) => {
    const { problems } = report([
      preface,
      ...problem,
      chapter,
      '1.培训不足。已经改进，效果较好，群众满意。',
      ...signed,
    ]);
    expect(problems.map(({ title }) => title).includes('培训不足。')).toBe(holds);
  });
});

function report(lines: readonly string[]): ImportedFeedback {
  return importFeedback(Buffer.from(lines.join('\n')), 'report.txt');
}
