/** What the Temporal UI, the journal and the query show of a problem: so that an operator needs nothing else. */
import type {
  Describe,
  EventDescription,
  Invoke,
  JsonObject,
  Json,
  Standing,
  Timer,
  Work,
} from '../../engine/core';
import type { Schedule, Wait } from '../../domain/schedule';
import { dueTerms } from '../../domain/wait-words';
import { hasIncident, incidentRows } from '../incident-rows';
import { lastSecond, localTime } from '../local-time';
import type { RemindRequest } from '../../domain/remind-request';
import { roleWord, nameOf } from '../senders';
import { kindWords, lampWords, stageWords, statusWords } from '../words';
import { actingIds, actingOf, type Acting } from './acting';
import type { ProblemContext } from './context';
import { problemEvents } from './events';
import { lampOf, mainWait, type MainWait } from './lamp';
import { stageOf, statusOf, type Stage } from './stage';

const contextOf = (standing: Standing): ProblemContext =>
  standing.snapshot.context as ProblemContext;

export const describeProblem: Describe = {
  line: (standing) => {
    const context = contextOf(standing);
    const stage = stageOf(standing.snapshot);
    return {
      stage,
      lamp: lampOf(context),
      kind: context.kind,
      round: context.round,
      status: statusOf(context, stage, false),
      dueOn: mainWait(context)?.state.schedule?.dueOn ?? null,
    };
  },
  facts: (standing) => factsOf(contextOf(standing), stageOf(standing.snapshot)),
  details: (standing) => detailsOf(standing),
  attributes: (standing) => attributesOf(standing),
  context: (standing) => {
    const context = contextOf(standing);
    const { policy: _policy, people: _people, ...shown } = context;
    const stage = stageOf(standing.snapshot);
    const seen = {
      stage,
      lamp: lampOf(context),
      acting: actingOf(context, stage),
      status: statusOf(context, stage, false),
    };
    return { ...shown, ...seen } as unknown as JsonObject;
  },
};

/** What the ledger and its documents say of a problem besides where it stands. Values are the context's own or texts: what is made anew would be new each time. */
function factsOf(context: ProblemContext, stage: Stage): JsonObject {
  const { assignment, people } = context;
  const { responsibleLeader } = assignment;
  // One literal: it is made twice a step, and spreading costs ten times as much.
  const facts = {
    unit: context.unit,
    seq: context.seq,
    number: context.number,
    section: context.section,
    group: context.group,
    title: context.title,
    predecessor: context.predecessor,
    publicText: context.publicText,
    withheld: context.withheld,
    department: assignment.department,
    assisting: assignment.assisting,
    handlers: assignment.handlers,
    departmentHead: assignment.departmentHead,
    responsibleLeader: responsibleLeader === null ? null : nameOf(responsibleLeader, people),
    dueWords: context.dueWords,
    measures: context.measures,
    subFindings: context.subFindings,
    outcome: context.outcome,
    mergedInto: context.mergedInto,
    submittedOnTime: context.submission?.onTime ?? null,
    suspendedUntil: context.suspension?.until ?? null,
    carriedOver: context.carriedOver,
    petition: context.petition?.kind ?? null,
    reviewers: context.review?.reviewer?.person ?? null,
    deciders: context.petition?.chain.reviewer?.person ?? null,
    urge: context.urge,
    acting: actingIds(context, stage),
    extensions: context.extensions,
  };
  return facts as unknown as JsonObject;
}

function attributesOf(standing: Standing): JsonObject {
  const context = contextOf(standing);
  const leader = context.assignment.responsibleLeader;
  const dueAt = mainWait(context)?.state.schedule?.dueAt;
  return {
    Unit: keyword(context.unit),
    Rectification: context.rectification,
    ProblemNumber: context.seq,
    Title: context.title,
    Kind: context.kind,
    Stage: stageOf(standing.snapshot),
    Lamp: lampOf(context),
    ResponsibleLeader: leader === null ? null : nameOf(leader, context.people),
    Department: keyword(context.assignment.department),
    DueAt: dueAt === undefined ? null : lastSecond(dueAt),
    NextAt: nextAt(standing),
    Round: context.round,
    Incident: hasIncident(standing),
  };
}

/** Keywords of more than 255 characters are not taken by the server. */
function keyword(text: string | null): string | null {
  return text?.slice(0, 200) ?? null;
}

function nextAt(standing: Standing): string | null {
  const instants = standing.timers.map((timer) => timer.dueAt).sort();
  return instants[0] ?? null;
}

function detailsOf(standing: Standing): string {
  const context = contextOf(standing);
  const stage = stageOf(standing.snapshot);
  const waiting = mainWait(context);
  const rows = [
    `### ${context.seq}. ${context.title}`,
    '',
    `- **现状**：${stageWords[stage]}，${lampWords[lampOf(context)]}，${kindWords[context.kind]}，第${context.round}轮`,
    `- **报告口径**：${statusWords[statusOf(context, stage, false)]}`,
    `- **应办**：${actingWords(actingOf(context, stage))}`,
    ...dueRows(waiting),
    ...(context.behind === null ? [] : [`- **黄灯原因**：${context.behind}`]),
    ...(context.petition === null
      ? []
      : [`- **待审批**：${petitionWords[context.petition.kind]}（${context.petition.reason}）`]),
    ...(context.urge === null
      ? []
      : [`- **督办**：${context.urge.text}（${context.urge.due} 前签收）`]),
    ...(context.suspension === null
      ? []
      : [`- **暂缓**：${context.suspension.reason}（${context.suspension.until} 复核）`]),
    ...timerRows(standing, context),
    ...incidentRows(standing),
    ...becauseRows(waiting?.state.schedule ?? null),
    '',
    `可办事项（任一项均可在本页发送同名 Signal，\`by\` 写决定人编号）：${mayWords(standing)}`,
  ];
  return rows.join('\n');
}

/** With the ids that a signal sent from the page needs as `by`. */
function actingWords({ who, persons }: Acting): string {
  return persons.length === 0
    ? who
    : `${who}（编号 ${persons.map((id) => `\`${id}\``).join('、')}）`;
}

const petitionWords = {
  extension: '延期申请',
  carryOver: '转入持续整改申请',
  reclassification: '转类申请',
  explanation: '情况说明',
} as const;

function dueRows(waiting: MainWait | null): readonly string[] {
  const schedule = waiting?.state.schedule ?? null;
  return waiting === null || schedule === null ? [] : [dueRow(waiting.wait, schedule)];
}

function dueRow(wait: Wait, schedule: Schedule): string {
  return `- **${dueTerms[wait]}**：${schedule.dueOn} 24:00${schedule.provisional ? '（暂定，节假日安排未公布）' : ''}`;
}

function timerRows(standing: Standing, context: ProblemContext): readonly string[] {
  const inOrder = [...standing.timers].sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  return inOrder.map(
    (timer) =>
      `- **下一次**：${localTime(context.clock, timer.dueAt)} ${explainProblemTimer(timer, standing)}`,
  );
}

function becauseRows(schedule: Schedule | null): readonly string[] {
  return schedule === null
    ? []
    : ['', '**时限推算**', '', ...schedule.because.map((sentence) => `- ${sentence}`)];
}

/** The events that the state listens to, whoever sends them: the UI cannot know who looks. */
function mayWords(standing: Standing): string {
  const heard = new Set(
    standing.snapshot._nodes.flatMap((node: { ownEvents: readonly string[] }) => node.ownEvents),
  );
  const described = Object.entries<EventDescription>(problemEvents).filter(
    ([type, { internal }]) => heard.has(type) && !internal,
  );
  return described.map(([type, { title }]) => `${title} \`${type}\``).join('、') || '无';
}

/** `提醒 经办人、责任领导：距整改时限还有7天` for the timer of a wait. */
export function explainProblemTimer(timer: Timer, standing: Standing): string {
  const context = contextOf(standing);
  const wait = /\bnext\.(\w+)\./.exec(timer.event.type)?.[1] as Wait | undefined;
  const waiting = wait === undefined ? undefined : context.waits[wait];
  const milestone = waiting?.schedule?.milestones[waiting.reached] ?? nextMeasure(timer, context);
  if (milestone === undefined) return timer.event.type;
  const told = milestone.audience.map(roleWord).join('、');
  return told === '' ? milestone.why : `提醒 ${told}：${milestone.why}`;
}

function nextMeasure(timer: Timer, context: ProblemContext) {
  return timer.event.type.includes('nextMeasure')
    ? context.measureWatch?.milestones[context.measureWatch.reached]
    : undefined;
}

export function explainProblemWork(work: Work, standing: Standing): string {
  const { seq } = contextOf(standing);
  switch (work.kind) {
    case 'act':
      return work.name === 'remind'
        ? remindWords(work.input as unknown as RemindRequest)
        : work.name;
    case 'invoke':
      return `推算${dueTerms[(work.actor.split('.')[1] ?? 'measure') as Wait]}`;
    case 'signal':
      return `向整改台账报告第${seq}项现状`;
    case 'startChild':
      return work.name;
  }
}

function remindWords(request: RemindRequest): string {
  const names = request.recipients
    .map(({ person, role }) => `${roleWord(role)} ${person.name}`)
    .join('、');
  return `提醒 ${names}：${request.why}`;
}

/** The journal keeps the date, its derivation and how many milestones were planned; not the milestones themselves. */
export function briefProblemOutcome(work: Work, output: Json): Json {
  if (work.kind !== 'invoke' || work.name !== 'schedule') return isMeasures(work) ? null : output;
  const { dueOn, dueAt, because, provisional } = output as unknown as Schedule;
  return { wait: waitOf(work), dueOn, dueAt, because: [...because], provisional };
}

/** The wait whose date it works out: its region's actor is named for it. */
const waitOf = ({ actor }: Invoke): string => actor.split('.')[1] ?? '';

const isMeasures = (work: Work): work is Invoke =>
  work.kind === 'invoke' && work.name === 'scheduleMeasures';
