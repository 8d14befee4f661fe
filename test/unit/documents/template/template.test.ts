/** The empty form: what may be chosen in it, and that it comes back, filled in, without a question. */
import ExcelJS from 'exceljs';
import { importFeedback, ImportError, templateWorkbook } from '../../../../documents';
import type { Person } from '../../../../domain/people';

const people: readonly Person[] = [
  person('liu-haiyan', '刘海燕', 'responsibleLeader', null),
  person('sun-bin', '孙斌', 'departmentHead', '办公室'),
  person('ma-lin', '马琳', 'handler', '办公室'),
  person('zhang-wei', '张伟', 'handler', '财务科'),
];

function person(
  id: string,
  name: string,
  role: Person['roles'][number],
  department: string | null,
) {
  return { id, name, roles: [role], department, deputies: [], channels: [] };
}

const headingRow = 5;

async function filledIn(
  rows: readonly Readonly<Record<string, ExcelJS.CellValue>>[],
  list: readonly Person[] = [],
): Promise<Uint8Array> {
  const book = await opened(await templateWorkbook(list));
  const sheet = book.getWorksheet('问题清单');
  if (sheet === undefined) throw new Error('no list');
  sheet.getCell('C2').value = '云川县水务局';
  sheet.getCell('C3').value = new Date(Date.UTC(2026, 2, 2));
  sheet.getCell('C4').value = '县委第三巡察组';
  const headings = headingsOf(sheet);
  rows.forEach((row, index) =>
    Object.entries(row).forEach(([heading, value]) => {
      sheet.getCell(headingRow + 1 + index, headings.indexOf(heading) + 1).value = value;
    }),
  );
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return book;
}

function headingsOf(sheet: ExcelJS.Worksheet): readonly string[] {
  const values = sheet.getRow(headingRow).values as readonly (string | undefined)[];
  return values.slice(1).map((text) => String(text).replace('*', ''));
}

const full = {
  序号: 7,
  所属方面: '一、党的建设方面',
  问题归类: '学习不够深入',
  反馈问题: '专题研讨流于形式',
  具体表现: '1.4次学习未研讨\n2.2次没有记录',
  整改类型: '长期坚持',
  整改措施: '1.修订学习计划\n2.每季度研讨一次（责任部门：财务科；完成时限：2026-05-31）',
  整改时限: new Date(Date.UTC(2026, 5, 30)),
  责任领导: '刘海燕',
  责任部门: '办公室',
  配合部门: '财务科、人事科',
  责任部门负责人: '孙斌',
  经办人: '马琳、张伟',
  整改状态: '正在整改',
};

test.each([
  ['without people', []],
  ['with people', people],
] as const)('filled in, %s, every field comes back and nothing is asked', async (_how, list) => {
  const second = {
    序号: 8,
    所属方面: '二、财务管理方面',
    问题归类: '账目不清',
    反馈问题: '台账不清',
    整改类型: '立行立改',
    整改时限: '2026年4月底',
  };
  const bytes = await filledIn([full, second], list);
  const { problems, questions, warnings, ...facts } = importFeedback(bytes, '问题清单.xlsx');
  expect({ questions, warnings }).toEqual({ questions: [], warnings: [] });
  expect(facts).toMatchObject({
    unit: '云川县水务局',
    feedbackOn: '2026-03-02',
    inspectedBy: '县委第三巡察组',
  });
  expect(problems).toEqual([
    {
      seq: 1,
      number: 7,
      section: '一、党的建设方面',
      group: '学习不够深入',
      title: '专题研讨流于形式',
      subFindings: [{ text: '4次学习未研讨' }, { text: '2次没有记录' }],
      kind: 'longTerm',
      kindBasis: 'stated',
      status: 'inProgress',
      measures: [
        { ordinal: '1', text: '修订学习计划' },
        { ordinal: '2', text: '每季度研讨一次', department: '财务科', due: '2026-05-31' },
      ],
      deadlineWords: '2026-06-30',
      due: '2026-06-30',
      recurrence: [],
      responsibleLeaders: ['刘海燕'],
      department: '办公室',
      assisting: ['财务科', '人事科'],
      departmentHead: '孙斌',
      handlers: ['马琳', '张伟'],
    },
    expect.objectContaining({
      title: '台账不清',
      kind: 'immediate',
      due: '2026-04-30',
      handlers: [],
    }),
  ]);
});

test('every kind and status that may be chosen is understood', async () => {
  const { 整改类型: _kind, 整改状态: _status, ...rest } = full;
  const kinds = ['立行立改', '限期整改', '长期坚持'];
  const statuses = ['已完成整改', '阶段性完成并需长期坚持', '正在整改', '未完成'];
  const rows = [...kinds, '限期整改'].map((kind, index) => ({
    ...rest,
    反馈问题: `问题之${index}`,
    整改类型: kind,
    整改状态: statuses[index] ?? '',
  }));
  const { problems } = importFeedback(await filledIn(rows), '问题清单.xlsx');
  expect(problems.map(({ kind }) => kind)).toEqual([
    ...['immediate', 'timeLimited', 'longTerm', 'timeLimited'],
  ]);
  expect(problems.map(({ status }) => status)).toEqual([
    ...['completed', 'phaseCompleted', 'inProgress', 'notCompleted'],
  ]);
});

test('empty it holds no problem, whatever its examples say', async () => {
  const empty = await templateWorkbook(people);
  expect(() => importFeedback(empty, '问题清单.xlsx')).toThrow(
    new ImportError(
      'no-problems-found',
      '问题清单.xlsx在 问题清单!A5 有表头，但表头下面没有问题。空表请先填写；不是空表的，请检查内容是否完整后再导入。',
    ),
  );
});

test('the heading stays in sight, kinds are chosen, names are offered', async () => {
  const book = await opened(await templateWorkbook(people));
  expect(book.worksheets.map(({ name }) => name)).toEqual(['问题清单', '填写说明', '名单']);
  const sheet = book.worksheets[0];
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: headingRow });
  const headings = sheet === undefined ? [] : headingsOf(sheet);
  const rule = (heading: string) =>
    sheet?.getCell(headingRow + 1, headings.indexOf(heading) + 1).dataValidation;
  expect(rule('整改类型')).toMatchObject({
    type: 'list',
    formulae: ['"立行立改,限期整改,长期坚持"'],
    showErrorMessage: true,
  });
  expect(rule('经办人')?.formulae).toEqual(["'名单'!$D$3:$D$4"]);
  expect(rule('经办人')?.showErrorMessage).toBeFalsy();
  expect(book.worksheets[2]?.getCell('D4').value).toBe('张伟');
});

test('the same people give the same bytes', async () => {
  expect(await templateWorkbook(people)).toEqual(await templateWorkbook(people));
});
