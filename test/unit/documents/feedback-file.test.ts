// A unit's own list as YAML or JSON: what it may hold, and how a fault in it is named.
import { importFeedback, ImportError } from '../../../documents';
import { unstated } from './unstated';

const list = `unit: 松江县粮食局党组
inspectedBy: 县委第一巡察组
inspection: { from: 2026-08-03, to: 2026-09-25 }
feedbackOn: 2026-11-02
publicity: { from: 2027-05-10, to: 2027-05-28 }
problems:
  - number: 1
    section: （一）主责主业方面
    title: 仓储台账不全
    kind: 立行立改
    handedOverOn: 2026-09-10
    due: 2026-10-10
    department: 仓储科
    assisting: [办公室]
    handlers: [zhang]
    departmentHead: li
    responsibleLeader: wang
    recurrence: [每月]
    measures:
      - { ordinal: 1, text: 补记台账, due: 2026-09-30, done: true }
      - { text: 每月核对, recurrence: 每月, department: 财务科 }
    subFindings: [{ text: 电子台账未备份 }]
    predecessor: 2023-4
    publicText: 台账不全
  - title: 轮换计划滞后
    kind: timeLimited
    status: 正在整改
    deadlineWords: 年内
    withheld: { reason: 涉及商业秘密 }
  - title: 培训不足
`;

describe('a list', () => {
  it('gives every field it holds, and leaves out those it does not', () => {
    const { problems, warnings, ...facts } = read(list);
    expect(facts).toEqual({
      unit: '松江县粮食局党组',
      inspectedBy: '县委第一巡察组',
      inspection: { from: '2026-08-03', to: '2026-09-25' },
      feedbackOn: '2026-11-02',
      reportOn: null,
      asOf: null,
      publicity: { from: '2027-05-10', to: '2027-05-28' },
      declared: { problems: null, measures: null },
      questions: [],
    });
    expect(problems).toEqual([
      {
        seq: 1,
        number: 1,
        group: null,
        section: '（一）主责主业方面',
        title: '仓储台账不全',
        kind: 'immediate',
        kindBasis: 'stated',
        status: null,
        measures: [
          { ordinal: '1', text: '补记台账', due: '2026-09-30', done: true },
          { ordinal: '2', text: '每月核对', recurrence: 'monthly', department: '财务科' },
        ],
        deadlineWords: null,
        due: '2026-10-10',
        recurrence: ['每月'],
        department: '仓储科',
        assisting: ['办公室'],
        handlers: ['zhang'],
        departmentHead: 'li',
        responsibleLeaders: ['wang'],
        subFindings: [{ text: '电子台账未备份' }],
        predecessor: '2023-4',
        publicText: '台账不全',
        handedOverOn: '2026-09-10',
      },
      {
        ...unstated,
        seq: 2,
        number: null,
        group: null,
        section: null,
        title: '轮换计划滞后',
        kind: 'timeLimited',
        kindBasis: 'stated',
        status: 'inProgress',
        measures: [],
        deadlineWords: '年内',
        due: '2026-12-31',
        recurrence: [],
        withheld: { reason: '涉及商业秘密' },
      },
      {
        ...unstated,
        seq: 3,
        number: null,
        group: null,
        section: null,
        title: '培训不足',
        kind: null,
        kindBasis: null,
        status: null,
        measures: [],
        deadlineWords: null,
        due: null,
        recurrence: [],
      },
    ]);
    expect(warnings.map(({ line, code }) => [line, code])).toEqual([[28, 'due-from-words']]);
  });

  it('reads the same as JSON', () => {
    const json =
      '{\n "unit": "甲局",\n "feedbackOn": "2026-11-02",\n "problems": [\n  {"title": "台账不全", "measures": [{"text": "补记"}]}\n ]\n}';
    const yaml =
      'unit: 甲局\nfeedbackOn: 2026-11-02\nproblems:\n  - title: 台账不全\n    measures: [{ text: 补记 }]\n';
    expect(read(json, 'a.json')).toEqual(read(yaml));
  });

  it('numbers what has no seq after what comes before it', () => {
    const seqs = read(
      minimal(
        '  - { title: 甲 }\n  - { title: 乙, seq: 5 }\n  - { title: 丙 }\n  - { title: 丁, seq: 2 }\n',
      ),
    );
    expect(seqs.problems.map(({ seq }) => seq)).toEqual([1, 5, 6, 2]);
  });

  it('may repeat a title, which is told', () => {
    const { warnings } = read(minimal('  - title: 甲\n  - title: 甲\n'));
    expect(warnings).toEqual([
      { line: 5, code: 'title-repeated', message: '第5行：标题与 seq 1 的问题相同' },
    ]);
  });

  it.each([
    ['an unknown field', 'number: 1', 'numbr: 1', 7, 'problems[0].numbr'],
    ['a kind nobody knows', 'kind: 立行立改', 'kind: 快改', 10, 'problems[0].kind'],
    ['a date no calendar has', 'due: 2026-10-10', 'due: 2026-02-30', 12, 'problems[0].due'],
    ['a date before the handing over', 'due: 2026-10-10', 'due: 2026-09-09', 12, 'problems[0].due'],
    [
      'a measure due before the handing over',
      'due: 2026-09-30',
      'due: 2026-01-30',
      20,
      'problems[0].measures[0].due',
    ],
    [
      'a handing over after the feedback',
      'handedOverOn: 2026-09-10',
      'handedOverOn: 2026-11-03',
      11,
      'problems[0].handedOverOn',
    ],
    ['a period that ends before it begins', 'to: 2026-09-25', 'to: 2026-07-25', 3, 'inspection.to'],
    ['an empty title', 'title: 轮换计划滞后', 'title: ""', 25, 'problems[1].title'],
    [
      'a text beyond the limit',
      '台账不全\n  - title',
      `${'长'.repeat(1024 * 1024 + 1)}\n  - title`,
      24,
      'problems[0].publicText',
    ],
    ['a number where text belongs', 'unit: 松江县粮食局党组', 'unit: 5', 1, 'unit'],
    [
      'a word where a list belongs',
      'handlers: [zhang]',
      'handlers: zhang',
      15,
      'problems[0].handlers',
    ],
    ['a number below 1', 'number: 1', 'number: 0', 7, 'problems[0].number'],
    ['a missing unit', 'unit: 松江县粮食局党组\n', '', 1, 'unit'],
    [
      'two names for the words of a date',
      'deadlineWords: 年内',
      'deadlineWords: 年内\n    dueWords: 年底',
      29,
      'problems[1].dueWords',
    ],
  ])('is refused for %s, with line and field', (_, from, to, line, field) => {
    expect(list).toContain(from);
    const error = refusal(list.replace(from, to));
    expect(error).toMatchObject({ code: 'field-invalid', line, field });
    expect(error.message).toContain(`第${line}行`);
  });

  it('is refused for a seq used twice', () => {
    const error = refusal(minimal('  - { title: 甲, seq: 3 }\n  - { title: 乙, seq: 3 }\n'));
    expect(error).toMatchObject({ code: 'field-invalid', line: 5, field: 'problems[1].seq' });
  });

  it('is refused without problems', () => {
    expect(refusal('unit: 甲局\nfeedbackOn: 2026-11-02\nproblems: []\n')).toMatchObject({
      line: 3,
      field: 'problems',
    });
  });

  it('names several faults at once, the first by line', () => {
    const error = refusal(list.replace('2026-11-02', '2026-11-31').replace('年内', '""'));
    expect(error).toMatchObject({ line: 4, field: 'feedbackOn' });
    expect(error.message).toMatch(/第4行.*第28行/);
  });

  it.each([
    ['indented by a tab', 'unit: 甲局\nproblems:\n\t- title: 甲\n', 3],
    ['with a field written twice', 'unit: 甲局\nunit: 乙局\n', 2],
    ['with an open quotation mark', 'unit: "甲局\nfeedbackOn: 2026-11-02\n', 3],
    ['with a bracket left open', '{"unit": "甲局",\n"problems": [', 2],
    ['nested without end', `unit: ${'['.repeat(5_000)}`, 1],
  ])('is refused %s, with its line', (_, text, line) => {
    expect(refusal(text)).toMatchObject({ code: 'syntax-invalid', line });
  });

  it('is refused with references that grow without end', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefg'
        .split('')
        .map(
          (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[index]}`).join(',')}]`,
        ),
    ];
    expect(refusal(`unit: 甲局\n${bomb.join('\n')}\n`).code).toBe('syntax-invalid');
  });
});

function minimal(problems: string): string {
  return `unit: 甲局\nfeedbackOn: 2026-11-02\nproblems:\n${problems}`;
}

function read(text: string, name = 'list.yaml') {
  return importFeedback(Buffer.from(text), name);
}

function refusal(text: string): ImportError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('was taken in');
}
