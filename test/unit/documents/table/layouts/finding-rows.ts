/** 问题 merged over its 具体表现, each with measures, date and department of its own; and the same without. */
import { contentsOf, type Merge, type Value } from './grid-of';
import { chineseDay, facts, type Layout, type Written } from './layout';
import type { Invented } from './invented';

const head = ['序号', '反馈问题', '具体表现', '整改措施', '整改时限', '责任领导', '责任部门'];

export const findingsWithOwn: Layout = {
  name: 'findings with their own measures under a merged problem',
  clean: true,
  write: (problems) => {
    const { rows, merges } = written(problems, true);
    return {
      contents: contentsOf({ name: '清单', rows, merges }),
      meant: problems.flatMap((problem, index) =>
        problem.findings.map((finding, at) => ({
          number: index + 1,
          group: problem.title,
          title: finding,
          due: at === 0 ? problem.due : '2026-11-30',
          department: at === 0 ? problem.department : '办公室',
          responsibleLeaders: problem.leaders,
          measures: [{ ordinal: '1', text: `${problem.measures[0]?.text ?? ''}` }],
          subFindings: [],
        })),
      ),
    };
  },
};

export const findingsWithout: Layout = {
  name: 'findings that share everything with their problem',
  clean: true,
  write: (problems) => {
    const { rows, merges } = written(problems, false);
    return {
      contents: contentsOf({ name: '清单', rows, merges }),
      meant: problems.map((problem, index) => ({
        number: index + 1,
        group: null,
        title: problem.title,
        subFindings: problem.findings.map((text) => ({ text })),
        due: problem.due,
        department: problem.department,
        responsibleLeaders: problem.leaders,
        measures: [{ ordinal: '1', text: problem.measures[0]?.text ?? '' }],
      })),
    };
  },
};

function written(
  problems: readonly Invented[],
  own: boolean,
): { readonly rows: Value[][]; readonly merges: Merge[]; readonly meant?: Written['meant'] } {
  const rows: Value[][] = [[...facts], head];
  const merges: Merge[] = [];
  problems.forEach((problem, index) => {
    const top = rows.length + 1;
    const measure = problem.measures[0]?.text ?? '';
    const leader = problem.leaders.join('、');
    const [first = '', second = ''] = problem.findings;
    rows.push([
      String(index + 1),
      problem.title,
      first,
      measure,
      chineseDay(problem.due),
      leader,
      problem.department,
    ]);
    rows.push([
      '',
      '',
      second,
      ...(own ? [measure, '2026.11.30', '', '办公室'] : ['', '', '', '']),
    ]);
    for (const column of own ? [1, 2, 6] : [1, 2, 4, 5, 6, 7])
      merges.push([top, column, top + 1, column]);
  });
  return { rows, merges };
}
