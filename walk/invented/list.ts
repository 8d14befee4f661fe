/** The list of problems as the inspectors hand it over: a Word file with one table. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { unit } from './people';

export interface Listed {
  readonly title: string;
  readonly kind: string;
  readonly measures: readonly string[];
  readonly department: string;
  readonly leader: string;
  readonly handler: string;
  readonly due: string;
}

const activities = { department: '活动部', leader: '沈毅', handler: '陆平', due: '' };
const heritage = { department: '文保部', leader: '沈毅', handler: '鲍军', due: '' };

/** In the order of the list. What is wrong in it is what such lists have wrong. */
export const listed = {
  booking: {
    ...{ ...activities, kind: '立行立改', title: '排练厅预约不公开，群众多次反映约不上' },
    measures: ['在大厅和公众号公布每周预约时段和结果'],
  },
  // The leader's name is misspelt: to be corrected in the preview.
  teachers: {
    ...{ ...activities, kind: '限期整改', leader: '沈一' },
    title: '公益培训师资聘用未经集体研究，课酬标准不统一',
    measures: ['制定师资聘用和课酬管理办法', '对已聘用的12名教师逐一补办审议手续'],
  },
  // Due on the very day: it is late by the time somebody looks at it.
  equipment: {
    ...{ ...heritage, kind: '立行立改', due: 'today' },
    title: '库房灭火器过期未更换，值守记录空白',
    measures: ['更换全部灭火器，恢复每日值守记录'],
  },
  // Its handler is the head of the department: the head's review passes to the deputy.
  contract: {
    ...{ ...activities, kind: '限期整改', handler: '范浩' },
    title: '演出服务采购合同验收走过场，3份合同无验收单',
    measures: ['补办验收，明确验收人和复核人'],
  },
  heirs: {
    ...{ ...heritage, kind: '长期坚持' },
    title: '非遗传承人扶持制度坚持不经常，培训档案不连续',
    measures: ['建立传承人年度培训台账，按季核对'],
  },
  // Nobody is named: the office assigns it.
  fees: {
    ...{ department: '', leader: '', handler: '', due: '', kind: '' },
    title: '场地对外合作收费依据不足，账目未及时公示',
    measures: [],
  },
} as const satisfies Readonly<Record<string, Listed>>;

export type Problem = keyof typeof listed;

/** Its number in the list, from 1. */
export function seqOf(problem: Problem): number {
  return Object.keys(listed).indexOf(problem) + 1;
}

const columns = [
  '序号',
  '问题',
  '整改类型',
  '整改措施',
  '责任部门',
  '责任领导',
  '经办人',
  '整改时限',
];

/** @param today `YYYY-MM-DD`, the day of the feedback */
export function wordList(today: string): Promise<Buffer> {
  const problems: readonly Listed[] = Object.values(listed);
  const rows = problems.map((problem, index) => rowOf(problem, index + 1, today));
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [columns, ...rows].map(
      (cells) =>
        new TableRow({
          children: cells.map((text) => new TableCell({ children: linesOf(text) })),
        }),
    ),
  });
  const [year, month, day] = today.split('-').map(Number);
  const heading = `县委第二巡察组巡察${unit}反馈问题整改清单`;
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: heading, heading: 'Title' }),
          new Paragraph(`反馈日期：${year ?? ''}年${month ?? ''}月${day ?? ''}日`),
          table,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function rowOf(problem: Listed, seq: number, today: string): readonly string[] {
  const { title, kind, measures, department, leader, handler, due } = problem;
  const numbered = measures.map((text, index) => `${index + 1}.${text}`).join('\n');
  const date = due === 'today' ? today : due;
  return [String(seq), title, kind, numbered, department, leader, handler, date];
}

function linesOf(text: string): Paragraph[] {
  return text.split('\n').map((line) => new Paragraph(line));
}
