/** 收件: what will be started, looked at before anything is. */
import { catalogue } from '../../catalogue';

export const checkWords = catalogue(
  {
    check: '核对将要启动的整改',
    checkTitle: '将要启动的整改',
    blocked: {
      noProblems: '清单里没有问题。',
      noFeedbackOn: '还没有反馈日期，请在“来文”中补上。',
      noPeople: '还没有人员名单。请采用一份，或据文件起草。',
      notYou: '人员名单中没有您本人，或没有给您“整改办”的角色：收文以您本人的名义办理。',
      unknownPeople: '文件写到的人对不上名单，请在“人员”中逐一对好：',
      unfitPeople: '这份名单用不了，请先改正：',
    },
    plan: (unit: string, id: string, count: number) => `${unit}（${id}）：共${count}个问题`,
    kindsLine: '类型',
    entriesLine: '起点',
    by: '收文人',
    counted: (word: string, count: number) => `${word}${count}个`,
    dates: '最先到的日期',
    past: '（已过）',
    dateTerms: {
      acceptance: '领办时限',
      plan: '整改方案时限',
      immediate: '立行立改的整改时限',
      timeLimited: '限期整改的整改时限',
      longTerm: '长期坚持的整改时限',
      named: '最早的指定时限',
      periodEnd: '集中整改期满',
    },
    toRead: '请先看',
    severalLeaders: (seq: number, first: string, others: string) =>
      `第${seq}项写了几位责任领导，按第一位${first}办理，没有记入${others}。`,
    odd: {
      feedbackAhead: (day: string) => `反馈日期 ${day} 在今天之后。`,
      periodPast: (day: string) => `集中整改期已于 ${day} 期满。`,
      dueBeforeHandover: (seq: number, due: string, from: string) =>
        `第${seq}项的时限 ${due} 早于交办日期 ${from}，收入后即按逾期提醒。`,
      duePast: (seqs: string, count: number) =>
        `第${seqs}项（共${count}个）的时限已过，收入后亮红灯，并各发一次汇总提醒。`,
      measureAfterProblem: (seq: number, due: string) => `第${seq}项有措施晚于问题的时限 ${due}。`,
    },
    standing: '现状',
    standingNew: '尚未收过',
    standingInterrupted: (count: number) => `上次没有收完，还有${count}个问题待收`,
    standingThere: (same: number, changed: number, added: number, gone: number) =>
      `已收过：${same}个相同，${changed}个有改动，${added}个是新增，${gone}个清单中已没有（不作处理）`,
    amend: '收入改动和新增的理由',
    amendHint: '已收过的，写明理由才会收入；不写则没有变化。',
    agreeOpen: (count: number) => `还有${count}处没有核对，按读到的收文`,
    mustAgree: '还有没核对的：请回到清单核对，或勾选“按读到的收文”。',
    start: '收文，启动整改',
    idTaken: '这次整改的编号已被占用，不能收文。请联系管理员。',
  },
  {
    check: 'See what will be started',
    checkTitle: 'What will be started',
    blocked: {
      noProblems: 'The list has no problems.',
      noFeedbackOn: 'There is no day of feedback yet: add it under “The document”.',
      noPeople: 'There is no list of people yet. Take one, or draft it from the file.',
      notYou:
        'You are not in the list of people, or without the role “office”: you receive in your own name.',
      unknownPeople: 'People named in the file do not match the list; match them under “People”:',
      unfitPeople: 'This list of people will not do; correct first:',
    },
    plan: (unit: string, id: string, count: number) => `${unit} (${id}): ${count} problems`,
    kindsLine: 'Kinds',
    entriesLine: 'Begin as',
    by: 'Received by',
    counted: (word: string, count: number) => `${word}: ${count}`,
    dates: 'First dates',
    past: '(past)',
    dateTerms: {
      acceptance: 'acceptance due',
      plan: 'plan due',
      immediate: 'immediate problems due',
      timeLimited: 'time-limited problems due',
      longTerm: 'phase results due',
      named: 'earliest named date',
      periodEnd: 'end of the concentrated period',
    },
    toRead: 'Read first',
    severalLeaders: (seq: number, first: string, others: string) =>
      `No. ${seq} names several leaders: ${first} is taken, ${others} is not.`,
    odd: {
      feedbackAhead: (day: string) => `The day of feedback, ${day}, is in the future.`,
      periodPast: (day: string) => `The concentrated period ended on ${day}.`,
      dueBeforeHandover: (seq: number, due: string, from: string) =>
        `No. ${seq} is due on ${due}, before it was handed over on ${from}: it will be overdue at once.`,
      duePast: (seqs: string, count: number) =>
        `No. ${seqs} (${count}): the date is past; the lamp will be red, and each gets one summary.`,
      measureAfterProblem: (seq: number, due: string) =>
        `No. ${seq} has a measure later than its due date ${due}.`,
    },
    standing: 'So far',
    standingNew: 'not received yet',
    standingInterrupted: (count: number) => `interrupted before, ${count} problems to go`,
    standingThere: (same: number, changed: number, added: number, gone: number) =>
      `received before: ${same} the same, ${changed} changed, ${added} new, ${gone} no longer in the list (left alone)`,
    amend: 'Why changes and additions are taken in',
    amendHint: 'What was received before is changed only with a reason.',
    agreeOpen: (count: number) => `${count} not checked yet: receive them as read`,
    mustAgree: 'Something is not checked yet: check it, or tick “receive them as read”.',
    start: 'Receive and start',
    idTaken:
      'The id of this rectification is taken; it cannot be received. Tell the administrator.',
  },
);
