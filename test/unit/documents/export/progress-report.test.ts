// The report owed to the supervisor: everything of every problem, the withheld ones too.
import { progressReport } from '../../../../documents';
import { aProblem, aRecord } from './a-record';
import { sampleRecord } from './sample-record';
import { highlightedIn, paragraphsIn, textOf } from './text-of';

describe('the progress report of the sample', () => {
  let lines: readonly string[];
  let file: Uint8Array;

  beforeAll(async () => {
    file = await progressReport(sampleRecord);
    lines = paragraphsIn(file);
  });

  it('is addressed and says what it is', () => {
    expect(lines.slice(0, 2)).toEqual([
      '中共云川县水务局党组关于巡察反馈意见整改情况的报告',
      '中共云川县委巡察工作领导小组办公室：',
    ]);
  });

  it('counts problems and measures, and every section by status', () => {
    expect(lines.join('\n')).toContain('巡察反馈问题12个，制定整改措施20条，已落实15条。');
    const table = lines.slice(lines.indexOf('分类'), lines.indexOf('三、逐项整改情况'));
    expect(table.slice(6, 12)).toEqual(['贯彻落实上级决策部署方面', '4', '2', '1', '1', '0']);
    expect(table.slice(-6)).toEqual(['合计', '12', '7', '1', '1', '3']);
  });

  it('prints withheld problems with the reason', () => {
    expect(lines).toContain('公开情况：拟不公开，理由：涉及个人经济事项，尚在核实。');
  });

  it('tells every report with its day and its author', () => {
    expect(lines.join('\n')).toContain('2026年4月28日，赵敏报进展：差额35万元已拨付到位');
    expect(lines.join('\n')).toContain('2026年7月16日，赵敏报送完成：');
  });

  it('says who decided, who recorded it and on what basis', () => {
    expect(lines.join('\n')).toContain('2026年7月10日责任部门负责人王强退回');
    expect(lines.join('\n')).toContain('2026年7月21日责任领导陈立新同意（何静据签批单代录）');
  });

  it('names extensions, carry-overs and look-backs with their reasons', () => {
    const text = lines.join('\n');
    expect(text).toContain('时限由2026年4月22日延至2026年5月29日，理由：溢洪道混凝土养护期不足。');
    expect(text).toContain(
      '转入持续整改，最后时限2026年11月30日，理由：往来款涉及已撤销单位，正在核销。',
    );
    expect(text).toContain('2026年9月8日回头看通过。');
  });

  it('lists results by kind', () => {
    expect(lines.find((line) => line.startsWith('问责处理：'))).toBe(
      '问责处理：共1项。一是批评教育2人，诫勉1人。',
    );
    expect(lines.find((line) => line.startsWith('资金清收：'))).toContain('共4项。');
  });

  it('accounts for every unfinished problem, and asks for a reason nobody recorded', () => {
    const from = lines.indexOf('五、未完成问题及后续安排');
    const accounts = lines.slice(from + 1, lines.indexOf('六、下一步工作'));
    expect(accounts.map((line) => line.slice(0, 2))).toEqual(['1．', '2．', '3．', '4．']);
    expect(accounts[0]).not.toContain('未完成原因');
    expect(accounts[1]).toContain('未完成原因：【待补：未完成的原因】。');
    expect(accounts[2]).toContain('未完成原因：往来款涉及已撤销单位，正在核销。');
  });

  it('names its annex', () => {
    expect(lines).toContain('附件：云川县水务局巡察反馈问题整改台账');
  });
});

describe('a progress report of little', () => {
  it('marks what is not recorded', async () => {
    const marked = highlightedIn(await progressReport(aRecord({ problems: [aProblem()] })));
    for (const what of ['主送机关', '责任领导', '责任部门', '整改时限', '未完成的原因'])
      expect(marked).toContain(`【待补：${what}】`);
    expect(marked).toContain('【待补：问责处理情况，没有的写“无”】');
  });

  it('says that nothing is unfinished', async () => {
    const problems = [aProblem({ status: 'completed' })];
    expect(textOf(await progressReport(aRecord({ problems })))).toContain(
      '没有尚未完成整改的问题。',
    );
  });
});
