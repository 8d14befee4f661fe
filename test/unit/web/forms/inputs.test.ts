import { problemEvents } from '../../../../machines';
import { inputsOf, nothingTyped, type Filling, type Input } from '../../../../web/forms/inputs';
import { about, problem } from './given-about';

const filled = (typed: Filling['typed'], faults: Filling['faults'] = {}): Filling => ({
  ...{ typed, faults, blankRows: 0 },
});

function inputs(event: keyof typeof problemEvents, filling = nothingTyped, of = about()) {
  return inputsOf(event, problemEvents[event], of, filling, 'zh');
}

const named = (all: readonly Input[], name: string) => all.find((input) => input.name === name);

test('a form has an input for each described field, in order', () => {
  expect(
    inputs('requestExtension').map(({ kind, label, optional }) => [kind, label, optional]),
  ).toEqual([
    ['text', '理由', false],
    ['date', '拟延至', false],
    ['text', '目前进展', false],
    ['files', '佐证材料', true],
  ]);
});

test('people are chosen among those of the rectification, who holds the role first; who only reads is not among them', () => {
  const head = named(inputs('assign'), 'departmentHead');
  expect(head?.kind === 'select' && head.options.map(({ label }) => label)).toEqual([
    '李娜（财务审计科）',
    '何静（办公室）',
    '张伟（财务审计科）',
    '刘海燕',
    '徐志远',
  ]);
  const readers = about({ people: about().people.map((each) => ({ ...each, roles: 'reader' })) });
  expect(named(inputs('assign', nothingTyped, readers), 'departmentHead')).toMatchObject({
    options: [],
  });
});

test('a list of people is a box each, the others apart', () => {
  const handlers = named(inputs('assign', filled({ handlers: ['liu-haiyan'] })), 'handlers');
  expect(handlers).toMatchObject({
    kind: 'checks',
    options: [
      { value: 'zhang-wei', chosen: false },
      { value: 'liu-haiyan', chosen: true },
    ],
  });
});

test('a choice is in the words of the language', () => {
  const words = (language: 'zh' | 'en') => {
    const kind = named(
      inputsOf('assign', problemEvents.assign, about(), nothingTyped, language),
      'kind',
    );
    return kind?.kind === 'select' ? kind.options.map(({ label }) => label) : [];
  };
  expect(words('zh')).toEqual(['立行立改', '限期整改', '长期坚持']);
  expect(words('en')).toEqual(['immediate', 'time-limited', 'long-term']);
});

test('measures are rows with their own inputs, one of them blank; what was typed stands in them', () => {
  const typed = filled({ measures: [{ text: '修订制度', due: '2026-12-01' }] });
  const rows = named(inputs('plan', { ...typed, blankRows: 1 }), 'measures');
  expect(rows?.kind === 'rows' && rows.rows.map((row) => row.map(({ name }) => name))).toEqual([
    ['measures.0.text', 'measures.0.department', 'measures.0.due', 'measures.0.recurrence'],
    ['measures.1.text', 'measures.1.department', 'measures.1.due', 'measures.1.recurrence'],
  ]);
  expect(rows?.kind === 'rows' && rows.rows[0]?.[0]).toMatchObject({
    kind: 'text',
    value: '修订制度',
  });
});

test('a measure to complete is chosen among those that are open', () => {
  const measure = { department: null, due: null, recurrence: null };
  const facts = {
    measures: [
      { ...measure, ordinal: 1, text: '修订制度', doneAt: '2026-11-20T01:00:00.000Z' },
      { ...measure, ordinal: 2, text: '组织培训', doneAt: null },
    ],
  };
  const ordinal = named(
    inputs('completeMeasure', nothingTyped, about({ problems: [problem({ facts })] })),
    'ordinal',
  );
  expect(ordinal).toMatchObject({
    kind: 'select',
    options: [{ value: '2', label: '2. 组织培训' }],
  });
});

test('for several problems a measure is named by its number: each has its own', () => {
  const two = about({ problems: [problem(), problem({ workflow: 'problem/water/4', seq: 4 })] });
  expect(named(inputs('completeMeasure', nothingTyped, two), 'ordinal')?.kind).toBe('integer');
});

test('a fault stands at its input', () => {
  const all = inputs('plan', filled({ measures: [{}] }, { 'measures.0.text': '请填写' }));
  const rows = named(all, 'measures');
  expect(rows?.kind === 'rows' && rows.rows[0]?.[0]?.fault).toBe('请填写');
});
