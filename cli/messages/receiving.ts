/** The words of 收文: `receive`. */
export const receivingWords = {
  description: '收文：启动一次整改，每个问题一条流程；重复收同一文件不会重复',
  example:
    'zhenggai receive 清单.yaml --people people.yaml\n  zhenggai receive 通报.txt --unit 云川县水务局 --feedback-on 2026-11-02\n  zhenggai receive 清单.yaml --amend 反馈意见勘误',
  id: '整改的编号，不写则由反馈日期和单位名称生成',
  unit: '单位名称，文件中没有时补充',
  feedbackOn: '反馈日期，文件中没有时补充',
  policy: '整改规则文件，不写则用默认规则',
  people: '人员名单文件',
  asIs: '中途接管：按文件写明的状态接续办理，否则都从头办理',
  amend: '已收过的，把文件中的改动和新增收进去，并写明理由',
  dryRun: '只看将要启动什么，不启动',
  yes: '不再询问，直接启动',
  ask: '现在启动吗？[Y/n] ',
  askOpen: (count: number) => `还有${count}处没有核对。按读到的启动吗？[y/N] `,
  stopped: '没有启动。',
  badId: (id: string) =>
    `整改的编号“${id}”不能用：只能用文字、数字、点、横线和下划线，至多64个字，且不能只是一个数或范围。`,
  badDate: (given: string) =>
    `--feedback-on 应为日历上存在的日期，写成 2026-11-02，不是“${given}”。`,
  defaultPeople: (file: string) =>
    `没有给出人员名单，暂用占位人员（${file}）：每个角色一人，代表所有部门。请尽早用 --people 换成真实名单。`,
  peopleErrors: (count: number) => `人员名单有${count}处必须先改正：`,
  finding: (message: string) => `  ${message}`,
  unknownBy: (by: string, people: string) =>
    `人员名单中没有“${by}”。名单中的整改办人员：${people}。`,
  severalLeaders: (seq: number, first: string, others: string) =>
    `第${seq}项写了几位责任领导，按第一位${first}办理，没有记入${others}`,
  notOffice: (by: string) => `收文由整改办办理，${by}不是整改办人员。`,
  noOffice: '人员名单中没有整改办人员，无人收文。请至少给一人加上角色“整改办”。',
  plan: (unit: string, id: string, count: number) => `${unit}（${id}）：共${count}个问题`,
  policyLine: (name: string, version: string, months: number) =>
    `  规则  ${name}（第${version}版），集中整改期${months}个月`,
  kindsLine: (words: string) => `  类型  ${words}`,
  entriesLine: (words: string) => `  起点  ${words}`,
  peopleLine: (count: number, by: string) => `  人员  ${count}人，由${by}收文`,
  dates: '  时间',
  earliestNamed: '最早的指定时限',
  periodEnd: '集中整改期满',
  date: (what: string, day: string, isPast: boolean) =>
    `    ${day}  ${what}${isPast ? '（已过）' : ''}`,
  demo: (seconds: number) => `  演示  一天只有${seconds}秒`,
  counted: (word: string, count: number) => `${word}${count}个`,
  comparison: {
    new: '  现状  尚未收过',
    interrupted: (added: number) => `  现状  上次没有收完，还有${added}个问题待收`,
    there: (same: number, changed: number, added: number, gone: number) =>
      `  现状  已收过：${same}个相同，${changed}个有改动，${added}个是新增${gone === 0 ? '' : `，${gone}个文件中已没有（不作处理）`}`,
  },
  adding: (done: number, of: number) => `正在收入问题 ${done}/${of}`,
  amending: (done: number, of: number) => `正在收入改动 ${done}/${of}`,
  done: (rectification: string, added: number, seconds: string) =>
    `已启动 ${rectification}，收入${added}个问题，用时${seconds}秒。`,
  nothingNew: (rectification: string) => `${rectification} 已收过，内容相同，没有变化。`,
  summary: (rectification: string, added: number, amended: number) =>
    `${rectification}：新收入${added}个，收入改动${amended}个。`,
  needsAmend: (changed: string, added: string) =>
    `文件与已收的不同，没有收入：${[changed === '' ? '' : `有改动的第${changed}项`, added === '' ? '' : `新增的第${added}项`].filter(Boolean).join('，')}。确要收入，请用 --amend 写明理由。`,
  refusedAmend: (seq: number, why: string) => `第${seq}项的改动没有收入：${why}`,
  others: (seq: number, fields: string) =>
    `第${seq}项还有不同：${fields}。请用 assign、reassign、request-reclassification 等办理。`,
  fields: {
    kind: '类型',
    assignment: '责任人和部门',
    number: '编号',
    section: '部分',
    group: '类别',
    publicText: '公开文字',
    withheld: '不公开理由',
    predecessor: '上轮问题',
    subFindings: '具体表现',
  } as Readonly<Record<string, string>>,
  findings: {
    dueBeforeHandover: (seq: number, due: string, from: string) =>
      `第${seq}项的时限 ${due} 早于交办日期 ${from}，收入后即按逾期提醒`,
    duePast: (seqs: string, count: number) =>
      `第${seqs}项（共${count}个）的时限已过，收入后亮红灯，并各发一次汇总提醒`,
    measureAfterProblem: (seq: number, due: string) => `第${seq}项有措施晚于问题的时限 ${due}`,
    feedbackAhead: (day: string) => `反馈日期 ${day} 在今天之后`,
    periodPast: (day: string) => `集中整改期已于 ${day} 期满`,
  },
};
