/** What the Temporal UI, the journal and the query show of a problem: so that an operator needs nothing else. */
import type { Describe, Invoke, JsonObject, Json, State, Timer, Work } from '../../engine/core';
import type { Schedule, Wait } from '../../domain/schedule';
import { dueTerms } from '../../domain/wait-words';
import { localTime } from '../local-time';
import type { RemindRequest } from '../../domain/remind-request';
import { roleWord, nameOf } from '../senders';
import { kindWords, lampWords, stageWords, statusWords } from '../words';
import { actingOf } from './acting';
import type { ProblemContext } from './context';
import { lampOf, mainWait } from './lamp';
import { stageOf, statusOf } from './stage';

const contextOf = (state: State): ProblemContext => state.snapshot.context as ProblemContext;

export const describeProblem: Describe = {
  line: (state) => {
    const context = contextOf(state);
    const stage = stageOf(state.snapshot);
    return {
      stage,
      lamp: lampOf(context),
      kind: context.kind,
      round: context.round,
      dueOn: mainWait(context)?.state.schedule?.dueOn ?? null,
    };
  },
  details: (state) => detailsOf(state),
  attributes: (state) => attributesOf(state),
  context: (state) => {
    const { policy: _policy, people: _people, ...shown } = contextOf(state);
    const stage = stageOf(state.snapshot);
    const standing = {
      stage,
      lamp: lampOf(shown as ProblemContext),
      acting: actingOf(contextOf(state), stage),
    };
    return {
      ...shown,
      ...standing,
      status: statusOf(contextOf(state), stage, false),
    } as unknown as JsonObject;
  },
};

function attributesOf(state: State): JsonObject {
  const context = contextOf(state);
  const leader = context.assignment.responsibleLeader;
  const dueAt = mainWait(context)?.state.schedule?.dueAt ?? null;
  return {
    Unit: context.unit,
    Rectification: context.rectification,
    ProblemNumber: context.seq,
    Title: context.title,
    Kind: context.kind,
    Stage: stageOf(state.snapshot),
    Lamp: lampOf(context),
    ResponsibleLeader: leader === null ? null : nameOf(leader, context.people),
    Department: context.assignment.department,
    DueAt: dueAt,
    NextAt: nextAt(state),
    Round: context.round,
    Incident: state.work.some((work) => work.parked !== null),
  };
}

function nextAt(state: State): string | null {
  const instants = state.timers.map((timer) => timer.dueAt).sort();
  return instants[0] ?? null;
}

function detailsOf(state: State): string {
  const context = contextOf(state);
  const stage = stageOf(state.snapshot);
  const waiting = mainWait(context);
  const rows = [
    `### ${context.seq}. ${context.title}`,
    '',
    `- **现状**：${stageWords[stage]}，${lampWords[lampOf(context)]}，${kindWords[context.kind]}，第${context.round}轮`,
    `- **报告口径**：${statusWords[statusOf(context, stage, false)]}`,
    `- **应办**：${actingOf(context, stage).who}`,
    ...(waiting?.state.schedule == null ? [] : [dueRow(waiting.wait, waiting.state.schedule)]),
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
    ...timerRows(state, context),
    ...incidentRows(state),
    ...becauseRows(waiting?.state.schedule ?? null),
    '',
    `可办事项（任一项均可在本页发送同名 Signal，\`by\` 写决定人编号）：${mayWords(state)}`,
  ];
  return rows.join('\n');
}

const petitionWords = {
  extension: '延期申请',
  carryOver: '转入持续整改申请',
  reclassification: '转类申请',
  explanation: '情况说明',
} as const;

function dueRow(wait: Wait, schedule: Schedule): string {
  return `- **${dueTerms[wait]}**：${schedule.dueOn} 24:00${schedule.provisional ? '（暂定，节假日安排未公布）' : ''}`;
}

function timerRows(state: State, context: ProblemContext): readonly string[] {
  return state.timers.map(
    (timer) =>
      `- **下一次**：${localTime(context.clock, timer.dueAt)} ${explainProblemTimer(timer, state)}`,
  );
}

function incidentRows(state: State): readonly string[] {
  const parked = state.work.filter((work) => work.parked !== null);
  return parked.map(
    (work) =>
      `- **故障**：${work.name}（${work.parked?.error.message ?? ''}），处理后执行 \`zhenggai retry\``,
  );
}

function becauseRows(schedule: Schedule | null): readonly string[] {
  return schedule === null
    ? []
    : ['', '**时限推算**', ...schedule.because.map((sentence) => `- ${sentence}`)];
}

/** The events that the state listens to, whoever sends them: the UI cannot know who looks. */
function mayWords(state: State): string {
  const heard = new Set(
    state.snapshot._nodes.flatMap((node: { ownEvents: readonly string[] }) => node.ownEvents),
  );
  const described = Object.entries(state.definition.events).filter(
    ([type, { internal }]) => heard.has(type) && !internal,
  );
  return described.map(([type, { title }]) => `${title} \`${type}\``).join('、') || '无';
}

/** `提醒 经办人、责任领导：距整改时限还有7天` for the timer of a wait. */
export function explainProblemTimer(timer: Timer, state: State): string {
  const context = contextOf(state);
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

export function explainProblemWork(work: Work, state: State): string {
  const { seq } = contextOf(state);
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
  return { dueOn, dueAt, because: [...because], provisional };
}

const isMeasures = (work: Work): work is Invoke =>
  work.kind === 'invoke' && work.name === 'scheduleMeasures';
