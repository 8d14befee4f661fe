// 销号单 and 督办单: a page a problem, with what is recorded filled in and places for ink.
import { signOffSheets, urgeSheets } from '../../../../documents';
import { aProblem, aRecord } from './a-record';
import { sampleRecord } from './sample-record';
import { highlightedIn, paragraphsIn, partOf, textOf } from './text-of';

const pagesIn = (file: Uint8Array) =>
  1 + (partOf(file, 'word/document.xml').match(/<w:pageBreakBefore\/>/g)?.length ?? 0);

describe('sign-off sheets', () => {
  it('are made for every problem that was submitted or decided, each on its page', async () => {
    const file = await signOffSheets(sampleRecord);
    expect(paragraphsIn(file).filter((line) => line === '巡察反馈问题整改销号单')).toHaveLength(9);
    expect(pagesIn(file)).toBe(9);
  });

  it('are made for the problems asked for', async () => {
    const text = textOf(await signOffSheets(sampleRecord, [1, 9]));
    expect(text).toContain('编号：第1号');
    expect(text).toContain('编号：第9号');
    expect(text).not.toContain('编号：第2号');
  });

  it('hold measures, what was done, evidence and the whole chain with names, days and basis', async () => {
    const text = textOf(await signOffSheets(sampleRecord, [1]));
    expect(text).toContain(
      '3．修订《云川县农村供水工程运行管护办法》，明确县、镇、村三级责任（2026年4月18日完成）',
    );
    expect(text).toContain('1．管护经费拨付凭证.pdf（141KB，校验码9c41e07ab35d）');
    expect(text).toContain(
      '退回：缺2处供水站的检测报告，请补齐后再报。（王强，2026年7月10日，本人办理）',
    );
    expect(text).toContain('同意。（陈立新，2026年7月21日，签批单，何静代录）');
    expect(text).toContain('予以销号（何静，2026年7月23日）');
  });

  it('leave places to sign and a box to tick where nobody has decided', async () => {
    const text = textOf(await signOffSheets(sampleRecord, [3]));
    expect(text.match(/签字：/g)).toHaveLength(3);
    expect(text).toContain('□ 同意销号　　□ 退回继续整改');
  });

  it('say so where there is nothing to sign', async () => {
    expect(textOf(await signOffSheets(aRecord({ problems: [aProblem()] })))).toContain(
      '没有已报送完成的问题。',
    );
  });

  it('take a text of fifty thousand characters, in rows that may break', async () => {
    const text = '逐项落实。'.repeat(10_000);
    const reports = [{ kind: 'submission', on: '2026-07-01', byName: '赵敏', text }] as const;
    const file = await signOffSheets(aRecord({ problems: [aProblem({ reports })] }));
    expect(textOf(file)).toContain(text);
  });
});

describe('urge sheets', () => {
  it('are made for what is open and red or was urged', async () => {
    const file = await urgeSheets(sampleRecord);
    expect(paragraphsIn(file).filter((line) => /编号：/.test(line))).toEqual([
      '单位：云川县水务局　　　编号：第8号',
    ]);
  });

  it('say how late it is, what is demanded, until when, and what was demanded before', async () => {
    const text = textOf(await urgeSheets(sampleRecord));
    expect(text).toContain('已逾期27天');
    expect(text).toContain('9月18日前完成调账并报送佐证材料');
    expect(text).toContain('2026年9月18日');
    expect(text).toContain('（李娜2026年8月19日签收）');
    expect(text).toContain('回　执');
  });

  it('mark the demand and its date where nobody has urged yet', async () => {
    const problems = [aProblem({ lamp: 'overdue', dueOn: '2026-09-01' })];
    const marked = highlightedIn(await urgeSheets(aRecord({ problems })));
    for (const what of ['督办要求', '最后时限', '督办日期'])
      expect(marked).toContain(`【待补：${what}】`);
  });

  it('count no day while there is time', async () => {
    const text = textOf(
      await urgeSheets(aRecord({ problems: [aProblem({ dueOn: '2026-09-10' })] }), [1]),
    );
    expect(text).toContain('未到时限');
  });
});
