/** From a problem's history to the waits it has had: what was waited for, from when to when, and which date it had. */
import type { Calendar } from '../../domain/calendar';
import { dueOn } from '../../domain/due';
import { dueRules } from '../../domain/due-rules';
import { planDayAt, type PlanClock } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import type { DueRule, Wait } from '../../domain/schedule';
import type { Role } from '../../domain/words';
import type { Life } from './life';
import type { Step } from './history';

export interface Waited {
  readonly wait: Wait;
  readonly reviewer: Role | null;
  readonly due: DueRule;
  readonly since: string;
  /** Null: still waited for. */
  readonly until: string | null;
  /** Its lines' numbers lie after the first and before the second: lines of one task share their instant. */
  readonly between: readonly [number, number | null];
}

export interface Rules {
  readonly policy: Policy;
  readonly clock: PlanClock;
  readonly calendar: Calendar;
}

/** The work's date as it stands: the rule, and the day it meant when the work was last waited for. */
interface Dates {
  readonly due: DueRule;
  readonly phase: DueRule | null;
}

type Opening = Pick<Waited, 'wait' | 'reviewer' | 'due'>;

/** @param begunAt when the problem began, the workflow's clock */
export function waitsOf(
  begunAt: string,
  firstDue: string,
  steps: readonly Step[],
  rules: Rules,
): readonly Waited[] {
  const ended: Waited[] = [];
  let dates: Dates = { due: { kind: 'named', date: firstDue, words: null }, phase: null };
  let open: Waited | null = {
    ...acceptance(planDayAt(rules.clock, begunAt), rules),
    since: begunAt,
    until: null,
    between: [0, null],
  };
  for (const { line, before, life } of steps) {
    const today = planDayAt(rules.clock, line.at);
    dates = datesAfter(dates, { line, before, life }, today, rules);
    if (waitName(before) === waitName(life)) continue;
    const { at, sequence } = line;
    if (open !== null) ended.push({ ...open, until: at, between: [open.between[0], sequence] });
    const opening = openingOf(life, dates, today, rules);
    open =
      opening === null ? null : { ...opening, since: at, until: null, between: [sequence, null] };
  }
  return [...ended, ...(open === null ? [] : [open]), ...urgesOf(steps)];
}

/** What is waited for in a place; while the name stays the wait goes on. */
function waitName({ place, step, cycle, upkeepBy }: Life): string {
  switch (place) {
    case 'planning':
    case 'rectifying':
      return 'work';
    case 'reviewing':
      return `review ${step}`;
    case 'upkeep':
      return upkeepBy === null ? `upkeep ${cycle}` : `upkeep review ${cycle}`;
    case 'accepting':
    case 'suspended':
    case 'signedOff':
      return place;
  }
}

function openingOf(life: Life, dates: Dates, today: string, rules: Rules): Opening | null {
  const review = dueRules(rules.policy).review(today);
  switch (life.place) {
    case 'accepting':
      return acceptance(today, rules);
    case 'planning':
    case 'rectifying':
      return { wait: 'work', reviewer: null, due: dates.due };
    case 'reviewing':
      return { wait: 'review', reviewer: stepRole(life.step, rules), due: review };
    case 'upkeep':
      return life.upkeepBy === null
        ? { wait: 'upkeep', reviewer: null, due: upkeepDue(life.cycle, dates, rules) }
        : { wait: 'review', reviewer: 'office', due: review };
    case 'suspended':
    case 'signedOff':
      return null;
  }
}

function acceptance(today: string, { policy }: Rules): Opening {
  return { wait: 'acceptance', reviewer: null, due: dueRules(policy).acceptance(today) };
}

function stepRole(step: number, { policy }: Rules): Role {
  return policy.review.chain[step - 1] ?? 'office';
}

function upkeepDue(cycle: number, { due, phase }: Dates, { policy }: Rules): DueRule {
  const count = cycle * policy.upkeep.everyMonths;
  return { kind: 'then', first: phase ?? due, next: { kind: 'months', count, what: '' } };
}

function datesAfter(
  dates: Dates,
  { line, before, life }: Step,
  today: string,
  { policy, calendar }: Rules,
): Dates {
  const all = dueRules(policy);
  const old = dueOn(dates.due, calendar).dueOn;
  if (line.event === 'return') return { due: all.returned(old, today), phase: null };
  if (line.event === 'resume') return { ...dates, due: all.resumed(old, today) };
  if (line.event === 'relapse') return { due: namedIn(line.fields), phase: null };
  if (before.place === 'reviewing' && life.place === 'upkeep')
    return { ...dates, phase: dates.due };
  return dates;
}

function namedIn(fields: Readonly<Record<string, unknown>> | null): DueRule {
  return { kind: 'named', date: String(fields?.['due']), words: null };
}

/** Each urge is waited for beside whatever else goes on, until it is acknowledged or the next one comes. */
function urgesOf(steps: readonly Step[]): readonly Waited[] {
  const turns = steps.filter(({ line }) => line.event === 'urge' || line.event === 'acknowledge');
  return turns.flatMap(({ line }, index) =>
    line.event === 'urge'
      ? [
          {
            wait: 'urge' as const,
            reviewer: null,
            due: namedIn(line.fields),
            since: line.at,
            until: turns[index + 1]?.line.at ?? null,
            between: [line.sequence, turns[index + 1]?.line.sequence ?? null] as const,
          },
        ]
      : [],
  );
}
