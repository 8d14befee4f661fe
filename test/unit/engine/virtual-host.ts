/**
 * Drives engine/core in virtual time, with no server: keeps the clock, fires timers by instant (ties in order of starting),
 * settles work when told to, records lines at once. When restoring, the state goes through JSON before every step.
 */
import {
  assertNever,
  begin,
  fire,
  migrate,
  persist,
  recorded,
  restore,
  retry,
  settle,
  step,
  type Accepted,
  type Effect,
  type Invoke,
  type JsonObject,
  type Json,
  type Line,
  type MachineRef,
  type MigrationPlan,
  type Outcome,
  type PersistedState,
  type Registry,
  type State,
  type Timer,
  type Work,
} from '../../../engine/core';

/** 2026-03-02T01:00:00Z: any instant does, as long as it is always the same. */
export const start = Date.UTC(2026, 2, 2, 1);

export type Event = JsonObject & { readonly type: string };

export interface HostOptions {
  readonly workflow?: string;
  /** Through JSON before every step; true unless told. */
  readonly restoring?: boolean;
  /** Milliseconds since 1970. */
  readonly startsAt?: number;
}

export class VirtualHost {
  private current: State;
  private milliseconds: number;
  private asked: readonly Effect[] = [];
  private readonly lines: Line[] = [];
  private text: { readonly of: State; readonly json: string } | null = null;
  private commands = 0;
  private restores = 0;
  private readonly restoring: boolean;
  private readonly registry: Registry;

  constructor(registry: Registry, ref: MachineRef, input: Json, options: HostOptions = {}) {
    this.registry = registry;
    this.restoring = options.restoring ?? true;
    this.milliseconds = options.startsAt ?? start;
    const begun = begin(registry, ref, input, { workflow: options.workflow ?? 'w', at: this.at });
    this.current = begun.state;
    this.take(begun);
  }

  /** The state as the next step finds it. */
  get state(): State {
    return this.current;
  }

  /** The effects of the last step. */
  get effects(): readonly Effect[] {
    return this.asked;
  }

  get now(): number {
    return this.milliseconds;
  }

  get at(): string {
    return new Date(this.milliseconds).toISOString();
  }

  /** Invokes under way, oldest first, parked ones too. */
  get invokes(): readonly Invoke[] {
    return this.current.work.filter((work): work is Invoke => work.kind === 'invoke');
  }

  get incidents(): readonly Work[] {
    return this.current.work.filter((work) => work.parked !== null);
  }

  /** The timer that fires next. */
  get nextTimer(): Timer | undefined {
    const [first, ...rest] = this.current.timers;
    // ISO instants sort as text.
    return rest.reduce((next, timer) => (next && timer.dueAt >= next.dueAt ? next : timer), first);
  }

  /** The id that the next command gets. */
  get nextId(): string {
    return `c${this.commands + 1}`;
  }

  send(event: Event, by: JsonObject | null = null, id = this.nextId): ReturnType<typeof step> {
    this.commands += 1;
    const result = step(this.before(), { id, at: this.at, event, by });
    if (result.kind === 'accepted') this.take(result);
    return result;
  }

  /** Moves the clock to the next timer, but not past `until`, and fires it. False when none is due by then. */
  fireNext(until: number): boolean {
    const timer = this.nextTimer;
    if (timer === undefined || Date.parse(timer.dueAt) > until) return false;
    this.milliseconds = Math.max(this.milliseconds, Date.parse(timer.dueAt));
    return this.take(fire(this.before(), timer.key, this.at));
  }

  /** Lets time pass; all that falls due happens at its instant. */
  wait(milliseconds: number): void {
    const until = this.milliseconds + milliseconds;
    while (this.fireNext(until));
    this.milliseconds = until;
  }

  /** Sets the clock; nothing fires. */
  setClock(milliseconds: number): void {
    this.milliseconds = milliseconds;
  }

  settle(id: string, outcome: Outcome): boolean {
    return this.take(settle(this.before(), id, outcome, this.at));
  }

  succeed(id: string, output: Json = null): boolean {
    return this.settle(id, { kind: 'done', output });
  }

  fail(id: string, message = 'no'): boolean {
    return this.settle(id, { kind: 'failed', error: { name: 'Error', message, type: 'Error' } });
  }

  retry(id: string, by: JsonObject | null = null): boolean {
    return this.take(retry(this.before(), id, this.at, by));
  }

  /** Moves to another version where nothing is in the way; gives the plan. */
  migrate(version: string, by: JsonObject | null = null): MigrationPlan {
    const { plan, accepted } = migrate(this.before(), version, this.at, by);
    this.take(accepted);
    return plan;
  }

  /** Every line so far, as the journal has it. */
  get journal(): readonly Line[] {
    return this.lines;
  }

  /** The state as JSON text: what continue-as-new carries. */
  get persisted(): string {
    if (this.text?.of !== this.current)
      this.text = { of: this.current, json: JSON.stringify(persist(this.current)) };
    return this.text.json;
  }

  /** How often the state went through JSON since the last call. */
  takeRestores(): number {
    const { restores } = this;
    this.restores = 0;
    return restores;
  }

  private before(): State {
    if (this.restoring) {
      this.current = restore(this.registry, JSON.parse(this.persisted) as PersistedState);
      this.restores += 1;
    }
    this.asked = [];
    return this.current;
  }

  private take(accepted: Accepted | null): boolean {
    if (accepted === null) return false;
    const { state, effects } = accepted;
    this.lines.push(...state.lines);
    this.current = recorded(state, state.sequence);
    this.asked = effects;
    return true;
  }
}

/** What effects say, in short: for tests that look at the whole of a step. */
export function briefly(effects: readonly Effect[]): readonly string[] {
  return effects.map((effect) => {
    switch (effect.kind) {
      case 'startTimer':
      case 'cancelTimer':
        return `${effect.kind} ${effect.timer.id}`;
      case 'stopInvoke':
        return `stopInvoke ${effect.work.actor}`;
      case 'work':
        return `${effect.work.kind} ${effect.work.name}`;
      case 'emit':
        return `emit ${effect.event.type}`;
      case 'become':
        return `become ${effect.into.machine}`;
      case 'done':
        return 'done';
      default:
        return assertNever(effect);
    }
  });
}
