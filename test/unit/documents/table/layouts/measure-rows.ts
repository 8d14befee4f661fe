/** A measure a row with its own date and department; number, problem and leader merged over the rows. */
import { contentsOf, type Merge, type Value } from './grid-of';
import { chineseDay, facts, type Layout } from './layout';

export const measureRows: Layout = {
  name: 'a measure a row, the problem merged over them',
  clean: false,
  write: (problems) => {
    const rows: Value[][] = [
      [...facts],
      ['序号', '问题描述', '整改措施', '整改期限', '责任单位', '分管领导', '责任人'],
    ];
    const merges: Merge[] = [];
    problems.forEach((problem, index) => {
      const top = rows.length + 1;
      problem.measures.forEach(({ text, due, department }, at) =>
        rows.push(
          at === 0
            ? [
                String(index + 1),
                problem.title,
                `（1）${text}`,
                chineseDay(due),
                department,
                problem.leaders.join('、'),
                problem.handlers.join('、'),
              ]
            : ['', '', `（${at + 1}）${text}`, chineseDay(due), department, '', ''],
        ),
      );
      if (problem.measures.length > 1)
        for (const column of [1, 2, 6, 7]) merges.push([top, column, rows.length, column]);
    });
    return {
      contents: contentsOf({ name: '台账', rows, merges }),
      meant: problems.map((problem, index) => ({
        number: index + 1,
        title: problem.title,
        responsibleLeaders: problem.leaders,
        handlers: problem.handlers,
        measures: problem.measures.map(({ text, due, department }, at) => ({
          ordinal: String(at + 1),
          text,
          ...(problem.measures.length > 1 ? { due, department } : {}),
        })),
        ...(problem.measures.length > 1
          ? {}
          : {
              due: problem.measures[0]?.due ?? null,
              department: problem.measures[0]?.department ?? null,
            }),
      })),
    };
  },
};
