/** A text's tables: the heading again on every page, some pages without; sums and signatures at the foot. */
import type { Contents } from '../../../../../documents/contents';
import { gridOf, type Value } from './grid-of';
import { chineseDay, kindWords, type Layout } from './layout';
import type { Invented } from './invented';

const head = [
  '编号',
  '巡察反馈的问题',
  '整改分类',
  '具体措施',
  '时间节点',
  '包保领导',
  '责任科室',
  '联系人',
];
const page = 25;

export const paged: Layout = {
  name: 'tables of a text, page by page, with sums and signatures',
  clean: true,
  write: (problems) => {
    const pages = Array.from({ length: Math.ceil(problems.length / page) }, (_, at) =>
      problems.slice(at * page, (at + 1) * page),
    );
    const blocks: Contents['blocks'] = [
      { kind: 'paragraph', line: 1, text: '云川县水务局整改问题清单' },
      {
        kind: 'paragraph',
        line: 2,
        text: `2026年3月2日，县委第三巡察组向云川县水务局反馈了${problems.length}个问题，现将责任分解如下。`,
      },
      ...pages.map((listed, at) =>
        gridOf({
          name: `表${at + 1}`,
          rows: [
            ...(at % 4 === 3 ? [] : [head]),
            ...listed.map((problem, index) => rowOf(problem, at * page + index)),
            ...(at === pages.length - 1
              ? [
                  [`合计`, `${problems.length}个`],
                  ['填表人：马琳', '', '', '审核人：', '', '', '日期：2026年3月20日'],
                ]
              : []),
          ],
        }),
      ),
    ];
    return {
      contents: { blocks },
      meant: problems.map((problem, index) => ({
        number: index + 1,
        title: problem.title,
        kind: problem.kind,
        measures: problem.measures.map(({ text }, at) => ({ ordinal: String(at + 1), text })),
        due: problem.due,
        responsibleLeaders: problem.leaders,
        department: problem.department,
        handlers: problem.handlers,
      })),
    };
  },
};

function rowOf(problem: Invented, index: number): Value[] {
  return [
    String(index + 1),
    problem.title,
    `${kindWords[problem.kind]}类`,
    problem.measures.map(({ text }, at) => `${'①②③'.charAt(at)}${text}`).join(''),
    chineseDay(problem.due),
    problem.leaders.join('\u3000'),
    problem.department,
    problem.handlers.join('/'),
  ];
}
