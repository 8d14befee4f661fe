import { problemEvents } from '../../../../machines';
import { faultsIn, typedIn, type Sent } from '../../../../web/forms/read-form';

test('typed values take the shapes that the event describes', () => {
  const sent: Sent = [
    ['csrf', 'x'],
    ['f.department', ' 财务审计科 '],
    ['f.handlers', 'zhang-wei'],
    ['f.handlers', 'li-na'],
    ['f.departmentHead', ''],
    ['f.kind', 'timeLimited'],
    ['f.due', '2026-12-31'],
    ['department', 'not a field of the event'],
  ];
  expect(typedIn(problemEvents.assign.fields, sent)).toEqual({
    ...{ department: '财务审计科', handlers: ['zhang-wei', 'li-na'], kind: 'timeLimited' },
    due: '2026-12-31',
  });
});

test('rows keep the order of the form, whatever they are called there, and a blank one is none', () => {
  const sent: Sent = [
    ['f.measures.0.text', '修订制度\r\n并公布'],
    ['f.measures.0.department', '办公室'],
    ['f.measures.1.text', '  '],
    ['f.measures.1.recurrence', ''],
    ['f.measures.nab12.text', '每月抽查'],
    ['f.measures.nab12.recurrence', 'monthly'],
  ];
  expect(typedIn(problemEvents.plan.fields, sent)).toEqual({
    measures: [
      { text: '修订制度\n并公布', department: '办公室' },
      { text: '每月抽查', recurrence: 'monthly' },
    ],
  });
});

test('numbers may be typed in full width; what is no number stays as it was typed and is a fault', () => {
  const fields = problemEvents.completeMeasure.fields;
  expect(typedIn(fields, [['f.ordinal', '１２']])).toEqual({ ordinal: 12 });
  const typed = typedIn(fields, [['f.ordinal', '一']]);
  expect(typed).toEqual({ ordinal: '一' });
  expect(faultsIn(fields, typed, 'zh')).toEqual({ ordinal: '应为1到100的整数' });
});

test('faults are in words, each by its path', () => {
  const typed = { measures: [{ due: '2026-02-30' }], due: '2026-12-31' };
  expect(faultsIn(problemEvents.plan.fields, typed, 'zh')).toEqual({
    'measures.0.text': '请填写',
    'measures.0.due': '应为日历上存在的日期，写成 2026-11-02',
  });
  expect(faultsIn(problemEvents.lookBack.fields, {}, 'en')).toEqual({ verdict: 'Choose one' });
});
