// The words of reports and what they stand for: statuses, dates to come, cycles, kinds, numerals.
import { numeralOf, withArabicDates } from '../../../documents/vocabulary/cjk-numerals';
import { deadlineIn, deadlineOfField } from '../../../documents/vocabulary/deadline-words';
import { headsOf } from '../../../documents/report/heads/heads';
import { kindFrom } from '../../../documents/vocabulary/kind-words';
import { measuresOf } from '../../../documents/report/problem/measures';
import { toldBy } from '../../../documents/report/problem/notes';
import { recurrenceWords } from '../../../documents/vocabulary/recurrence-words';
import {
  statusOf,
  statusOfField,
  statusOfHeading,
  statusSentence,
} from '../../../documents/vocabulary/status-words';
import { toldByNumber } from '../../../documents/report/lines/told-by-number';

describe('status words', () => {
  it.each([
    ['已完成整改。', 'completed'],
    ['已完成', 'completed'],
    ['完成整改', 'completed'],
    ['整改到位', 'completed'],
    ['已整改完成', 'completed'],
    ['已销号', 'completed'],
    ['（已完成）', 'completed'],
    ['立行立改，已完成', 'completed'],
    ['阶段性完成并需长期坚持', 'phaseCompleted'],
    ['阶段性完成', 'phaseCompleted'],
    ['长期坚持', 'phaseCompleted'],
    ['已完成，并长期坚持', 'phaseCompleted'],
    ['取得阶段性成效', 'phaseCompleted'],
    ['已完成，持续巩固', 'phaseCompleted'],
    ['基本完成', 'inProgress'],
    ['正在整改', 'inProgress'],
    ['正在推进', 'inProgress'],
    ['推进中', 'inProgress'],
    ['持续整改', 'inProgress'],
    ['有序推进', 'inProgress'],
    ['按计划推进', 'inProgress'],
    ['部分完成', 'inProgress'],
    ['未完成', 'notCompleted'],
    ['尚未完成整改', 'notCompleted'],
    ['未完成，正在推进', 'notCompleted'],
    ['集中整改期内未完成', 'notCompleted'],
    ['搁置', null],
    ['建立联学机制，长期坚持', null],
    ['完成培训3次', null],
    ['', null],
  ] as const)('%s is %s', (words, status) => {
    expect(statusOf(words)).toBe(status);
  });

  it('may be followed by more on a line of their own', () => {
    expect(statusOfField('正在推进，预计8月底前完成')).toBe('inProgress');
    expect(statusOfField('已完成（2023年6月30日）')).toBe('completed');
    expect(statusOfField('另行研究，已完成')).toBeNull();
  });

  it.each([
    ['集中整改期内已完成的整改事项情况', 'completed'],
    ['已完成整改的问题', 'completed'],
    ['已完成整改事项（15项）', 'completed'],
    ['集中整改期未完成整改问题的进展情况', 'notCompleted'],
    ['未完成的整改问题', 'notCompleted'],
    ['需要长期坚持的整改事项', 'phaseCompleted'],
    ['长期整改的问题', 'phaseCompleted'],
    ['正在推进的整改任务', 'inProgress'],
    ['基本完成的整改事项', 'inProgress'],
    ['巡察整改不到位方面', null],
    ['推动巡察整改工作取得阶段性成效', null],
    ['未完成年度目标方面', null],
  ] as const)('the heading %s gives %s', (title, status) => {
    expect(statusOfHeading(title)).toBe(status);
  });

  it('may be a sentence of their own at the end or the start, never part of another', () => {
    expect(statusSentence('修订制度。该项问题已完成整改。')).toBe('已完成整改');
    expect(statusSentence('修订制度。目前，该问题正在整改')).toBe('正在整改');
    expect(statusSentence('已完成整改。一是修订制度。二是培训。')).toBe('已完成整改');
    expect(statusSentence('已于三月完成整改并举一反三排查同类情形。')).toBeNull();
  });
});

describe('a date to come', () => {
  const asOf = '2023-04-12';

  it.each([
    ['计划在2023年6月底前完成支付', '2023年6月底前', '2023-06-30'],
    ['2023年6月前还将举办培训', '2023年6月前', '2023-05-31'],
    ['确保年内完成', '年内', '2023-12-31'],
    ['预计今年年底能完成', '预计今年年底', '2023-12-31'],
    ['力争年底前销号', '年底前', '2023-12-31'],
    ['以2023年5月底为时限倒排', '2023年5月底', '2023-05-31'],
    ['拟于2023年9月15日前印发', '2023年9月15日前', '2023-09-15'],
    ['计划明年3月底前完工', '明年3月底前', '2024-03-31'],
    ['计划3月底前完工', '3月底前', '2024-03-31'],
    ['力争上半年完成', '上半年', '2023-06-30'],
    ['确保2023年第三季度末完成', '2023年第三季度末', '2023-09-30'],
    ['计划5月上旬验收', '5月上旬', '2023-05-10'],
    ['计划2024年1月前完成', '2024年1月前', '2023-12-31'],
    ['计划2024年2月底前完成', '2024年2月底前', '2024-02-29'],
  ])('%s', (text, words, due) => {
    expect(deadlineIn(text, asOf, true)).toMatchObject({ words, due });
  });

  it.each([
    '已于3月底前完成复核',
    '已于2022年12月全部支付',
    '在2020年内全部办结',
    '要加强2023年底的材料审核',
    '去年10月11日印发了办法',
    '今年3月开展了培训',
    '2023年3-6月的计划表',
    '自2023年6月起执行',
  ])('%s promises none', (text) => {
    expect(deadlineIn(text, asOf, true)).toBeNull();
  });

  it.each([
    ['须待部委政策落实后调整', '待部委政策落实后'],
    ['规定会后三个工作日内完成记录', '会后三个工作日内'],
    ['预计未来1-2年进行申报', '预计未来1-2年'],
    ['要求限期完成补签', '限期完成'],
  ])('%s keeps its words without a date', (text, words) => {
    expect(deadlineIn(text, asOf, true)).toEqual({
      words,
      due: null,
      yearInferred: false,
      impossible: false,
    });
    expect(deadlineIn(text, asOf, false)).toBeNull();
  });

  it.each([
    ['2022年12月底前', '2022-12-31'],
    ['2022-06-30', '2022-06-30'],
    ['2022.6', '2022-06-30'],
    ['2023年', '2023-12-31'],
    ['10月底前', '2022-10-31'],
    ['年底', '2023-12-31'],
    ['2022年6月至9月', '2022-09-30'],
    ['2023年3月底前，并长期坚持', '2023-03-31'],
    ['尽快', null],
    ['长期坚持', null],
    ['立行立改', null],
    ['3个月内', null],
    ['2023年2月30日', null],
    ['2022-13-01', null],
  ])('on a line of its own, %s, keeps its words whole', (words, due) => {
    expect(deadlineOfField(words, asOf, '2022-06-10')).toMatchObject({ words, due });
  });

  it('without its year is marked as inferred, a day that does not exist as impossible', () => {
    expect(deadlineOfField('10月底前', asOf, '2022-06-10').yearInferred).toBe(true);
    expect(deadlineOfField('2022年10月底前', asOf, '2022-06-10').yearInferred).toBe(false);
    expect(deadlineOfField('2023年2月30日', asOf, null).impossible).toBe(true);
  });
});

describe('a cycle', () => {
  it.each([
    ['每月更新，定期跟踪', ['每月']],
    ['定期巡查', ['定期']],
    ['不定期检查', ['不定期']],
    ['定期或不定期检查', []],
    ['按月度铺排，梳理每季度需求', ['按月度', '每季度']],
    ['每周选取三天抽查', ['每周三天']],
    ['每年一次盘点', ['每年一次']],
    ['开展月度督查', ['月度']],
    ['每月通报，每月调度', ['每月']],
    ['2023年度培训', []],
  ])('%s', (text, words) => {
    expect(recurrenceWords(text)).toEqual(words);
  });
});

describe('a kind', () => {
  const nothing = { statedKind: null, status: null, termSet: false, text: '修订制度。' };

  it.each([
    [
      'what is said of it',
      { statedKind: 'immediate', status: 'phaseCompleted' },
      'immediate',
      'stated',
    ],
    ['a phase result', { status: 'phaseCompleted' }, 'longTerm', 'stated'],
    [
      'an open status with a date',
      { status: 'notCompleted', termSet: true },
      'timeLimited',
      'stated',
    ],
    ['an open status alone', { status: 'inProgress' }, 'timeLimited', 'inferred'],
    ['a settled status alone', { status: 'completed' }, 'timeLimited', 'default'],
    [
      'a settled status and haste',
      { status: 'completed', text: '迅速排查。' },
      'immediate',
      'inferred',
    ],
    ['立行立改 in the text', { text: '对此立行立改。' }, 'immediate', 'stated'],
    ['a term', { text: '要求限期完成补签。' }, 'timeLimited', 'stated'],
    ['what goes on', { text: '常态化开展检查。' }, 'longTerm', 'inferred'],
    ['nothing', {}, null, null],
  ] as const)('follows from %s', (_, evidence, kind, basis) => {
    expect(kindFrom({ ...nothing, ...evidence })).toEqual({ kind, basis });
  });
});

describe('numerals', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百零五', 105],
    ['一百二十', 120],
    ['３', 3],
    ['53', 53],
    ['', null],
    ['第三', null],
    ['几', null],
  ])('%s is %s', (words, value) => {
    expect(numeralOf(words)).toBe(value);
  });

  it('turn the date of a signature into figures', () => {
    expect(withArabicDates('二〇二三年六月三十日')).toBe('2023年6月30日');
    expect(withArabicDates('二○二〇年十月一日')).toBe('2020年10月1日');
  });
});

describe('the marks of measures', () => {
  const text = (marks: readonly string[]) => `${marks[0]}修订制度；${marks[1]}清退资金。`;
  it.each([
    [
      ['一是', '二是'],
      ['一', '二'],
    ],
    [
      ['①', '②'],
      ['1', '2'],
    ],
    [
      ['⑴', '⑵'],
      ['1', '2'],
    ],
    [
      ['❶', '❷'],
      ['1', '2'],
    ],
    [
      ['（1）', '（2）'],
      ['1', '2'],
    ],
    [
      ['第一，', '第二，'],
      ['一', '二'],
    ],
  ])('%j', (marks, ordinals) => {
    const found = measuresOf([{ number: 1, text: text(marks), opens: true }]).measures;
    expect(found.map(({ ordinal }) => ordinal)).toEqual(ordinals);
    expect(found.map((measure) => measure.text)).toEqual(['修订制度', '清退资金。']);
  });
});

describe('what a note tells', () => {
  it.each([
    ['立行立改，已完成', { kind: '立行立改', term: null, status: '已完成' }],
    [
      '限期整改、2026年5月底前、未完成',
      { kind: '限期整改', term: '2026年5月底前', status: '未完成' },
    ],
    ['长期坚持；已完成', { kind: '长期坚持', term: null, status: '已完成' }],
    ['已完成，长期坚持', null],
    ['立行立改', null],
    ['限期整改，由办公室负责', null],
  ])('%s', (note, told) => expect(toldBy(note)).toEqual(told));
});

describe('a number before a figure', () => {
  const heads = (...lines: readonly string[]) =>
    headsOf(lines.map((text) => ({ text }))).map((head) => head && [head.ordinal, head.rest]);
  it('heads a title that begins with a year, whatever its number', () =>
    expect(heads('8.2019年巡察整改不彻底')).toEqual([[8, '2019年巡察整改不彻底']]));
  it('heads what is counted whole, where it is the next', () =>
    expect(heads('1.学习不深入', '2.3个村账目不清', '3、20户补贴未公示')).toEqual([
      [1, '学习不深入'],
      [2, '3个村账目不清'],
      [3, '20户补贴未公示'],
    ]));
  it.each([
    '3.5万元资金闲置',
    '1.5个百分点',
    '2.3%的学员',
    '12.3个村',
    '2023.6.15前完成',
    '1、2、5项已完成',
  ])('%s is a decimal, a date or a list', (text) => expect(heads(text)).toEqual([null]));
});

describe('statuses told by number', () => {
  const told = (text: string) => {
    const { lines, statuses } = toldByNumber([{ number: 1, text }]);
    return { rest: lines.map((line) => line.text), statuses: Object.fromEntries(statuses) };
  };
  it('of single numbers and ranges, the sentence taken away', () =>
    expect(told('制度已印发。其中，第1、3-4项已完成整改，第2、5项需长期坚持。')).toEqual({
      rest: ['制度已印发。'],
      statuses: {
        ...{ 1: 'completed', 3: 'completed', 4: 'completed' },
        ...{ 2: 'phaseCompleted', 5: 'phaseCompleted' },
      },
    }));
  it.each(['第3项正在整改。', '第1、2项议题经集体研究。', '第三、四季度各检查一次。'])(
    'not of %s',
    (text) => expect(told(text)).toEqual({ rest: [text], statuses: {} }),
  );
});
