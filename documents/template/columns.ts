/** The columns of the form: headings that the importer knows, what is chosen from a list, what is said beside a cell. */
import { kindTerms, statusTerms } from '../export/terms';

export interface FormColumn {
  readonly heading: string;
  readonly width: number;
  /** Shown when the cell is chosen, and on the sheet of explanations. */
  readonly hint: string;
  readonly must?: true;
  /** Nothing else may be written. */
  readonly oneOf?: readonly string[];
  readonly isDate?: true;
  /** Which of the people's lists is offered; several may be written. */
  readonly offers?: Offer;
}

export const offers = ['department', 'responsibleLeader', 'departmentHead', 'handler'] as const;
export type Offer = (typeof offers)[number];

export const formColumns: readonly FormColumn[] = [
  { heading: '序号', width: 6, hint: '反馈意见中的编号，写数字' },
  { heading: '所属方面', width: 18, hint: '反馈意见的部分，每行都写，如：党的建设方面' },
  { heading: '问题归类', width: 18, hint: '几个问题同属的一个大问题；没有就不写' },
  { heading: '反馈问题', width: 32, must: true, hint: '一行一个问题，照反馈意见写' },
  { heading: '具体表现', width: 28, hint: '一行一条，前面编号：1. 2.' },
  {
    heading: '整改类型',
    width: 11,
    oneOf: Object.values(kindTerms),
    hint: `从列表中选：${Object.values(kindTerms).join('、')}`,
  },
  {
    heading: '整改措施',
    width: 40,
    hint: '一行一条（Alt+回车换行），前面编号：1. 2.；某条另有部门或时限的，写在条末：（责任部门：财务科；完成时限：2026-06-30）',
  },
  {
    heading: '整改时限',
    width: 14,
    isDate: true,
    hint: '写日期，如 2026-06-30；也可写 2026年6月底、年内，会推算成一天',
  },
  { heading: '责任领导', width: 12, offers: 'responsibleLeader', hint: '写姓名，一人' },
  { heading: '责任部门', width: 14, offers: 'department', hint: '牵头的一个部门' },
  { heading: '配合部门', width: 14, offers: 'department', hint: '几个部门用顿号隔开' },
  { heading: '责任部门负责人', width: 15, offers: 'departmentHead', hint: '写姓名，一人' },
  { heading: '经办人', width: 12, offers: 'handler', hint: '写姓名，几人用顿号隔开' },
  {
    heading: '整改状态',
    width: 22,
    oneOf: Object.values(statusTerms),
    hint: '中途接管（receive --as-is）才用写；从列表中选',
  },
];

/** Rows over the headings, a label and its value each. */
export const formFacts = [
  { label: '单位名称：', hint: '被巡察单位的全称' },
  { label: '反馈日期：', hint: '反馈意见送达的日期，如 2026-03-02' },
  { label: '巡察机构：', hint: '如：县委第三巡察组' },
] as const;

/** For the sheet of explanations only. An invented unit. */
export const examples: readonly (readonly string[])[] = [
  [
    '示例1',
    '一、党的建设方面',
    '',
    '党组理论学习中心组专题研讨流于形式',
    '1.上年度4次学习未安排交流研讨\n2.2次学习没有记录',
    '限期整改',
    '1.修订学习计划\n2.每季度研讨一次，整理发言材料（责任部门：办公室；完成时限：2026-06-30）',
    '2026-06-30',
    '王某某',
    '办公室',
    '人事科',
    '赵某某',
    '孙某某',
    '',
  ],
  [
    '示例2',
    '二、财务管理方面',
    '',
    '往来款项长期挂账未清理',
    '',
    '立行立改',
    '1.逐笔核对，提出处理意见',
    '2026年4月底',
    '李某某',
    '财务科',
    '',
    '',
    '周某某、吴某某',
    '',
  ],
];
