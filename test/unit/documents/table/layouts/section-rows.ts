/** 一、… and （一）… across all columns, a header of two rows, the people under 责任分工, 一是 二是 in one line. */
import { contentsOf, type Merge, type Value } from './grid-of';
import { chineseDay, facts, kindWords, type Layout } from './layout';

const ordinals = ['一', '二', '三'];

export const sectionRows: Layout = {
  name: 'sections across the table, a header of two rows',
  clean: true,
  write: (problems) => {
    const rows: Value[][] = [
      ['问题整改责任分解表'],
      [...facts],
      ['序号', '存在问题', '整改举措', '完成时限', '责任分工', '', '', '', '整改性质'],
      ['', '', '', '', '牵头领导', '牵头单位', '协办单位', '具体责任人', ''],
    ];
    const merges: Merge[] = [
      [1, 1, 1, 9],
      [3, 5, 3, 8],
      ...[1, 2, 3, 4, 9].map((at): Merge => [3, at, 4, at]),
    ];
    let section = '';
    let group = '';
    const across = (words: string) => {
      rows.push([words]);
      merges.push([rows.length, 1, rows.length, 9]);
    };
    problems.forEach((problem, index) => {
      if (problem.section !== section) across(problem.section);
      if (problem.section !== section || problem.group !== group) across(problem.group);
      ({ section, group } = problem);
      rows.push([
        String(index + 1),
        problem.title,
        problem.measures.map(({ text }, at) => `${ordinals[at] ?? ''}是${text}`).join(''),
        chineseDay(problem.due),
        problem.leaders.join(' '),
        problem.department,
        problem.assisting.join('\n'),
        problem.handlers.join('\n'),
        kindWords[problem.kind],
      ]);
    });
    return {
      contents: contentsOf({ name: '任务分解表', rows, merges }),
      meant: problems.map((problem, index) => ({
        number: index + 1,
        section: problem.section,
        group: problem.group,
        title: problem.title,
        kind: problem.kind,
        measures:
          problem.measures.length === 1
            ? [{ ordinal: '一', text: problem.measures[0]?.text ?? '' }]
            : problem.measures.map(({ text }, at) => ({ ordinal: ordinals[at] ?? '', text })),
        due: problem.due,
        responsibleLeaders: problem.leaders,
        department: problem.department,
        assisting: problem.assisting,
        handlers: problem.handlers,
      })),
    };
  },
};
