// Slips of the pen in a report: each survives, with a warning that names its line.
import { importFeedback, type ImportedFeedback } from '../../../documents';

const head = [
  '中共松江县粮食局党组关于巡察整改情况的通报',
  '2022年3月1日至4月20日，县委第一巡察组对县粮食局党组进行了巡察，2022年6月6日反馈了意见。',
  '一、整改落实情况',
];
const foot = ['中共松江县粮食局党组', '2022年12月1日'];

describe('a slip', () => {
  it('in the label of a status line is told, and the status kept', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：一是补记。二是复核。',
      '整改进度：已完成整改。',
      '2.轮换计划滞后。',
      '整改情况：一是调整计划。',
      '整改情况：已完成整改。',
    ]);
    expect(statuses(imported)).toEqual(['completed', 'completed']);
    expect(codes(imported)).toEqual(['9 status-label-mistaken']);
  });

  it('in a number without its dot is told, and the problem kept', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：一是补记。',
      '2轮换计划滞后。',
      '整改情况：一是调整计划。',
      '3关于“质检室设备陈旧”的问题。',
      '整改情况：一是更新设备。',
    ]);
    expect(titles(imported)).toEqual([
      '仓储台账不全。',
      '轮换计划滞后。',
      '关于“质检室设备陈旧”的问题。',
    ]);
    expect(codes(imported)).toEqual(['6 number-without-dot', '8 number-without-dot']);
  });

  it('in a quantity that opens a sentence makes no problem', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：一是补记。',
      '2名保管员存在的问题已处理。',
      '2.轮换计划滞后。',
      '整改情况：一是调整计划。',
    ]);
    expect(imported.problems).toHaveLength(2);
  });

  it('in the ordinals is told, and every measure kept', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：一是补记。二是复核。二是培训。五是考核。',
    ]);
    expect(imported.problems[0]?.measures.map(({ ordinal }) => ordinal).join('')).toBe('一二二五');
    expect(codes(imported)).toEqual(['5 ordinal-repeated', '5 ordinal-skipped']);
  });

  it('in a label without colon is told, before 一是 and before plain text', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改落实一是补记。',
      '2.轮换计划滞后。',
      '整改落实全面调整计划。',
    ]);
    expect(titles(imported)).toEqual(['仓储台账不全。', '轮换计划滞后。']);
    expect(codes(imported)).toEqual(['5 label-without-colon', '7 label-without-colon']);
  });

  it('in quotation marks and brackets is told, and the text left alone', () => {
    const imported = report(['1.关于“仓储台账（含电子台账不全的问题。', '整改情况：一是补记。']);
    expect(titles(imported)).toEqual(['关于“仓储台账（含电子台账不全的问题。']);
    expect(codes(imported)).toEqual(['4 marks-unpaired']);
  });

  it('in the numbers of problems is told, and the printed numbers kept', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：补记。',
      '2.轮换计划滞后。',
      '整改情况：调整计划。',
      '2.质检不严。',
      '整改情况：更新设备。',
      '5.培训不足。',
      '整改情况：办班。',
    ]);
    expect(imported.problems.map(({ number }) => number)).toEqual([1, 2, 2, 5]);
    expect(imported.problems.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(codes(imported)).toEqual(['8 number-repeated', '10 number-gap']);
  });

  it('in one missing number is told where the others have theirs', () => {
    const imported = report([
      '1.关于“仓储台账不全”的问题。',
      '整改情况：补记。',
      '关于“轮换计划滞后”的问题。',
      '整改情况：调整计划。',
      '3.关于“质检不严”的问题。',
      '整改情况：更新设备。',
    ]);
    expect(imported.problems.map(({ number }) => number)).toEqual([1, null, 3]);
    expect(codes(imported)).toEqual(['6 number-missing', '8 number-gap']);
  });

  it.each([
    [
      'inside quotation marks',
      ['1.关于“仓储台账', '不全”的问题。', '整改情况：补记。'],
      '关于“仓储台账不全”的问题。',
    ],
    [
      'before its 问题',
      ['1.关于2021年至', '2022年台账不全的问题', '整改情况：补记。'],
      '关于2021年至2022年台账不全的问题',
    ],
    ['before its label', ['1.仓储台账长期不', '全', '整改情况：补记。'], '仓储台账长期不全'],
    [
      'before its full stop',
      ['1.针对台账不全的问题，规范台账', '管理。局党组逐笔补记台账，并复核。'],
      '针对台账不全的问题，规范台账管理。',
    ],
    [
      'over three lines',
      ['1.关于“仓储台账', '和出入库记录', '不全”的问题。', '整改情况：补记。'],
      '关于“仓储台账和出入库记录不全”的问题。',
    ],
    [
      'by a page mark',
      ['1.关于“仓储台账', '- 3 -', '不全”的问题。', '整改情况：补记。'],
      '关于“仓储台账不全”的问题。',
    ],
  ])('in a title broken %s is put together, and told', (_, lines, title) => {
    const imported = report(lines);
    expect(titles(imported)).toEqual([title]);
    expect(codes(imported)).toEqual(['4 title-joined']);
  });

  it('in a section broken in two is put together', () => {
    const imported = report([
      '（一）主责主业抓得不紧，',
      '粮食安全责任压得不实',
      '1.仓储台账不全。',
      '整改情况：补记。',
    ]);
    expect(imported.problems[0]?.section).toBe('（一）主责主业抓得不紧，粮食安全责任压得不实');
  });

  it('leaves a title alone that only lacks its full stop', () => {
    const imported = report([
      '1.仓储台账不全',
      '局党组逐笔补记台账。一是复核。',
      '2.质检不严',
      '已整改。一是复核。',
    ]);
    expect(titles(imported)).toEqual(['仓储台账不全', '质检不严']);
  });

  it('in one missing status is told where the others have theirs', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：补记。',
      '整改状态：已完成',
      '2.轮换计划滞后。',
      '整改情况：调整计划。',
    ]);
    expect(statuses(imported)).toEqual(['completed', null]);
    expect(codes(imported)).toEqual(['7 status-missing']);
  });

  it('in an unknown status word is told, and no status made up', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：补记。',
      '整改状态：已完成',
      '2.轮换计划滞后。',
      '整改情况：调整计划。',
      '整改状态：另行研究',
    ]);
    expect(statuses(imported)).toEqual(['completed', null]);
    expect(codes(imported)).toEqual(['9 status-unknown']);
  });

  it('in one missing head shows in the label that comes twice', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：补记。',
      '整改状态：已完成',
      '整改情况：调整计划。',
      '整改状态：已完成',
    ]);
    expect(imported.problems).toHaveLength(1);
    expect(codes(imported)).toEqual(['7 remedy-repeated']);
  });

  it('in a title of two problems is told', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：补记。',
      '2.仓储台账不全。',
      '整改情况：复核。',
    ]);
    expect(codes(imported)).toEqual(['6 title-repeated']);
  });

  it('in the totals is told: what is found counts', () => {
    const imported = importFeedback(
      Buffer.from(
        [
          ...head.slice(0, 2),
          '反馈的9个问题，制定措施20条。',
          head[2],
          '1.仓储台账不全。',
          '整改情况：一是补记。',
          ...foot,
        ].join('\n'),
      ),
      'report.txt',
    );
    expect(imported.declared).toEqual({ problems: 9, measures: 20 });
    expect(codes(imported)).toEqual(['- declared-problems-differ', '- declared-measures-differ']);
  });

  it('in a date that no calendar has leaves the date open', () => {
    const imported = report(['1.仓储台账不全。', '整改情况：补记。', '整改时限：2023年2月30日']);
    expect(imported.problems[0]).toMatchObject({ deadlineWords: '2023年2月30日', due: null });
    expect(codes(imported)).toEqual(['6 date-impossible']);
  });
});

describe('a report', () => {
  it('that goes on after the last problem does not lend it its closing words', () => {
    const imported = report([
      '1.仓储台账不全。',
      '整改情况：一是补记。',
      '整改状态：已完成',
      '2.轮换计划滞后。',
      '整改情况：一是调整计划。',
      '整改状态：已完成',
      '下一步，局党组将每月调度。',
      '欢迎广大干部群众监督。',
      '联系电话：000',
    ]);
    expect(imported.problems[1]).toMatchObject({
      measures: [{ ordinal: '一', text: '调整计划。' }],
      recurrence: [],
    });
  });

  it('without unit and dates gives nulls and says what to add', () => {
    const imported = importFeedback(
      Buffer.from('一、巡察整改情况\n1.台账不全。\n整改情况：补记。'),
      'a.txt',
    );
    expect(imported).toMatchObject({
      unit: null,
      inspectedBy: null,
      inspection: { from: null, to: null },
      feedbackOn: null,
      reportOn: null,
      asOf: null,
    });
    expect(codes(imported)).toEqual([
      '- feedback-date-missing',
      '- unit-missing',
      '- report-date-missing',
    ]);
  });
});

function report(lines: readonly string[]): ImportedFeedback {
  return importFeedback(Buffer.from([...head, ...lines, ...foot].join('\n')), 'report.txt');
}

function codes({ warnings }: ImportedFeedback): readonly string[] {
  return warnings.map(({ line, code }) => `${line ?? '-'} ${code}`);
}

function titles({ problems }: ImportedFeedback): readonly string[] {
  return problems.map(({ title }) => title);
}

function statuses({ problems }: ImportedFeedback) {
  return problems.map(({ status }) => status);
}
