// Twelve invented problems of sample/feedback.yaml on one day, each in another state, some with long texts.
import type { ProblemRecord } from '../../../../documents';
import { aMeasure, aProblem } from './a-record';
import { approvedBy, evidence, finance, office, returned, water, works } from './sample-people';

const decisions = '一、贯彻落实上级决策部署方面';
const keyFields = '二、重点领域和关键环节方面';
const party = '三、党的建设方面';

const rectified = {
  stage: '已销号',
  status: 'completed',
  outcome: 'rectified',
  lamp: 'normal',
} as const;

const firstSection: readonly ProblemRecord[] = [
  aProblem({
    ...water,
    ...rectified,
    seq: 1,
    number: 1,
    section: decisions,
    group: '水安全责任落实不够有力',
    title: '农村供水工程管护经费落实不到位，6处单村供水站水质检测频次不足',
    assisting: ['财务审计科'],
    dueOn: '2026-07-24',
    subFindings: [
      { text: '上年度应拨付管护经费86万元，实际到位51万元', outcome: 'rectified' },
      { text: '6处单村供水站全年水质检测仅1次，低于每季度1次的要求', outcome: 'rectified' },
    ],
    measures: [
      aMeasure({
        text: '会同财政部门核定管护经费标准，补拨上年度差额35万元',
        department: '财务审计科',
        due: '2026-04-03',
        done: true,
        doneOn: '2026-04-01',
      }),
      aMeasure({
        ordinal: 2,
        text: '委托有资质的机构对6处供水站开展水质检测，每季度一次，结果在村务公开栏公示',
        recurrence: 'quarterly',
        done: true,
        doneOn: '2026-06-28',
      }),
      aMeasure({
        ordinal: 3,
        text: '修订《云川县农村供水工程运行管护办法》，明确县、镇、村三级责任',
        due: '2026-04-20',
        done: true,
        doneOn: '2026-04-18',
      }),
    ],
    reports: [
      {
        kind: 'progress',
        on: '2026-04-28',
        byName: '赵敏',
        text: '差额35万元已拨付到位；水质检测合同已签订，首轮采样完成4处。',
      },
      {
        kind: 'submission',
        on: '2026-07-16',
        byName: '赵敏',
        text: '上年度管护经费差额35万元于4月1日全部拨付到各供水站；二季度水质检测6处全部合格，结果已在所在村公示；管护办法经局党组会议审定后于4月18日印发，并组织12名管水员集中培训。',
      },
    ],
    results: [
      { kind: 'money', text: '补拨农村供水管护经费35万元' },
      { kind: 'rules', text: '修订《云川县农村供水工程运行管护办法》' },
    ],
    reviews: [
      returned({
        on: '2026-07-10',
        byName: '王强',
        role: 'departmentHead',
        text: '缺2处供水站的检测报告，请补齐后再报。',
      }),
      ...approvedBy(water, ['2026-07-17', '2026-07-21', '2026-07-23']),
    ],
    signedOff: { on: '2026-07-23', byName: '何静' },
    evidence: evidence(
      '管护经费拨付凭证.pdf',
      '二季度水质检测报告（6处）.pdf',
      '管护办法及印发通知.docx',
    ),
  }),
  aProblem({
    ...works,
    ...rectified,
    seq: 2,
    number: 2,
    section: decisions,
    group: '水安全责任落实不够有力',
    title: '东岔沟水库除险加固进度滞后，临汛仍未完成溢洪道主体施工',
    dueOn: '2026-05-29',
    dueWords: '主汛期前',
    measures: [
      aMeasure({
        text: '倒排工期，增加施工班组，完成溢洪道主体浇筑',
        done: true,
        doneOn: '2026-05-20',
      }),
      aMeasure({
        ordinal: 2,
        text: '修订水库汛期调度运用计划和防汛抢险应急预案，组织一次演练',
        done: true,
        doneOn: '2026-04-14',
      }),
    ],
    reports: [
      {
        kind: 'submission',
        on: '2026-05-25',
        byName: '吴越',
        text: '溢洪道主体于5月20日浇筑完成并通过分部工程验收；调度运用计划和应急预案已批复，4月14日组织抢险演练1次，参加46人。',
      },
    ],
    extensions: [
      {
        from: '2026-04-22',
        to: '2026-05-29',
        reason: '溢洪道混凝土养护期不足',
        grantedOn: '2026-04-17',
      },
    ],
    reviews: approvedBy(works, ['2026-05-26', '2026-05-27', '2026-05-28']),
    signedOff: { on: '2026-05-28', byName: '何静' },
    evidence: evidence('溢洪道分部工程验收鉴定书.pdf', '防汛演练照片及签到表.pdf'),
  }),
  aProblem({
    ...water,
    seq: 3,
    number: 3,
    section: decisions,
    group: '水资源刚性约束落实有差距',
    title: '取水许可事中事后监管不严，17家取水户未按规定安装计量设施',
    stage: '审核中',
    lamp: 'normal',
    dueOn: '2026-08-28',
    measures: [
      aMeasure({
        text: '逐户下达限期安装通知书，对逾期未安装的立案查处',
        done: true,
        doneOn: '2026-05-15',
      }),
      aMeasure({
        ordinal: 2,
        text: '将年取水量5万立方米以上的取水户全部接入县级取用水监测平台',
        done: true,
        doneOn: '2026-08-20',
      }),
    ],
    reports: [
      {
        kind: 'submission',
        on: '2026-08-27',
        byName: '赵敏',
        text: '17家取水户中16家已安装计量设施并接入监测平台，1家已停产并注销取水许可证；对2家逾期未安装的立案查处，罚款3.2万元已缴清。',
      },
    ],
    results: [{ kind: 'money', text: '罚款3.2万元已缴入国库' }],
    reviews: approvedBy(water, ['2026-08-31', '2026-09-04', '2026-09-09']).slice(0, 2),
    evidence: evidence('计量设施安装验收表（16家）.xlsx'),
  }),
  aProblem({
    ...water,
    seq: 4,
    number: 4,
    section: decisions,
    group: '河湖长制落实不够到位',
    title: '河湖“清四乱”常态化机制不健全，云水河下游段乱堆乱占问题反复',
    kind: 'longTerm',
    stage: '常态化巩固',
    status: 'phaseCompleted',
    assisting: ['工程建设科'],
    dueOn: '2026-12-31',
    subFindings: [
      { text: '云水河下游段3处乱堆点清理后再次出现', outcome: 'rectified' },
      { text: '部分镇级河长巡河记录代签', outcome: null },
    ],
    measures: [
      aMeasure({
        text: '会同沿河5个镇开展联合巡河，每月一次，发现问题现场交办',
        recurrence: 'monthly',
      }),
      aMeasure({
        ordinal: 2,
        text: '建立乱点台账，实行发现、交办、整改、复核闭环管理',
        done: true,
        doneOn: '2026-04-09',
      }),
    ],
    reports: [
      {
        kind: 'submission',
        on: '2026-07-20',
        byName: '赵敏',
        text: '3处乱堆点已全部清理并设置围挡，连续三个月复查未再出现；联合巡河开展4次，交办问题9件，办结9件；镇级河长巡河记录改为平台打卡。',
      },
      {
        kind: 'upkeep',
        on: '2026-08-31',
        byName: '赵敏',
        text: '8月联合巡河1次，未发现新增乱点。',
      },
    ],
    reviews: approvedBy(water, ['2026-07-22', '2026-07-24', '2026-07-28']),
    phase: { on: '2026-07-28', byName: '何静' },
    evidence: evidence('乱点台账.xlsx', '巡河照片（4—8月）.zip'),
  }),
];

const secondSection: readonly ProblemRecord[] = [
  aProblem({
    ...works,
    seq: 5,
    number: 5,
    section: keyFields,
    group: '工程建设管理不规范',
    title: '3个小型水利项目化整为零规避招标，合同金额合计412万元',
    stage: '已销号',
    status: 'completed',
    outcome: 'rectified',
    assisting: ['财务审计科'],
    dueOn: '2026-07-24',
    measures: [
      aMeasure({
        text: '全面清理近三年限额以下项目，逐个核查发包方式',
        done: true,
        doneOn: '2026-03-26',
      }),
      aMeasure({
        ordinal: 2,
        text: '制定《小型水利工程发包管理办法》，由局党组会审定后执行',
        done: true,
        doneOn: '2026-05-11',
      }),
    ],
    reports: [
      {
        kind: 'submission',
        on: '2026-07-15',
        byName: '吴越',
        text: '一是核查近三年限额以下项目58个，除反馈的3个外未发现同类问题。二是《小型水利工程发包管理办法》经5月11日局党组会审定后执行。三是对3个项目的直接责任人批评教育2人、诫勉1人。',
      },
    ],
    results: [
      { kind: 'rules', text: '制定《小型水利工程发包管理办法》' },
      { kind: 'people', text: '批评教育2人，诫勉1人' },
    ],
    reviews: approvedBy(works, ['2026-07-20', '2026-07-21', '2026-07-23']),
    signedOff: { on: '2026-07-23', byName: '何静' },
    evidence: evidence(
      '近三年限额以下项目核查表.xlsx',
      '发包管理办法.docx',
      '党组会议纪要〔2026〕9号.pdf',
    ),
  }),
  aProblem({
    ...works,
    ...rectified,
    seq: 6,
    number: 6,
    section: keyFields,
    group: '工程建设管理不规范',
    title: '工程质量监督流于形式，4个项目监理日志存在代签、补签',
    kind: 'immediate',
    dueOn: '2026-03-23',
    measures: [
      aMeasure({
        text: '约谈4家监理单位，责令更正监理资料并书面检查',
        done: true,
        doneOn: '2026-03-10',
      }),
      aMeasure({
        ordinal: 2,
        text: '对在建项目监理履职情况开展一次全覆盖抽查',
        done: true,
        doneOn: '2026-03-14',
      }),
    ],
    reports: [
      {
        kind: 'submission',
        on: '2026-03-16',
        byName: '吴越',
        text: '4家监理单位已约谈并更正资料，在建11个项目抽查完毕，扣减监理信用分2家。',
      },
    ],
    reviews: approvedBy(works, ['2026-03-17', '2026-03-19', '2026-03-23']),
    signedOff: { on: '2026-03-23', byName: '何静' },
    evidence: evidence('约谈记录.pdf'),
  }),
  aProblem({
    ...finance,
    ...rectified,
    seq: 7,
    number: 7,
    section: keyFields,
    group: '财务管理不严格',
    title: '公务接待“一函三单”不齐全，涉及报销凭证12笔、金额2.37万元',
    kind: 'immediate',
    withheld: '涉及个人经济事项，尚在核实',
    dueOn: '2026-03-23',
    reports: [
      {
        kind: 'submission',
        on: '2026-03-16',
        byName: '张伟',
        text: '12笔支出已逐笔核实，补齐手续9笔，退回3笔共0.41万元。',
      },
    ],
    results: [{ kind: 'money', text: '退回接待费0.41万元' }],
    reviews: approvedBy(finance, ['2026-03-17', '2026-03-19', '2026-03-23']),
    signedOff: { on: '2026-03-23', byName: '何静' },
  }),
  aProblem({
    ...finance,
    seq: 8,
    number: 8,
    section: keyFields,
    group: '财务管理不严格',
    title: '固定资产账实不符，23件设备有账无物、9件有物无账',
    lamp: 'overdue',
    status: 'notCompleted',
    assisting: ['办公室'],
    dueOn: '2026-08-14',
    measures: [
      aMeasure({
        text: '开展固定资产全面清查，形成盘点表和差异说明',
        due: '2026-03-31',
        done: true,
        doneOn: '2026-04-10',
      }),
      aMeasure({
        ordinal: 2,
        text: '按规定程序报批处置、调账，做到账账相符、账实相符',
        due: '2026-08-14',
      }),
    ],
    reports: [
      {
        kind: 'progress',
        on: '2026-07-30',
        byName: '张伟',
        text: '全面清查已完成，盘点差异32件；处置申请已报县财政局，尚未批复。',
      },
    ],
    urges: [
      {
        on: '2026-08-18',
        byName: '何静',
        text: '请说明未按期完成的原因，并于8月25日前提出补办措施。',
        due: '2026-08-25',
        acknowledgedOn: '2026-08-19',
        acknowledgedBy: '李娜',
      },
      {
        on: '2026-09-04',
        byName: '何静',
        text: '该问题已逾期三周，请专人到县财政局对接处置批复，9月18日前完成调账并报送佐证材料；确有困难的，书面提出转入持续整改申请。',
        due: '2026-09-18',
        acknowledgedOn: null,
        acknowledgedBy: null,
      },
    ],
    evidence: evidence('固定资产盘点表.xlsx'),
  }),
  aProblem({
    ...finance,
    seq: 9,
    number: 9,
    section: keyFields,
    group: '财务管理不严格',
    title: '往来款项长期挂账未清理，涉及11笔、86.4万元，最长挂账9年',
    lamp: 'behind',
    status: 'notCompleted',
    round: 2,
    predecessor: '县委上一轮巡察反馈第14项（当时承诺半年内清理，未完成）',
    dueOn: '2026-11-30',
    measures: [
      aMeasure({
        text: '逐笔查明形成原因，向欠款单位和个人发出催收函',
        due: '2026-03-25',
        done: true,
        doneOn: '2026-03-25',
      }),
      aMeasure({
        ordinal: 2,
        text: '对确实无法收回的，按规定报批核销，并追究失管责任',
        due: '2026-11-30',
      }),
    ],
    reports: [
      {
        kind: 'progress',
        on: '2026-07-30',
        byName: '张伟',
        text: '11笔往来款已全部查明原因，收回6笔52.1万元；其余5笔34.3万元涉及已撤销单位，正在办理核销。',
      },
    ],
    results: [{ kind: 'money', text: '收回往来款52.1万元' }],
    carriedOver: { to: '2026-11-30', reason: '往来款涉及已撤销单位，正在核销' },
  }),
];

const longText = [
  '一是修订年度学习计划。将专题学习由4次增加到8次，每次确定1个主题、3名以上交流发言人，发言提纲提前3个工作日报办公室审核，会后归入学习档案。',
  '二是改进研讨方式。采取领学、研讨、点评相结合，上半年围绕节水优先、防汛减灾、农村供水等主题组织专题研讨4次，班子成员交流发言13人次，形成调研报告5篇，其中2篇转化为工作措施。',
  '三是压实组织责任。明确办公室为承办科室，党组书记审定学习方案，分管领导对学习质量负责；未按要求准备发言的在下一次学习会上作出说明。',
  '四是加强检查通报。把学习情况纳入科室年度考核，每季度通报一次，上半年通报2期，督促补学4人次。',
].join('');

const thirdSection: readonly ProblemRecord[] = [
  aProblem({
    ...office,
    ...rectified,
    seq: 10,
    number: 10,
    section: party,
    group: '党内政治生活不够严肃',
    title: '机关党支部“三会一课”记录不规范，2次组织生活会批评意见雷同',
    kind: 'immediate',
    dueOn: '2026-03-23',
    publicText:
      '3月12日重新召开专题组织生活会，班子成员带头查摆问题21条，逐条提出整改措施；举办支部工作实务培训1期，此后逐月检查记录，未再发现雷同、补记现象。',
    reviews: approvedBy(office, ['2026-03-17', '2026-03-19', '2026-03-23']),
    signedOff: { on: '2026-03-23', byName: '何静' },
    lookBack: { on: '2026-09-08', byName: '徐志远', verdict: 'passed', text: null },
  }),
  aProblem({
    ...office,
    ...rectified,
    seq: 11,
    number: 11,
    section: party,
    group: '党内政治生活不够严肃',
    title: '党组理论学习中心组专题研讨流于形式，上年度4次学习未安排交流发言',
    kind: 'immediate',
    dueOn: '2026-03-23',
    measures: [
      aMeasure({
        text: '修订年度学习计划，每次专题学习安排不少于3人交流发言',
        done: true,
        doneOn: '2026-03-13',
      }),
    ],
    reports: [{ kind: 'submission', on: '2026-03-16', byName: '马琳', text: longText }],
    results: [{ kind: 'rules', text: '修订党组理论学习中心组年度学习计划' }],
    reviews: approvedBy(office, ['2026-03-17', '2026-03-19', '2026-03-23']),
    signedOff: { on: '2026-03-23', byName: '何静' },
    evidence: evidence('2026年度学习计划.docx', '专题研讨发言材料汇编.pdf'),
  }),
  aProblem({
    ...office,
    seq: 12,
    number: 12,
    section: party,
    group: '廉政风险防控有薄弱环节',
    title: '关键岗位廉政风险防控不够有力，2名重点岗位人员超过10年未轮岗',
    kind: 'longTerm',
    lamp: 'approaching',
    status: 'notCompleted',
    dueOn: '2026-09-30',
    measures: [
      aMeasure({ text: '制定重点岗位定期轮岗办法，完成2名超期人员轮岗', due: '2026-04-13' }),
      aMeasure({
        ordinal: 2,
        text: '每半年开展一次廉政风险点排查和警示教育',
        recurrence: 'halfYearly',
      }),
    ],
    carriedOver: { to: '2026-09-30', reason: '轮岗方案待县委组织部批复' },
  }),
];

export const sampleProblems: readonly ProblemRecord[] = [
  ...firstSection,
  ...secondSection,
  ...thirdSection,
];
