/** What the fields of an import are called by the people who are asked about them. */

const terms: Readonly<Record<string, string>> = {
  unit: '单位名称',
  inspectedBy: '巡察机构',
  inspection: '巡察时间',
  feedbackOn: '反馈日期',
  reportOn: '报告日期',
  asOf: '截至日期',
  publicity: '公示期',
  declared: '文中的数目',
  problems: '问题清单',
  number: '序号',
  section: '所属方面',
  group: '问题大类',
  title: '问题',
  subFindings: '具体表现',
  kind: '整改类型',
  status: '整改状态',
  due: '整改时限',
  deadlineWords: '整改时限',
  recurrence: '周期',
  measures: '整改措施',
  responsibleLeaders: '责任领导',
  department: '责任部门',
  assisting: '配合部门',
  departmentHead: '责任部门负责人',
  handlers: '经办人',
  predecessor: '上轮问题',
  publicText: '公开表述',
  handedOverOn: '移交日期',
};

/** `declared.measures` goes by its first part; a field without a term keeps its name. */
export function fieldTerm(field: string): string {
  return terms[field] ?? terms[field.replace(/[.[].*$/, '')] ?? field;
}
