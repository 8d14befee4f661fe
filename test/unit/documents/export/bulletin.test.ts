// The public bulletin: what it says, what it marks for its author, what it keeps back, how its page is set.
import { bulletin, type ProblemRecord, type RectificationRecord } from '../../../../documents';
import { aMeasure, aProblem, aRecord } from './a-record';
import { sampleRecord } from './sample-record';
import { highlightedIn, paragraphsIn, partOf, textOf } from './text-of';

const report = (text: string): Pick<ProblemRecord, 'reports'> => ({
  reports: [{ kind: 'submission', on: '2026-07-01', byName: '赵敏', text }],
});

async function linesOf(facts: Partial<RectificationRecord>): Promise<readonly string[]> {
  return paragraphsIn(await bulletin(aRecord(facts)));
}

describe('the bulletin of the sample', () => {
  let lines: readonly string[];
  let file: Uint8Array;

  beforeAll(async () => {
    file = await bulletin(sampleRecord);
    lines = paragraphsIn(file);
  });

  it('opens with its title and the facts of the inspection', () => {
    expect(lines[0]).toBe('中共云川县水务局党组关于巡察反馈意见整改进展情况的通报');
    expect(lines[1]).toBe(
      '根据县委统一部署，2026年1月5日至2026年2月13日，县委第三巡察组对云川县水务局开展了巡察。' +
        '2026年3月2日，县委第三巡察组反馈了巡察意见。现将整改进展情况予以公布。',
    );
  });

  it('counts from the record: problems, measures, each status', () => {
    expect(lines).toContain(
      '对巡察反馈的12个问题，共制定整改措施20条。截至2026年9月10日，' +
        '已完成整改7个，阶段性完成并需长期坚持1个，正在整改1个，未完成3个。',
    );
  });

  it('counts a withheld problem and prints nothing of it', () => {
    expect(lines).toContain('上述问题中有1个按照有关规定不予公开，以下公布其余11个的整改情况。');
    expect(lines.join('\n')).not.toMatch(/一函三单|涉及个人经济事项/);
  });

  it('numbers sections, groups and problems by itself, without the gap a withheld one would leave', () => {
    const heads = lines.filter((line) => /^(?:[一二三]、|（[一二三\d]+）|\d+\.)/.test(line));
    expect(heads).toEqual(
      expect.arrayContaining(['（二）重点领域和关键环节方面', '5.财务管理不严格']),
    );
    expect(heads.filter((line) => line.startsWith('（1）关于固定资产账实不符'))).toHaveLength(1);
  });

  it('prints the public text instead of reports and measures', () => {
    expect(lines).toContain(`整改情况：${sampleRecord.problems[9]?.publicText}`);
  });

  it('prints a report that enumerates by itself, and measures before one that does not', () => {
    expect(lines.some((line) => line.startsWith('整改情况：一是修订年度学习计划。'))).toBe(true);
    expect(lines).toContain(
      '整改情况：一是倒排工期，增加施工班组，完成溢洪道主体浇筑。二是修订水库汛期调度运用计划和防汛抢险应急预案，组织一次演练。',
    );
  });

  it('says where each problem stands and until when', () => {
    expect(lines).toContain('整改进度：正在整改，整改结果已报送，正在审核。');
    expect(lines).toContain('整改进度：未完成，转入持续整改，最后时限2026年11月30日。');
    expect(lines).toContain('整改进度：未完成，【待补：转入持续整改的最后时限】。');
  });

  it('ends with contact, publicity, signature and date', () => {
    expect(lines.slice(-4)).toEqual([
      '联系方式：联系人何静；电话0999-5550123；邮政信箱：云川县滨河路8号县水务局整改办（邮编999000）；电子邮箱：zgb@yunchuan-sw.example.cn。',
      '公示时间：2026年9月14日至2026年10月12日。',
      '中共云川县水务局党组',
      '2026年9月11日',
    ]);
  });

  it('is set as an official document: A4, its margins, its fonts with others to fall back on', () => {
    const document = partOf(file, 'word/document.xml');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toMatch(
      /<w:pgMar[^>]*w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/,
    );
    const styles = partOf(file, 'word/styles.xml');
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312', '宋体'])
      expect(styles + partOf(file, 'word/footer1.xml')).toContain(font);
    expect(partOf(file, 'word/fontTable.xml')).toContain('<w:altName w:val="仿宋,FangSong');
    expect(styles).toContain('w:line="579" w:lineRule="exact"');
  });

  it('breaks its title between who and what about', () => {
    expect(partOf(file, 'word/document.xml')).toMatch(
      /中共云川县水务局党组<\/w:t><\/w:r><w:r><w:br\/><\/w:r><w:r><w:t[^>]*>关于巡察反馈意见整改进展情况的通报/,
    );
  });

  it('keeps every heading with a line of what follows and writes its number as text', () => {
    const styles = partOf(file, 'word/styles.xml').split('<w:style ');
    for (const heading of ['Chapter', 'Section', 'Item', 'SubItem'])
      expect(styles.find((one) => one.includes(`w:styleId="${heading}"`))).toContain(
        '<w:keepNext/>',
      );
    const document = partOf(file, 'word/document.xml');
    expect(document).toMatch(/<w:pStyle w:val="Body"\/><w:widowControl w:val="false"\/>/);
    expect(document).not.toContain('<w:numPr>');
  });
});

describe('what nobody recorded', () => {
  it('is marked and highlighted, never invented', async () => {
    const file = await bulletin(aRecord({ problems: [aProblem()] }));
    expect(highlightedIn(file)).toEqual(
      [
        ...[
          '部署巡察的党委（党组）',
          '巡察开始日期',
          '巡察结束日期',
          '巡察组名称',
          '反馈日期',
          '巡察组名称',
        ],
        ...['整改工作的组织领导和部署推进情况', '整改情况', '完成时限', '下一步工作安排'],
        ...['联系电话', '通信地址', '电子邮箱', '公示起止日期'],
      ].map((what) => `【待补：${what}】`),
    );
  });

  it('is nothing where a person has written everything', async () => {
    const complete = {
      ...sampleRecord,
      nextSteps: ['继续抓好未完成问题的整改。'],
      problems: sampleRecord.problems.filter(({ status }) => status === 'completed'),
    };
    expect(highlightedIn(await bulletin(complete))).toEqual([]);
  });

  it('asks for what came of measures that are only planned', async () => {
    const problems = [aProblem({ measures: [aMeasure()] })];
    expect(await linesOf({ problems })).toContain('【待补：各项措施的落实情况】');
  });

  it('asks for a new date where the old one is past', async () => {
    const problems = [aProblem({ dueOn: '2026-09-09', ...report('已开工') })].map((problem) => ({
      ...problem,
      reports: problem.reports.map((one) => ({ ...one, kind: 'progress' as const })),
    }));
    expect(await linesOf({ problems })).toContain(
      '整改进度：正在整改，【待补：新的完成时限（原时限已过）】。',
    );
  });
});

describe('problems in a bulletin', () => {
  it('stand without sections where the feedback has none', async () => {
    const problems = [
      aProblem(report('已办结')),
      aProblem({ seq: 2, title: '关于台账缺失的问题' }),
    ];
    const lines = await linesOf({ problems });
    expect(lines).toContain('1.关于取水许可监管不严的问题。');
    expect(lines).toContain('2.关于台账缺失的问题。');
    expect(lines.some((line) => line.startsWith('（一）'))).toBe(false);
  });

  it('that were withdrawn are neither counted nor printed, and that is said', async () => {
    const problems = [
      aProblem({ outcome: 'withdrawn', title: '已撤销的事项' }),
      aProblem({ seq: 2 }),
    ];
    const text = (await linesOf({ problems })).join('\n');
    expect(text).toContain('对巡察反馈的1个问题');
    expect(text).toContain('另有1个事项经同意撤销，不计入上述数量。');
    expect(text).not.toContain('已撤销的事项');
  });

  it('say that they were explained or merged', async () => {
    const ended = { status: 'completed' } as const;
    const problems = [
      aProblem({ ...ended, outcome: 'explained' }),
      aProblem({ ...ended, outcome: 'merged' }),
    ];
    const lines = await linesOf({ problems });
    expect(lines).toContain('整改进度：已完成整改（情况说明已获认可）。');
    expect(lines).toContain('整改进度：已完成整改（并入其他问题一并整改）。');
  });

  it('name the date of an unfinished measure only while it is ahead', async () => {
    const measures = [
      aMeasure({ text: '补装设施', due: '2026-10-01' }),
      aMeasure({ ordinal: 2, text: '立案查处', due: '2026-08-01' }),
    ];
    expect((await linesOf({ problems: [aProblem({ measures })] })).join('\n')).toContain(
      '一是补装设施（正在推进，时限2026年10月1日）。二是立案查处（正在推进）。',
    );
  });

  it('keep numbered lines of a report inside its paragraph: they are no headings', async () => {
    const problems = [aProblem(report('工作如下：\n1.已清理。\n（二）已培训。\n另已通报。'))];
    const lines = await linesOf({ problems });
    expect(lines).toContain('整改情况：工作如下：1.已清理。（二）已培训。');
    expect(lines).toContain('另已通报。');
  });

  it('may be none at all', async () => {
    expect((await linesOf({ problems: [] })).join('\n')).toContain('没有需要整改的问题');
  });
});

describe('odd texts', () => {
  it('come through whole: markup, quotes, emoji; control characters and half characters do not', async () => {
    const odd = 'a<b>&"c"\u0000\u0008\u001b 😀\ud83d 甲\u200b乙';
    const file = await bulletin(aRecord({ problems: [aProblem(report(odd))] }));
    expect(textOf(file)).toContain('整改情况：a<b>&"c" 😀 甲乙');
  });

  it('of fifty thousand characters are not cut', async () => {
    const long = '整改措施已经逐项落实到位。'.repeat(4000);
    const file = await bulletin(aRecord({ problems: [aProblem(report(long))] }));
    expect(textOf(file)).toContain(long);
  });
});
