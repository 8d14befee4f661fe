/** 收件: what a list says of a problem, and what becomes of what nobody says. */
import { catalogue } from '../../catalogue';

export interface Fields {
  readonly [field: string]: string;
}

const zhFields: Fields = {
  unit: '单位名称',
  inspectedBy: '巡察机构',
  inspection: '巡察时间',
  inspectionFrom: '巡察开始',
  inspectionTo: '巡察结束',
  feedbackOn: '反馈日期',
  section: '所属方面',
  group: '问题大类',
  title: '问题',
  kind: '整改类型',
  status: '整改状态',
  due: '整改时限',
  deadlineWords: '整改时限',
  department: '责任部门',
  assisting: '配合部门',
  departmentHead: '责任部门负责人',
  responsibleLeaders: '责任领导',
  handlers: '经办人',
  measures: '整改措施',
  publicText: '公开表述',
  withheld: '不公开的理由',
};

const enFields: Fields = {
  unit: 'unit',
  inspectedBy: 'inspected by',
  inspection: 'inspected from … to',
  inspectionFrom: 'inspected from',
  inspectionTo: 'inspected to',
  feedbackOn: 'day of feedback',
  section: 'section',
  group: 'group',
  title: 'problem',
  kind: 'kind',
  status: 'status',
  due: 'due date',
  deadlineWords: 'due date',
  department: 'department',
  assisting: 'assisting departments',
  departmentHead: 'department head',
  responsibleLeaders: 'responsible leader',
  handlers: 'handlers',
  measures: 'measures',
  publicText: 'public text',
  withheld: 'why it is withheld',
};

/** What becomes of what nobody says. */
const zhOtherwise = {
  kind: '按限期整改办理',
  due: '按规则推算',
  department: '收文后由整改办分办',
  responsibleLeaders: '收文后由整改办指定',
  handlers: '收文后由整改办指定',
  measures: '在整改方案中补',
};

const enOtherwise: Readonly<Record<keyof typeof zhOtherwise, string>> = {
  kind: 'taken as time-limited',
  due: 'worked out from the rules',
  department: 'assigned by the office afterwards',
  responsibleLeaders: 'named by the office afterwards',
  handlers: 'named by the office afterwards',
  measures: 'added in the plan',
};

export const fieldWords = catalogue(
  { fields: zhFields, otherwise: zhOtherwise },
  { fields: enFields, otherwise: enOtherwise },
);
