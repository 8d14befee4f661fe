/** What is left of merged cells in CSV: the first row of each range filled, the rest empty; 同上 here and there. */
import { contentsOf, type Value } from './grid-of';
import { facts, type Layout } from './layout';
import type { Invented } from './invented';

export const unmerged: Layout = {
  name: 'merged cells lost: empty below the first',
  clean: true,
  write: (problems) => {
    const rows: Value[][] = [
      [...facts],
      ['序号', '方面', '问题', '整改措施', '责任分工', '', '时限', '整改状态'],
      ['', '', '', '', '领导', '部门', '', ''],
    ];
    let section = '';
    problems.forEach((problem, index) => {
      const before = problems[index - 1];
      rows.push(
        ...problem.measures.map(({ text }, at): Value[] =>
          at > 0
            ? ['', '', '', `${at + 1}）${text}`]
            : [
                String(index + 1),
                problem.section === section ? '' : problem.section,
                problem.title,
                `1）${text}`,
                problem.leaders.join('、'),
                before?.department === problem.department ? '同上' : problem.department,
                problem.due.replaceAll('-', '/'),
                statuses[index % 4]?.[0] ?? '',
              ],
        ),
      );
      section = problem.section;
    });
    return { contents: contentsOf({ name: '导出', rows }), meant: problems.map(meantOf) };
  },
};

const statuses = [
  ['已完成', 'completed'],
  ['正在整改', 'inProgress'],
  ['阶段性完成', 'phaseCompleted'],
  ['未完成', 'notCompleted'],
] as const;

function meantOf(problem: Invented, index: number) {
  return {
    number: index + 1,
    section: problem.section,
    title: problem.title,
    status: statuses[index % 4]?.[1] ?? null,
    measures: problem.measures.map(({ text }, at) => ({ ordinal: String(at + 1), text })),
    responsibleLeaders: problem.leaders,
    department: problem.department,
    due: problem.due,
  };
}
