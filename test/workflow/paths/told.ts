/** What became of a story, in lines that a test can compare: milestones from the journal, messages as delivered, looks, answers. */
import type { JournalLine } from '../../../activities';
import type { Message } from '../../../activities/channels/channel';
import { problemId, rectificationId } from '../../../domain/ids';
import { planDayOf, planTimeOf } from '../../../domain/plain-date';
import { toPlan, type PlanClock } from '../../../domain/plan-clock';

/** What a query answered, as far as the tests look. */
export interface Seen {
  readonly stage: string;
  readonly lamp: string;
  readonly status: string;
  readonly dueOn: string | null;
  readonly context: Readonly<Record<string, unknown>>;
  readonly may: readonly string[];
  readonly machine: string;
}

export interface Answered {
  readonly move: string;
  /** Null where it was accepted. */
  readonly refused: string | null;
}

export interface Told {
  readonly clock: PlanClock;
  /** A problem's journal, in order. */
  readonly lines: (seq?: number) => readonly JournalLine[];
  /** `2025-07-18 09:00 work before-1 approaching handler departmentHead`, of one wait or of all. */
  readonly milestones: (wait?: string, seq?: number) => readonly string[];
  /** `2025-07-18 daily handler head`: a morning, whether red, and everybody who got a message. */
  readonly mornings: () => readonly string[];
  readonly messages: readonly Message[];
  readonly look: (name: string) => Seen;
  /** `head accept` for each accepted command of a person, in order. */
  readonly deeds: (seq?: number) => readonly string[];
  readonly outcome: (seq?: number) => unknown;
}

export function told(
  clock: PlanClock,
  name: string,
  journal: (workflow: string) => readonly JournalLine[],
  all: readonly Message[],
  seen: ReadonlyMap<string, Seen>,
): Told {
  const lines = (seq = 1): readonly JournalLine[] => journal(workflowOf(name, seq));
  const messages = all.filter(({ key }) => key.startsWith(`digest/${name}/`));
  return {
    clock,
    lines,
    messages,
    milestones: (wait, seq) =>
      lines(seq)
        .filter((line) => line.kind === 'emitted')
        .filter((line) => wait === undefined || fieldsOf(line).wait === wait)
        .map((line) => milestone(clock, line)),
    mornings: () => mornings(messages),
    look: (wanted) => {
      const found = seen.get(wanted);
      if (found === undefined) throw new Error(`nobody looked at ${wanted}`);
      return found;
    },
    deeds: (seq) =>
      lines(seq)
        .filter((line) => line.kind === 'accepted')
        .map((line) => `${deciderOf(line)} ${String(line.event)}`),
    outcome: (seq) => lines(seq).at(-1),
  };
}

/** A problem's workflow, or with 0 that of the whole. */
export function workflowOf(name: string, seq: number): string {
  return seq === 0 ? rectificationId(name) : problemId(name, seq);
}

/** `2025-07-18 09:00`, plan time in Shanghai. */
export function local(clock: PlanClock, at: string): string {
  const plan = toPlan(clock, at);
  return `${planDayOf(plan)} ${planTimeOf(plan)}`;
}

export function fieldsOf(line: JournalLine): Readonly<Record<string, unknown>> {
  return (line.fields ?? {}) as Readonly<Record<string, unknown>>;
}

function milestone(clock: PlanClock, line: JournalLine): string {
  const { wait, id, lamp, audience } = fieldsOf(line);
  const roles = (audience as readonly string[]).join(' ');
  return [local(clock, String(line.at)), wait, id, lamp, roles].filter(Boolean).join(' ');
}

function mornings(messages: readonly Message[]): readonly string[] {
  const byMorning = new Map<string, string[]>();
  for (const { day, red, to } of messages) {
    const morning = `${day} ${red ? 'red' : 'daily'}`;
    byMorning.set(morning, [...(byMorning.get(morning) ?? []), to.person]);
  }
  return [...byMorning]
    .map(([morning, persons]) => `${morning} ${persons.sort().join(' ')}`)
    .sort();
}

function deciderOf({ by }: JournalLine): string {
  const sender = (by ?? {}) as { readonly decidedBy?: string; readonly workflow?: string };
  return sender.decidedBy ?? sender.workflow ?? 'nobody';
}
