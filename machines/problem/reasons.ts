/** Why a guard forbids, in the words people read. A guard without an entry only routes. */
import type { Reason } from '../../engine/core';
import type { Role } from '../../domain/words';
import { personOf } from '../../domain/people-rules';
import { stepOf, type Chain } from '../chain';
import { deciderOf, isSender, nameOf, onlyRoles, roleWithNames, roleWord } from '../senders';
import type { ProblemContext } from './context';

interface Args {
  readonly context: ProblemContext;
  readonly event: { readonly type: string; readonly by?: unknown };
}

type Words = (args: Args) => string;

const only =
  (roles: readonly Role[], what: string): Words =>
  ({ context, event }) =>
    onlyRoles(event.by, roles, what, context);

const name = ({ context, event }: Args): string => nameOf(deciderOf(event.by), context.people);

const words: Readonly<Record<string, string | Words>> = {
  recordsRightly: ({ context, event }) => recordingWords(context, event.by),
  isKnown: ({ event }) =>
    `人员名单中没有${deciderOf(event.by) ?? '署名'}；请核对 --by，或先把此人加入 people.yaml`,
  isOffice: only(['office'], '此事'),
  isSupervisor: only(['supervisor'], '此事'),
  isOfficeOrSupervisor: only(['office', 'supervisor'], '此事'),
  isDepartment: only(['handler', 'departmentHead'], '此事'),
  isDepartmentHead: only(['departmentHead'], '此事'),
  isDepartmentOrOffice: only(['handler', 'departmentHead', 'office'], '此事'),
  mayCompleteMeasure: only(['handler', 'departmentHead', 'office'], '此事'),
  mayUrge: only(['supervisor', 'office', 'principal', 'responsibleLeader'], '督办'),
  isUrged: only(['handler', 'departmentHead', 'responsibleLeader'], '签收督办'),
  isFromRectification: '此事件只由整改工作流发出',
  didNotSubmit: (args) => `${name(args)}报送了本问题，不能审核自己报送的事项`,
  didNotReview: (args) => `${name(args)}在本次审核中已审核过，不能再审`,
  isReviewer: (args) => turnWords(args, args.context.review, '审核'),
  didNotAsk: (args) => `${name(args)}提出了申请，不能审批自己的申请`,
  didNotDecide: (args) => `${name(args)}已审批过本次申请，不能再批`,
  decidesPetition: (args) => turnWords(args, args.context.petition?.chain ?? null, '审批'),
  didNotReportUpkeep: (args) => `${name(args)}报送了本期巩固情况，不能自行认可`,
  isPetition: '没有待审批的此类申请',
  isBeforeDate: '整改时限已过，不能再办；逾期后可申请转入持续整改',
  isAfterDate: '整改时限未到，不能转入持续整改；需要更多时间请申请延期',
  extensionsLeft: ({ context }) =>
    `已延期${context.extensions}次，按规定最多${context.policy.extension.limit}次`,
  isLater: ({ context }) => `新的时限须晚于原时限${context.waits.work?.schedule?.dueOn ?? ''}`,
  isAhead: '日期不能早于今天',
  hasNoPetition: '已有一项申请在审批中，请待其办结',
  changesKind: '已是该类型，无需转类',
  knowsMeasure: '没有这项措施，或该项措施已完成',
  knowsSubFinding: '没有这项具体表现',
  knowsPeople: '其中有人员名单中没有的人；请核对，或先加入 people.yaml',
  holdsRoles: '指定的责任部门负责人或责任领导不任该职务；请核对，或先在 people.yaml 中补充其岗位',
  findsReviewers: '这样分办，审核环节将无人可审；请先为相关人员指定代理人',
  keepsChain: '改派后审核环节将无人可审；请先为相关人员指定代理人',
  replacesHolder: '原承办人不在该岗位上',
  settlesRightly: ({ context, event }) =>
    `认定情况说明、撤销${onlyRoles(event.by, ['supervisor'], '', context)}`,
  isOtherProblem: '不能并入自己',
  isAccused: '当前没有滞后标记',
  hasWorkDate: '整改时限正在推算，请稍后再试',
};

/** For the machine's definition. */
export const problemReasons = words as unknown as Readonly<Record<string, Reason>>;

function recordingWords(context: ProblemContext, by: unknown): string {
  if (!isSender(by)) return '没有署名：请用 --by 说明由谁决定';
  const recorder = personOf(by.recordedBy, context.people);
  if (recorder === null || !recorder.roles.includes('office')) {
    return `代他人登记须由整改办办理，${nameOf(by.recordedBy, context.people)}不是整改办人员`;
  }
  return '代他人登记须注明依据：签批单（signedSheet）或会议纪要（minutes）';
}

function turnWords(args: Args, chain: Chain | null, what: string): string {
  const step = chain === null ? null : stepOf(chain);
  if (chain === null || step === null) return `当前没有待${what}的环节`;
  const parties = args.context;
  if (chain.reviewer === null)
    return `${roleWord(step)}环节无人可以${what}，请整改办改派或指定代理人`;
  const who = chain.reviewer.person.map((id) => nameOf(id, parties.people)).join('、');
  const standing =
    chain.reviewer.because === 'own' ? roleWord(step) : `代${roleWithNames(step, parties)}`;
  return `现由${who}（${standing}）${what}，${name(args)}不能越序或代为${what}`;
}
