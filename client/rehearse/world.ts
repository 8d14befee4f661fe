/**
 * A world without a server: workflows' states, one clock, and the effects of each step carried out at once, in the order
 * in which the shell would. What takes time on a server takes none here.
 */
import {
  begin,
  childInputOf,
  fire,
  noteRefused,
  recorded,
  settle,
  step,
  type Accepted,
  type Duplicate,
  type Effect,
  type Envelope,
  type Json,
  type Line,
  type MachineRef,
  type Outcome,
  type Refused,
  type Registry,
  type State,
  type Work,
  type StartChildInput,
} from '../../engine/core';
import type { Calendar } from '../../domain/calendar';
import type { Instant } from '../../domain/words';
import type { Schedule, ScheduleRequest } from '../../domain/schedule';
import { Agenda } from './agenda';
import { rememberingSchedule } from './dates';
import type { Happening, ReachedMilestone } from './happening';
import { perform } from './perform';

export interface WorldOptions {
  readonly registry: Registry;
  readonly calendar: Calendar;
  /** Real instant. */
  readonly now: Instant;
  /** For people without a channel of their own; by default the outbox. */
  readonly defaultChannel?: string;
  /** What becomes of every state before it is kept; a test persists and restores it here. */
  readonly carry?: (state: State) => State;
}

interface Waiting {
  readonly workflow: string;
  readonly key: string;
}

export class World {
  readonly happenings: Happening[] = [];
  readonly schedule: (request: ScheduleRequest) => Schedule;
  /** Each workflow's lines, in order. */
  readonly journals = new Map<string, Line[]>();
  private readonly states = new Map<string, State>();
  private readonly agenda = new Agenda<Waiting>();
  private readonly tasks: (() => void)[] = [];
  private readonly options: WorldOptions;
  private clock: Instant;

  constructor(options: WorldOptions) {
    this.options = options;
    this.clock = options.now;
    this.schedule = rememberingSchedule(options.calendar);
  }

  get now(): Instant {
    return this.clock;
  }

  get calendar(): Calendar {
    return this.options.calendar;
  }

  get defaultChannel(): string {
    return this.options.defaultChannel ?? 'outbox';
  }

  /** The state of a workflow that was ever begun; null for others. */
  state(workflow: string): State | null {
    return this.states.get(workflow) ?? null;
  }

  /** True while the workflow can still hear something. */
  isOpen(workflow: string): boolean {
    const state = this.state(workflow);
    return state !== null && (state.snapshot.status === 'active' || state.work.length > 0);
  }

  childInput(parent: string, child: StartChildInput): Json {
    const state = this.state(parent);
    return state === null ? child.input : childInputOf(state, child);
  }

  /** Begins a workflow; one of the same id that is open goes on as it is. */
  begin(workflow: string, ref: MachineRef, input: Json): void {
    if (this.isOpen(workflow)) return;
    this.apply(begin(this.options.registry, ref, input, { workflow, at: this.clock }));
  }

  /** Sends a command as an update would: a refusal leaves no trace in the workflow. */
  send(workflow: string, command: Omit<Envelope, 'at'>): Accepted | Duplicate | Refused {
    const state = this.state(workflow);
    if (state === null) return unknownWorkflow(workflow);
    const result = step(state, { ...command, at: this.clock });
    if (result.kind === 'accepted') this.apply(result);
    this.settleDown();
    return result;
  }

  /** Delivers a signal: a refusal is journaled. False when nobody is there to hear it. */
  signal(workflow: string, command: Omit<Envelope, 'at'>): boolean {
    const state = this.state(workflow);
    if (state === null || !this.isOpen(workflow)) return false;
    const envelope = { ...command, at: this.clock };
    const result = step(state, envelope);
    if (result.kind === 'accepted') this.apply(result);
    if (result.kind === 'refused') this.apply(noteRefused(state, envelope, result));
    return true;
  }

  /** Lets time pass: every timer up to the instant fires, that of the instant too. */
  runUntil(until: Instant): void {
    this.settleDown();
    for (;;) {
      const next = this.agenda.next(until);
      if (next === null) break;
      this.clock = later(this.clock, next.at);
      this.fire(next.item);
      this.settleDown();
    }
    this.clock = later(this.clock, until);
  }

  /** Carries out what was asked until nothing is left to do at this instant. */
  settleDown(): void {
    for (let task = this.tasks.shift(); task !== undefined; task = this.tasks.shift()) task();
  }

  private fire({ workflow, key }: Waiting): void {
    const state = this.state(workflow);
    const fired = state === null ? null : fire(state, key, this.clock);
    if (fired !== null) this.apply(fired);
  }

  private apply({ state, effects }: Accepted): void {
    const { workflow, lines } = state;
    this.record(workflow, lines);
    const kept = recorded(state, state.sequence);
    this.states.set(workflow, this.options.carry?.(kept) ?? kept);
    for (const effect of effects) this.take(workflow, effect);
  }

  /** As the journal does: each (workflow, sequence) once. */
  private record(workflow: string, lines: readonly Line[]): void {
    const journal = this.journals.get(workflow) ?? [];
    this.journals.set(workflow, journal);
    const last = journal.at(-1)?.sequence ?? 0;
    journal.push(...lines.filter((line) => line.sequence > last));
  }

  private take(workflow: string, effect: Effect): void {
    switch (effect.kind) {
      case 'startTimer':
        this.agenda.add(effect.timer.dueAt, { workflow, key: effect.timer.key });
        return;
      case 'work':
        this.tasks.push(() => this.carryOut(workflow, effect.work));
        return;
      case 'emit':
        this.noteMilestone(workflow, effect.event);
        return;
      // Timers and results that are no longer waited for are dropped when they come; the state says the rest.
      case 'cancelTimer':
      case 'stopInvoke':
      case 'become':
      case 'done':
        return;
    }
  }

  private carryOut(workflow: string, work: Work): void {
    const waitsFor = (): boolean =>
      this.state(workflow)?.work.some((each) => each.id === work.id) ?? false;
    if (work.kind === 'invoke' && !waitsFor()) return;
    const outcome = perform(this, workflow, work);
    this.tasks.push(() => this.settle(workflow, work.id, outcome));
  }

  private settle(workflow: string, id: string, outcome: Outcome): void {
    const state = this.state(workflow);
    const settled = state === null ? null : settle(state, id, outcome, this.clock);
    if (settled !== null) this.apply(settled);
  }

  private noteMilestone(workflow: string, event: { readonly type: string }): void {
    if (event.type !== 'milestone') return;
    const milestone = event as unknown as ReachedMilestone;
    this.happenings.push({ at: this.clock, workflow, kind: 'reached', milestone });
  }
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function unknownWorkflow(workflow: string): Refused {
  const text = `没有 ${workflow}`;
  return { kind: 'refused', why: [{ code: 'notNow', guard: null, text, faults: [] }], accepts: [] };
}
