// The summary: counts by department, leader, kind, lamp and status; what is late; what is due within thirty days.
import { read, utils } from '@e965/xlsx';
import { summaryMarkdown, summaryWorkbook } from '../../../../documents';
import { aProblem, aRecord } from './a-record';
import { sampleRecord } from './sample-record';

describe('the summary as text', () => {
  const text = summaryMarkdown(sampleRecord);

  it('counts each group and all', () => {
    expect(text).toContain('| 财务审计科 | 3 | 1 | 0 | 0 | 2 | 1 | 33.3% |');
    expect(text).toContain('| 刘海燕 | 6 | 3 | 0 | 0 | 3 | 1 | 50% |');
    expect(text).toContain('| 合计 | 12 | 7 | 1 | 1 | 3 | 1 | 66.7% |');
  });

  it('lists what is late by how many days, and what is due soon', () => {
    expect(text).toContain('| 财务审计科 | 刘海燕 | 2026年8月14日 | 27 | 整改中 |');
    expect(text).toContain('| 办公室 | 刘海燕 | 2026年9月30日 | 20 | 整改中 |');
    expect(text).not.toContain('2026年11月30日');
  });

  it('says the head it was made from', () => {
    expect(text).toContain('据流转记录第482条（截至2026年9月10日），核验码3fa91c0b77de。');
  });

  it('lets no title become markup', () => {
    const problems = [aProblem({ title: 'a|b<i>*c*\nd', lamp: 'overdue' })];
    expect(summaryMarkdown(aRecord({ problems }))).toContain('a\\|b\\<i\\>\\*c\\*d');
  });

  it('says 无 where a list is empty, and counts nothing as nothing', () => {
    const empty = summaryMarkdown(aRecord());
    expect(empty.match(/^无。$/gm)).toHaveLength(2);
    expect(empty).toContain('| 合计 | 0 | 0 | 0 | 0 | 0 | 0 | — |');
  });

  it('takes the thirtieth day in, and not the one after', () => {
    const problems = ['2026-10-10', '2026-10-11'].map((dueOn, seq) => aProblem({ seq, dueOn }));
    const soon = summaryMarkdown(aRecord({ problems })).split('## 30天内到期')[1];
    expect(soon).toContain('2026年10月10日');
    expect(soon).not.toContain('2026年10月11日');
  });
});

describe('the summary as a workbook', () => {
  it('has the counts, the late ones and those due soon on three sheets', async () => {
    const book = read(await summaryWorkbook(sampleRecord));
    expect(book.SheetNames).toEqual(['汇总', '逾期清单', '30天内到期']);
    const rows = (name: string) =>
      utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 });
    expect(rows('汇总')).toContainEqual(['工程建设科', 3, 3, 0, 0, 0, 0, '100%']);
    expect(rows('逾期清单')[3]).toEqual([
      8,
      '固定资产账实不符，23件设备有账无物、9件有物无账',
      '财务审计科',
      '刘海燕',
      '2026年8月14日',
      27,
      '整改中',
    ]);
    expect(rows('30天内到期')[3]?.[0]).toBe(12);
  });
});
