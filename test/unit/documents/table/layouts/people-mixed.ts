/** Departments and people in one cell, with jobs, brackets, labels and names spaced out. */
import { contentsOf, type Value } from './grid-of';
import { chineseDay, facts, type Layout } from './layout';
import type { Invented } from './invented';

export const peopleMixed: Layout = {
  name: 'people with jobs and labels, departments with their parts',
  clean: true,
  write: (problems) => ({
    contents: contentsOf({
      name: 'Sheet1',
      rows: [
        [...facts],
        [
          '项目\n序号',
          '问题\n表述',
          '责任领导\n（签字）',
          '责任部门（单位）',
          '责任人',
          '整改时限（年月日）',
        ],
        ...problems.map((problem, index): Value[] => [
          `${index + 1}.0`,
          problem.title,
          leaderCell(problem.leaders, index),
          departmentCell(problem, index),
          problem.handlers
            .map((name) => (name.length === 2 ? `${name.charAt(0)}\u3000${name.charAt(1)}` : name))
            .join('、'),
          chineseDay(problem.due).replace(/(\d+)/g, ' $1 ').trim(),
        ]),
      ],
    }),
    meant: problems.map((problem, index) => ({
      number: index + 1,
      title: problem.title,
      responsibleLeaders: problem.leaders,
      department: problem.department,
      assisting: problem.assisting,
      handlers: problem.handlers,
      due: problem.due,
    })),
  }),
};

const jobs = ['副局长', '党组书记、局长', '党组成员', '总工程师'];

function leaderCell(leaders: readonly string[], index: number): string {
  const job = jobs[index % jobs.length] ?? '';
  const written = leaders.map((name) =>
    index % 3 === 0
      ? `${name}（${job}）`
      : index % 3 === 1
        ? `${job.replace('、', '')}${name}`
        : `${name} ${job.replace(/.*、/, '')}`,
  );
  return written.join('\n');
}

function departmentCell({ department, assisting }: Invented, index: number): string {
  if (assisting.length === 0) return department;
  return index % 2 === 0
    ? `牵头：${department}\n配合：${assisting.join('、')}`
    : `${department}（牵头）、${assisting.map((name) => `${name}（配合）`).join('、')}`;
}
