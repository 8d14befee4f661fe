/** What the Temporal UI, the journal and the query show of a rectification. */
import type { Describe, Json, JsonObject, Standing, Timer, Work } from '../../engine/core';
import { rectificationTitle } from '../../domain/rectification-title';
import { dueTerms } from '../../domain/wait-words';
import type { Schedule, Wait } from '../../domain/schedule';
import type { Lamp } from '../../domain/words';
import { hasIncident, incidentRows } from '../incident-rows';
import { lastSecond, localTime } from '../local-time';
import type { Stage } from '../problem/stage';
import type { RemindRequest } from '../../domain/remind-request';
import { roleWord } from '../senders';
import { worse } from '../waits';
import { stageWords, statusWords } from '../words';
import type { ProblemStanding, RectificationContext } from './context';
import { owing } from './progress';

const contextOf = (standing: Standing): RectificationContext =>
  standing.snapshot.context as RectificationContext;

const has = (standing: Standing, tag: string): boolean =>
  (standing.snapshot.tags as ReadonlySet<string>).has(tag);

/** Where the whole stands, in one word. */
export function rectificationStage(standing: Standing): string {
  const tags = ['closed', 'lookBack', 'publishing', 'reporting', 'planReview', 'planning'];
  return tags.find((tag) => has(standing, tag)) ?? 'rectifying';
}

const words: Readonly<Record<string, string>> = {
  closed: '已办结',
  lookBack: '待回头看',
  publishing: '公开中',
  reporting: '拟写报告',
  planReview: '方案审核中',
  planning: '拟定方案',
  rectifying: '整改中',
};

function lampOf({ waits }: RectificationContext): Lamp {
  return Object.values(waits).reduce<Lamp>((lamp, wait) => worse(lamp, wait.lamp), 'normal');
}

export const describeRectification: Describe = {
  line: (standing) => ({ stage: rectificationStage(standing), lamp: lampOf(contextOf(standing)) }),
  facts: (standing) => factsOf(contextOf(standing)),
  details: detailsOf,
  attributes: attributesOf,
  context: (standing) => {
    const { policy: _policy, ...shown } = contextOf(standing);
    return {
      ...shown,
      stage: rectificationStage(standing),
      lamp: lampOf(contextOf(standing)),
      owing: [...owing(contextOf(standing))],
    } as unknown as JsonObject;
  },
};

/** What the ledger and its documents say of it besides where it stands. Values are the context's own, never made here. */
function factsOf(context: RectificationContext): JsonObject {
  const { unit, inspectedBy, feedbackOn, takenOver, people, clock } = context;
  const { plan, periodEnd, report, publicity, replies, lookedBack } = context;
  const facts = {
    ...{ unit, inspectedBy, feedbackOn, takenOver, people, clock },
    ...{ periodEnd, publicity, replies, lookedBack },
    // What began before it was kept has none.
    inspection: (context.inspection as RectificationContext['inspection'] | undefined) ?? null,
    policy: context.policy.name,
    policyVersion: context.policy.version,
    planApprovedAt: plan.approvedAt,
    reportApprovedAt: report.approvedAt,
  };
  return facts as unknown as JsonObject;
}

function attributesOf(standing: Standing): JsonObject {
  const context = contextOf(standing);
  const due = Object.values(context.waits).flatMap(({ schedule }) =>
    schedule === null ? [] : [lastSecond(schedule.dueAt)],
  );
  return {
    Unit: context.unit,
    Rectification: context.rectification,
    Title: rectificationTitle(context.unit, context.feedbackOn),
    Stage: rectificationStage(standing),
    Lamp: lampOf(context),
    DueAt: due.sort()[0] ?? null,
    NextAt: standing.timers.map((timer) => timer.dueAt).sort()[0] ?? null,
    Incident: hasIncident(standing),
  };
}

function detailsOf(standing: Standing): string {
  const context = contextOf(standing);
  const waits = Object.entries(context.waits).flatMap(([wait, { schedule }]) =>
    schedule === null ? [] : [dateRows(wait as Wait, schedule)],
  );
  const rows = [
    `### ${context.unit}整改（${context.feedbackOn}反馈，共${Object.keys(context.problems).length}项）`,
    '',
    `- **现状**：${words[rectificationStage(standing)] ?? ''}`,
    `- **问题**：${countWords(context)}`,
    `- **整改方案**：${context.plan.approvedAt === null ? '未审定' : '已审定'}`,
    ...(context.periodEnd === null ? [] : [`- **集中整改期满时**：${endWords(context)}`]),
    ...(owing(context).length === 0
      ? []
      : [`- **待报${context.month}进展**：${owing(context).join('、')}`]),
    ...(context.arrears.length === 0 ? [] : [`- **逾期未报进展**：${context.arrears.join('、')}`]),
    ...waits,
    ...standing.timers.map(
      (timer) =>
        `- **下一次**：${localTime(context.clock, timer.dueAt)} ${explainRectificationTimer(timer, standing)}`,
    ),
    ...incidentRows(standing),
  ];
  return rows.join('\n');
}

function dateRows(wait: Wait, { dueOn, because }: Schedule): string {
  return `- **${dueTerms[wait]}**：${dueOn}（${because.join('；')}）`;
}

function countWords({ problems }: RectificationContext): string {
  const counts = new Map<Stage, number>();
  const all: readonly ProblemStanding[] = Object.values(problems);
  for (const { stage } of all) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return (
    [...counts].map(([stage, count]) => `${stageWords[stage]}${count}项`).join('、') || '尚未收入'
  );
}

function endWords({ periodEnd }: RectificationContext): string {
  const counts = Object.entries(periodEnd?.counts ?? {});
  return counts
    .flatMap(([status, count]) =>
      count === 0 ? [] : [`${statusWords[status as keyof typeof statusWords]}${count}项`],
    )
    .join('、');
}

export function explainRectificationTimer(timer: Timer, standing: Standing): string {
  const wait = /\bnext\.(\w+)\./.exec(timer.event.type)?.[1] as Wait | undefined;
  const waiting = wait === undefined ? undefined : contextOf(standing).waits[wait];
  const milestone = waiting?.schedule?.milestones[waiting.reached];
  if (milestone === undefined) return timer.event.type;
  const told = milestone.audience.map(roleWord).join('、');
  return told === '' ? milestone.why : `提醒 ${told}：${milestone.why}`;
}

export function explainRectificationWork(work: Work): string {
  switch (work.kind) {
    case 'act': {
      const request = work.input as unknown as RemindRequest;
      return `提醒 ${request.recipients.map(({ person }) => person.name).join('、')}：${request.why}`;
    }
    case 'invoke':
      return `推算${dueTerms[(work.actor.split('.')[1] ?? 'period') as Wait]}`;
    case 'startChild':
      return `启动 ${work.input.summary}`;
    case 'signal':
      return `通知 ${work.input.workflowId}`;
  }
}

/** The journal keeps a date and its derivation, not the milestones. */
export function briefOutcome(work: Work, output: Json): Json {
  if (work.kind !== 'invoke') return output;
  const { dueOn, dueAt, because, provisional } = output as unknown as Schedule;
  return { wait: work.actor.split('.')[1] ?? '', dueOn, dueAt, because: [...because], provisional };
}
