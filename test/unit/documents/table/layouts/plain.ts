/** One row a problem, every column there is; dates as people type them. */
import { contentsOf, type Value } from './grid-of';
import { chineseDay, facts, kindWords, monthEnd, type Layout } from './layout';

type Form = (day: string) => { readonly value: Value; readonly due: string };

const forms: readonly Form[] = [
  (day) => ({ value: chineseDay(day), due: day }),
  (day) => ({ value: day.replaceAll('-', '.'), due: day }),
  (day) => ({ value: day.replaceAll('-0', '-').replaceAll('-', '/'), due: day }),
  (day) => ({ value: day.slice(0, 7), due: monthEnd(day) }),
  (day) => ({ value: `${chineseDay(day).replace(/\d+日$/, '')}底前`, due: monthEnd(day) }),
  (day) => ({ value: { text: day.replaceAll('-', '/'), date: day }, due: day }),
  (day) => ({
    value: {
      text: `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`,
      date: `${day.slice(0, 7)}-01`,
    },
    due: monthEnd(day),
  }),
  (day) => ({ value: `${chineseDay(day)}前完成`, due: day }),
];

const formOf = (index: number, day: string) =>
  (forms[index % forms.length] ?? forms[0] ?? plainForm)(day);
const plainForm: Form = (day) => ({ value: day, due: day });

export const plain: Layout = {
  name: 'one row a problem, all columns',
  clean: true,
  write: (problems) => ({
    contents: contentsOf({
      name: 'Sheet1',
      merges: [[1, 1, 1, 12]],
      rows: [
        ['巡察反馈问题整改任务清单'],
        [facts[0], '', '', '', '', '', facts[1]],
        [
          '序号',
          '问题类别',
          '反馈问题',
          '具体表现',
          '整改类型',
          '整改措施',
          '整改时限',
          '责任领导',
          '责任部门',
          '配合部门',
          '经办人',
          '备注',
        ],
        ...problems.map((problem, index): Value[] => [
          String(index + 1),
          problem.section,
          problem.title,
          problem.findings.map((text, at) => `${at + 1}.${text}`).join('\n'),
          kindWords[problem.kind],
          problem.measures.map(({ text }, at) => `${at + 1}.${text}`).join('\n'),
          formOf(index, problem.due).value,
          problem.leaders.join('、'),
          problem.department,
          problem.assisting.join('、'),
          problem.handlers.join('，'),
          index % 3 === 0 ? '持续关注' : '',
        ]),
      ],
    }),
    meant: problems.map((problem, index) => ({
      number: index + 1,
      section: problem.section,
      group: null,
      title: problem.title,
      kind: problem.kind,
      kindBasis: 'stated',
      status: null,
      subFindings: problem.findings.map((text) => ({ text })),
      measures: problem.measures.map(({ text }, at) => ({ ordinal: String(at + 1), text })),
      due: formOf(index, problem.due).due,
      recurrence: [],
      responsibleLeaders: problem.leaders,
      department: problem.department,
      assisting: problem.assisting,
      handlers: problem.handlers,
    })),
  }),
};
