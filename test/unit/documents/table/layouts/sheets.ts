/** A cover, then a sheet for each department: no column for what the sheet's name says. */
import { contentsOf, type Value } from './grid-of';
import { facts, kindWords, type Layout } from './layout';
import { departments } from './invented';

export const sheetsByDepartment: Layout = {
  name: 'a sheet a department, with a cover',
  clean: true,
  write: (problems) => {
    const kept = departments.map((department) => ({
      department,
      listed: problems.filter((problem) => problem.department === department),
    }));
    return {
      contents: contentsOf(
        {
          name: '封面',
          rows: [['云川县水务局整改台账'], [facts[0]], [facts[1]], ['说明：每个科室一张表']],
        },
        ...kept.map(({ department, listed }) => ({
          name: department,
          rows: [
            ['序号', '具体问题', '类型', '整改措施', '完成时间', '责任领导', '承办人'],
            ...listed.map((problem, index): Value[] => [
              String(index + 1),
              problem.title,
              kindWords[problem.kind],
              problem.measures.map(({ text }) => text).join('\n'),
              { text: problem.due, date: problem.due },
              problem.leaders.join(','),
              problem.handlers.join('；'),
            ]),
          ],
        })),
      ),
      meant: kept.flatMap(({ department, listed }) =>
        listed.map((problem, index) => ({
          number: index + 1,
          title: problem.title,
          department,
          kind: problem.kind,
          due: problem.due,
          responsibleLeaders: problem.leaders,
          handlers: problem.handlers,
          measures: problem.measures.map(({ text }, at) => ({ ordinal: String(at + 1), text })),
        })),
      ),
    };
  },
};

export const sheetsBySection: Layout = {
  name: 'a sheet a section, restarting numbers, the number before the title',
  clean: true,
  write: (problems) => {
    const names = [...new Set(problems.map(({ section }) => section))];
    const kept = names.map((section) => ({
      name: section.replace(/^.、/, ''),
      listed: problems.filter((problem) => problem.section === section),
    }));
    return {
      contents: contentsOf(
        ...kept.map(({ name, listed }) => ({
          name,
          rows: [
            [facts[1]],
            [
              '反馈意见指出的问题',
              '整改措施及完成时限',
              '整改措施',
              '截止日期',
              '主责部门',
              '参与部门',
            ],
            ...listed.map((problem, index): Value[] => [
              `${index + 1}. ${problem.title}`,
              '',
              problem.measures.map(({ text }, at) => `${at + 1}、${text}`).join('\n'),
              problem.due.replaceAll('-', ''),
              problem.department,
              problem.assisting.join(' '),
            ]),
          ],
        })),
      ),
      meant: kept.flatMap(({ name, listed }) =>
        listed.map((problem, index) => ({
          number: index + 1,
          title: problem.title,
          section: name,
          due: problem.due,
          department: problem.department,
          assisting: problem.assisting,
          kind: null,
          kindBasis: null,
          measures: problem.measures.map(({ text }, at) => ({ ordinal: String(at + 1), text })),
        })),
      ),
    };
  },
};
