import { feedbackFromGrids, looksLikeList } from '../../../../documents/table';
import { contentsOf } from './layouts/grid-of';

const plain = contentsOf({
  name: 'Sheet1',
  merges: [
    [1, 1, 1, 8],
    [4, 1, 4, 8],
  ],
  rows: [
    ['云川县水务局巡察反馈问题整改任务分解表'],
    ['填报单位：云川县水务局', '', '', '', '', '反馈时间：2026年3月2日'],
    ['序号', '反馈问题', '整改类型', '整改措施', '整改时限', '责任领导', '责任部门', '备注'],
    ['一、党的建设方面'],
    [
      '1',
      '学习研讨流于形式',
      '立行立改',
      '1.修订学习计划\n2.每季度研讨一次',
      '2026年5月底',
      '刘海燕',
      '办公室',
      '',
    ],
    [
      '2',
      '发展党员程序不规范',
      '限期整改',
      '开展自查',
      { text: '2026/6/30', date: '2026-06-30' },
      '陈立新（副局长）',
      '办公室',
      '',
    ],
    ['合计', '2'],
    ['填表人：马琳', '', '', '审核人：孙斌'],
  ],
});

describe('a plain list', () => {
  const feedback = feedbackFromGrids(plain, '清单.xlsx');

  test('is recognised', () => expect(looksLikeList(plain)).toBe(true));

  test('gives its facts', () => {
    expect(feedback).toMatchObject({
      unit: '云川县水务局',
      feedbackOn: '2026-03-02',
      declared: { problems: 2, measures: null },
      questions: [],
    });
  });

  test('gives its problems, field by field', () => {
    expect(feedback.problems).toEqual([
      {
        seq: 1,
        number: 1,
        section: '一、党的建设方面',
        group: null,
        title: '学习研讨流于形式',
        kind: 'immediate',
        kindBasis: 'stated',
        status: null,
        measures: [
          { ordinal: '1', text: '修订学习计划' },
          { ordinal: '2', text: '每季度研讨一次' },
        ],
        deadlineWords: '2026年5月底',
        due: '2026-05-31',
        recurrence: [],
        responsibleLeaders: ['刘海燕'],
        department: '办公室',
        assisting: [],
        handlers: [],
        subFindings: [],
      },
      expect.objectContaining({
        seq: 2,
        title: '发展党员程序不规范',
        kind: 'timeLimited',
        measures: [{ ordinal: '1', text: '开展自查' }],
        deadlineWords: '2026/6/30',
        due: '2026-06-30',
        responsibleLeaders: ['陈立新'],
      }),
    ]);
  });
});

describe('a list whose headings are divided, saved as CSV', () => {
  const divided = contentsOf({
    name: '清单.csv',
    merges: [],
    rows: [
      ['序号', '反馈问题', '整改措施', '责任人', '', '整改期限', ''],
      ['', '', '', '分管领导', '承办人', '起', '止'],
      ['1', '重大事项请示报告不及时', '建立清单', '陈杰', '马超', '2026-01-10', '26年2月底'],
    ],
  });
  const feedback = feedbackFromGrids(divided, '清单.csv');

  test('takes the end of a term as its date, and asks about a year of two digits', () => {
    expect(feedback.problems).toHaveLength(1);
    expect(feedback.problems[0]).toMatchObject({
      due: '2026-02-28',
      responsibleLeaders: ['陈杰'],
      handlers: ['马超'],
    });
    expect(feedback.questions.filter(({ seq }) => seq === 1)).toEqual([
      { seq: 1, field: 'due', at: '清单.csv!G3', why: '“26年2月底”的年份按本世纪读，请核对' },
    ]);
  });
});

describe('a list from a task allocation', () => {
  const feedback = feedbackFromGrids(
    contentsOf({
      name: 'Sheet1',
      merges: [[1, 1, 1, 5]],
      rows: [
        ['中共云川县医疗保障局党组巡察整改任务分解表'],
        ['序号', '反馈问题', '具体表现', '问题性质', '整改措施'],
        ['1', '基金监管不严', '①检查走过场；②处方未审核', '限期整改', '①开展检查；②逐一审核'],
        ['', '', '③药店串换药品', '', '③追回基金'],
        ['2', '窗口服务差', '群众跑腿多', '长期整改', '开通线上备案'],
      ],
    }),
    '清单.xlsx',
  );

  test('a unit that is called with 中共 is called with its party organisation', () =>
    expect(feedback.unit).toBe('中共云川县医疗保障局党组'));

  test('问题性质 over kinds is the kind', () =>
    expect(feedback.problems.map(({ kind }) => kind)).toEqual(['timeLimited', 'longTerm']));

  test('a list of findings that counts on over rows is one problem’s', () => {
    const [first] = feedback.problems;
    expect(first?.title).toBe('基金监管不严');
    expect(first?.subFindings.map(({ text }) => text)).toEqual([
      '检查走过场',
      '处方未审核',
      '药店串换药品',
    ]);
    expect(first?.measures.map(({ ordinal }) => ordinal)).toEqual(['1', '2', '3']);
  });
});

describe('a list that was put together from several', () => {
  const feedback = feedbackFromGrids(
    contentsOf({
      name: 'Sheet1',
      merges: [],
      rows: [
        ['单位', '序号', '问题', '整改措施', '责任单位', '责任领导及职务', '销号情况'],
        ['县教育局', '1', '食堂采购不规范', '统一招标', '后勤中心', '副局长 罗刚', '已销号'],
        ['', '', '', '公示价格', '', '', '未销号'],
        ['县教育局', '2', '收费不透明', '公开标准', '基教股', '副局长 谭明', '已销号'],
      ],
    }),
    '清单.xlsx',
  );

  test('单位 beside 责任单位 is no department', () =>
    expect(feedback.problems.map(({ department }) => department)).toEqual(['后勤中心', '基教股']));

  test('a leader is found with an office', () =>
    expect(feedback.problems.flatMap((problem) => problem.responsibleLeaders)).toEqual([
      '罗刚',
      '谭明',
    ]));

  test('measures of different status give the problem none, which is asked about', () => {
    expect(feedback.problems.map(({ status }) => status)).toEqual([null, 'completed']);
    expect(feedback.questions.filter(({ field }) => field === 'status')).toEqual([
      {
        ...{ seq: 1, field: 'status', at: 'Sheet1!G2' },
        why: '各条措施的整改状态不同（“已销号”、“未销号”），没有作为整个问题的状态录入',
      },
    ]);
  });
});
