/** All that the command says, in Chinese. Another language is another object of the type `Messages`. */
import type { FieldFault, FieldShape, Why } from '../../engine/core';
import type { Basis, Outcome, Recurrence, Role } from '../../domain/words';
import { roleTerms } from '../../domain/role-terms';
import type { Wait } from '../../domain/schedule';
import { dueTerms } from '../../domain/wait-words';
import { evidenceWords } from './evidence';
import { importingWords } from './importing';
import { kindWords, lampWords, stageWords, statusWords } from '../../machines';

export type Messages = typeof zh;

const outcomes: Readonly<Record<Outcome, string>> = {
  rectified: '已整改',
  explained: '情况说明',
  withdrawn: '撤销',
  merged: '并入',
};

const recurrences: Readonly<Record<Recurrence, string>> = {
  monthly: '每月',
  quarterly: '每季度',
  halfYearly: '每半年',
  yearly: '每年',
};

const bases: Readonly<Record<Basis, string>> = {
  signedSheet: '签批单',
  minutes: '会议纪要',
  ownSignIn: '本人办理',
};

const verdicts = { passed: '通过', relapsed: '反弹' } as const;

/** What the words of a field stand for: either may be typed. */
const values: Readonly<Record<string, string>> = {
  ...kindWords,
  ...outcomes,
  ...recurrences,
  ...verdicts,
  ...bases,
  ...(roleTerms satisfies Readonly<Record<Role, string>>),
};

/** Why the engine does not take an event; the machine's own words where it gives some. */
const refusals: Readonly<Record<Why['code'], (text: string) => string>> = {
  unknownEvent: () => '没有这种事项',
  fields: (text) => `填写的内容不对：${text}`,
  tooLarge: () => '内容过长（上限 64 KB），请精简，或改为附件',
  notNow: () => '现阶段不办理此事',
  forbidden: (text) => text,
  error: (text) => `处理时出错：${text}`,
  finished: () => '已办结，不再办理（记录反弹 relapse 可以重新整改）',
};

const faults: Readonly<Record<FieldFault['code'], (expected: string) => string>> = {
  missing: (expected) => `没有填写；应为${expected}`,
  unknown: () => '没有这一项',
  type: (expected) => `应为${expected}`,
  size: (expected) => `过长；应为${expected}`,
  value: (expected) => `应为${expected}`,
};

function shapeWords(shape: FieldShape): string {
  switch (shape.type) {
    case 'text':
      return `文字，不为空，至多${shape.max}字`;
    case 'integer':
      return `${shape.min}到${shape.max}的整数`;
    case 'boolean':
      return 'true 或 false';
    case 'date':
      return '日历上存在的日期，写成 2026-11-02';
    case 'oneOf':
      return shape.values.map((value) => choice(value)).join('、') + '之一';
    case 'list':
      return `至多${shape.max}项，每项为${shapeWords(shape.of)}`;
    case 'object':
      return `含有 ${Object.entries(shape.fields)
        .map(([name, field]) => `${name}（${field.title}${field.optional ? '，可不填' : ''}）`)
        .join('、')} 的一项`;
    case 'file':
      return evidenceWords.file;
    case 'json':
      return `JSON，至多${shape.max}字`;
  }
}

const choice = (value: string): string => {
  const word = Object.hasOwn(values, value) ? values[value] : undefined;
  return word === undefined ? value : `${value}（${word}）`;
};

/** What stands in an example for a field of this shape. */
function sample(shape: FieldShape): string {
  switch (shape.type) {
    case 'text':
      return '…';
    case 'integer':
      return '1';
    case 'boolean':
      return 'true';
    case 'date':
      return '2026-12-31';
    case 'oneOf':
      return shape.values[0] ?? '…';
    case 'list':
      return shape.of.type === 'object' || shape.of.type === 'json'
        ? '文件.yaml'
        : sample(shape.of);
    case 'file':
      return '合同.pdf';
    case 'object':
    case 'json':
      return '文件.yaml';
  }
}

export const zh = {
  stages: stageWords,
  kinds: kindWords,
  lamps: lampWords,
  statuses: statusWords,
  roles: roleTerms,
  waits: dueTerms satisfies Readonly<Record<Wait, string>>,
  outcomes,
  recurrences,
  bases,
  values,
  refusals,
  faults,
  shape: shapeWords,
  sample,
  /** Stages of a rectification as a whole. */
  wholeStages: {
    planning: '拟定方案',
    planReview: '方案审核中',
    rectifying: '整改中',
    reporting: '拟写报告',
    publishing: '公开中',
    lookBack: '待回头看',
    closed: '已办结',
  } as Readonly<Record<string, string>>,

  program: {
    description: '整改：把巡察反馈的每个问题作为一条长期流程来办，按时提醒，逐级督办，办结留痕。',
    help: '显示帮助',
    version: '显示版本',
    example: '示例',
    /** Of the commands that bring their own words. */
    examples: {
      up: 'zhenggai up\n  ZHENGGAI_HOME=/srv/zhenggai zhenggai up --port 7233',
      worker: 'TEMPORAL_ADDRESS=temporal.example.org:7233 zhenggai worker --register',
    } as Readonly<Record<string, string>>,
    groups: {
      start: '启动与收文：',
      look: '查看：',
      problem: '办理问题：',
      rectification: '办理整改总体：',
      keep: '备份与移交：',
      repair: '排除故障：',
    },
    /** Commander's own headings. */
    headings: {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Commands:': '命令：',
    } as Readonly<Record<string, string>>,
    usage: '<命令> [选项]',
    subUsage: '[选项]',
  },

  options: {
    json: '输出 JSON，便于程序读取',
    by: '由谁决定：人员编号或姓名',
    recordedBy: '由谁登记（代他人登记须由整改办办理）',
    basis: '代登记的依据：signedSheet（签批单）或 minutes（会议纪要）',
    commandId: '命令编号；同一编号重复发送只办一次',
    person: '<人员>',
    basisValue: '<依据>',
    text: '<文字>',
    optional: '可不填',
    repeatable: '可重复',
    fileOrInline: 'YAML/JSON 文件，或直接写 JSON',
  },

  usage: {
    unknownCommand: (name: string, like: string) =>
      `没有 ${name} 这个命令${like === '' ? '。' : `，是否要用 ${like}？`}用 zhenggai --help 查看全部命令。`,
    unknownOption: (name: string, like: string) =>
      `没有 ${name} 这个选项${like === '' ? '。' : `，是否要用 ${like}？`}`,
    missingArgument: (name: string) => `没有写明${name}。`,
    missingValue: (option: string) => `${option} 后面没有写内容。`,
    missingOption: (option: string) => `没有写明 ${option}。`,
    excess: '写多了参数：含空格的文字请加引号。',
    invalid: (text: string) => text,
    seeHelp: (command: string) => `用 ${command} --help 查看用法和示例。`,
    noBy: '没有署名：请用 --by 写明由谁决定，如 --by he-jing。',
    badBasis: (given: string) =>
      `--basis 应为 signedSheet（签批单）或 minutes（会议纪要），不是“${given}”。`,
    basisWithoutRecorder: '--basis 须与 --recorded-by 一起使用。',
    recorderWithoutBasis:
      '代他人登记（--recorded-by）须用 --basis 注明依据：signedSheet（签批单）或 minutes（会议纪要）。',
    badTarget: (given: string) =>
      `“${given}”不是问题的编号。可以写序号 7、范围 5-9、<整改>/7，或完整编号 problem/<整改>/7。`,
    badRange: (given: string) => `“${given}”的范围不对：应从小到大，一次至多 2000 项。`,
    badRectification: (given: string) =>
      `“${given}”不是整改的编号，应如 20261102-3fa9 或 rectification/20261102-3fa9。`,
    noOpenRectification: '目前没有正在进行的整改，请写完整编号：<整改>/<序号>。',
    severalRectifications: (ids: string) => `正在进行的整改不止一个，请写明是哪个：${ids}。`,
    badChoice: (option: string, given: string, choices: string) =>
      `${option} 没有“${given}”这个值，可用：${choices}。`,
    samePersonName: (name: string, ids: string) => `名叫${name}的不止一人，请写编号：${ids}。`,
    field: (option: string, where: string, what: string) => `${option}${where}：${what}。`,
    place: (names: string) => ` 的 ${names}`,
    badFile: (option: string, why: string) => `${option} 的文件或内容读不出来：${why}。`,
  },

  server: {
    none: (store: string) =>
      `没有找到正在运行的服务（${store} 中没有记录）。请先运行 zhenggai up，或用 TEMPORAL_ADDRESS 指定服务地址。`,
    unreachable: (address: string, seconds: number) =>
      `服务 ${address} 在${seconds}秒内没有应答。请确认 zhenggai up 正在运行，或 TEMPORAL_ADDRESS 是否正确。`,
    noWorker: (workflow: string, seconds: number) =>
      `服务在运行，但没有 worker 在${seconds}秒内应答（${workflow}）。请确认 zhenggai up 或 zhenggai worker 正在运行。`,
    lost: (seconds: number) => `服务在${seconds}秒内没有应答。请稍后再试；重复执行不会办两次。`,
    unknownOutcome: (workflow: string, id: string) =>
      `${workflow} 没有及时应答，可能已办也可能未办。请用 --command-id ${id} 再发一次，不会办两次。`,
  },

  errors: {
    noTarget: (workflow: string) => `没有 ${workflow}：请核对编号，或用 zhenggai list 查看。`,
    refusal: (workflow: string, event: string, why: string) =>
      `${workflow} 没有接受“${event}”：${why}`,
    noFile: (file: string) => `没有文件 ${file}。`,
    noAccess: (file: string) => `文件 ${file} 打不开：没有权限，或它是文件夹。`,
    unexpected: (message: string) =>
      `程序出错：${message}。设 ZHENGGAI_DEBUG=1 再运行可看到详细信息。`,
    noSearch: '这台服务不支持列表查询，请写完整编号：problem/<整改>/<序号>。',
  },

  commands: {
    import: importingWords,
    receive: {
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
      entries: {
        unassigned: '待分办',
        accepting: '待领办',
        planning: '待方案获批',
        rectifying: '整改中',
        upkeep: '常态化巩固',
        signedOff: '已销号',
        closed: '已办结',
      },
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
    },
    list: {
      description: '列出问题',
      example: 'zhenggai list --lamp 红\n  zhenggai list --person 马琳 --stage 整改中 --json',
      lamp: '亮灯：normal/正常、approaching/蓝、behind/黄、overdue/红；可重复',
      kind: '整改类型；可重复',
      stage: '阶段；可重复',
      person: '某人应办或承办的（编号或姓名）',
      rectification: '某次整改的',
      department: '某部门的',
      open: '只看没有办结的',
      columns: ['问题', '类型', '阶段', '灯', '时限', '责任部门', '责任领导', '问题内容'],
      none: '没有符合条件的问题。',
      count: (count: number) => `共${count}个`,
      lampShort: { normal: '·', approaching: '蓝', behind: '黄', overdue: '红' },
      incident: '（有故障）',
    },
    watch: {
      description: '持续显示变化，按 Ctrl-C 结束',
      example: 'zhenggai watch --lamp 红',
      appeared: '新增',
      changed: '变化',
      gone: '移出',
    },
    show: {
      description: '查看一个问题或一次整改的全部情况',
      target: '问题或整改',
      targetHelp: '序号 7、<整改>/7、完整编号，或整改的编号',
      example:
        'zhenggai show 7\n  zhenggai show 20261102-3fa9/7 --by 马琳\n  zhenggai show 20261102-3fa9',
      by: '只看此人现在可办什么',
      title: (seq: number, title: string) => `第${seq}项 ${title}`,
      wholeTitle: (unit: string, feedbackOn: string, count: number) =>
        `${unit}整改（${feedbackOn}反馈，共${count}项）`,
      standing: (stage: string, kind: string, lamp: string, round: number) =>
        `${stage}，${kind}，${lamp}${round > 1 ? `，第${round}轮` : ''}`,
      labels: {
        workflow: '编号',
        standing: '现状',
        status: '报告口径',
        acting: '应办',
        department: '责任部门',
        behind: '黄灯原因',
        petition: '待审批',
        submission: '报送',
        review: '审核',
        urge: '督办',
        suspension: '暂缓',
        progress: '最近进展',
        upkeep: '巩固',
        signedOff: '销号',
        outcome: '结果',
        predecessor: '上轮问题',
        problems: '问题',
        plan: '整改方案',
        owing: '待报进展',
        periodEnd: '集中整改期满时',
      },
      dates: '时限',
      date: (what: string, dueOn: string, provisional: boolean) =>
        `  ${what}  ${dueOn} 24:00${provisional ? '（暂定，节假日安排未公布）' : ''}`,
      because: (sentence: string) => `    - ${sentence}`,
      pending: (what: string) => `  ${what}  正在推算`,
      coming: '接下来',
      next: (when: string, what: string) => `  ${when}  ${what}`,
      told: (audience: string, why: string) => (audience === '' ? why : `提醒 ${audience}：${why}`),
      more: '  ……（其后还有）',
      measures: '措施',
      measure: (ordinal: number, text: string, notes: string) =>
        `  ${ordinal}. ${text}${notes === '' ? '' : `（${notes}）`}`,
      measureDone: '已完成',
      measureOpen: '未完成',
      subFindings: '具体表现',
      incidents: '故障',
      may: '现在可办',
      mayNothing: '  此时无人可办',
      mayOf: (title: string, command: string, names: string) => `  ${title} ${command}：${names}`,
      mayOne: (title: string, command: string) => `  ${title} ${command}`,
      petitions: {
        extension: '延期',
        carryOver: '转入持续整改',
        reclassification: '转类',
        explanation: '情况说明',
      },
      petition: (what: string, reason: string, due: string | null, reviewer: string) =>
        `申请${what}${due === null ? '' : `至 ${due}`}：${reason}；现由${reviewer}审批`,
      nobody: '无人',
      submission: (name: string, at: string, onTime: boolean) =>
        `${name}于 ${at} 报送（${onTime ? '按时' : '逾期'}）`,
      urge: (text: string, due: string, name: string) => `${name}：${text}（${due} 前签收）`,
      suspension: (reason: string, until: string) => `${reason}（${until} 复核）`,
      progress: (text: string, name: string, at: string) => `${text}（${name}，${at}）`,
      upkeep: (cycle: number, cycles: number, months: number) =>
        `第${cycle}期，共${cycles}期，每${months}个月报一次`,
      signedOff: (name: string, at: string) => `${name}于 ${at} 销号`,
      planApproved: (at: string) => `已于 ${at} 审定`,
      planOpen: '未审定',
      closed: '已办结',
    },
    send: {
      target: '问题',
      targetHelp: '序号 7、多个 1 2 5-9、<整改>/7，或完整编号',
      wholeTarget: '整改',
      wholeTargetHelp: '整改的编号；只有一次整改在进行时可不写',
      bothHelp: '问题（同上），或 rectification/<编号>',
      accepted: (workflow: string, title: string, stage: string) =>
        `✓ ${workflow}  ${title}：现为${stage}`,
      repeated: (workflow: string, title: string, stage: string) =>
        `✓ ${workflow}  ${title}：此前已办，现为${stage}`,
      refused: (workflow: string, title: string, why: string) => `✗ ${workflow}  ${title}：${why}`,
      accepts: (events: string) => `    此人现在可办：${events}`,
      acceptsNothing: '    此人现在没有可办的事项',
      notFound: (workflow: string) => `✗ ${workflow}：没有这个问题或整改，请核对编号`,
      unreachable: (workflow: string, id: string) =>
        `✗ ${workflow}：服务没有应答，多半没有办理；服务恢复后请用 --command-id ${id} 再发一次，不会办两次`,
      unknown: (workflow: string, id: string) =>
        `? ${workflow}：没有及时应答，可能已办也可能未办；请用 --command-id ${id} 再发一次，不会办两次`,
      eventHelp: (title: string) => title,
      nothing: '没有写明问题。',
    },
    reassign: {
      description: '改派；不写问题时，把某人承办的全部问题改派给他人',
      example:
        'zhenggai reassign 7 --by he-jing --role handler --from ma-lin --to qian-jin\n  zhenggai reassign --from ma-lin --to qian-jin --by he-jing',
      allNeeds: '不写问题时须写明 --from 和 --to：把前者承办的全部问题改派给后者。',
      none: (from: string) => `没有由${from}承办的未办结问题。`,
    },
    incidents: {
      description: '列出出了故障、等待处理的事项：问题、整改整体和没有送达的提醒',
      example: 'zhenggai incidents',
      none: '没有故障。',
      row: (workflow: string, effect: string, name: string, message: string, at: string) =>
        `${workflow}  ${name}  ${at}\n  ${message}\n  zhenggai retry ${workflow} ${effect} --by <人员>`,
    },
    retry: {
      description: '故障排除后，再试一次没有办成的事',
      effect: '故障',
      effectHelp: '故障的编号或名称，见 zhenggai incidents；不写则重试其全部故障',
      example: 'zhenggai retry 7 --by he-jing',
      noIncident: (workflow: string) => `${workflow} 没有这样的故障。`,
      retried: (workflow: string, name: string) => `✓ ${workflow}  正在重试 ${name}`,
    },
  },
};
