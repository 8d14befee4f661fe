/** One running instance: the state, and whether the main loop has something to do. */
import {
  whereabouts,
  type Accepted,
  type Duplicate,
  type Envelope,
  type JsonObject,
  type State,
} from '../core';
import type { Host } from './host';

interface Judged {
  readonly state: State;
  readonly result: Accepted | Duplicate;
}

export class Instance {
  readonly host: Host;
  private current: State;
  private changed = true;
  private stepCount = 0;
  private turnCount = 0;
  private ending = false;
  private draining = false;
  private failed: Error | null = null;
  private ahead: State | null = null;
  private readonly late: Envelope[] = [];
  private readonly judged = new Map<string, Judged>();

  constructor(host: Host, state: State) {
    this.host = host;
    this.current = state;
  }

  get state(): State {
    return this.current;
  }

  /** Steps applied in this run. */
  get steps(): number {
    return this.stepCount;
  }

  /** How often in this run updates had their turn. */
  get turns(): number {
    return this.turnCount;
  }

  /** True when the run is about to end and whoever wants an answer is to ask the next one. */
  get putsOff(): boolean {
    return this.ending;
  }

  putOffUpdates(): void {
    this.ending = true;
  }

  /** The workflow's clock, ISO 8601 UTC: the same on replay. */
  now(): string {
    return new Date().toISOString();
  }

  apply(accepted: Accepted): void {
    this.stepCount += 1;
    this.replace(accepted.state);
  }

  replace(state: State): void {
    this.current = state;
    this.changed = true;
  }

  /** Takes a state that asks for nothing that the one before did not: the main loop need not look. */
  replaceQuietly(state: State): void {
    this.current = state;
  }

  /** Keeps a signal for the next life: this one is over. */
  keepForLater(envelope: Envelope): void {
    this.late.push(envelope);
    this.changed = true;
  }

  /** What came after the machine was done, in order. */
  get tooLate(): readonly Envelope[] {
    return this.late;
  }

  /** True once after each change. */
  takeChange(): boolean {
    const { changed } = this;
    this.changed = false;
    return changed;
  }

  get hasChanged(): boolean {
    return this.changed;
  }

  /** True when nothing waits for the main loop, or the loop starts nothing any more: the updates in line may be applied. */
  get isFollowed(): boolean {
    return this.draining || !this.changed;
  }

  /** From now on the main loop only waits for the end of the run. */
  stopFollowing(): void {
    this.draining = true;
  }

  /** The state once the updates in line are applied: what the next one is judged by. */
  get outlook(): State {
    return this.ahead ?? this.current;
  }

  /** The updates in line have been applied or refused: the main loop is to look again. */
  endTurn(): void {
    this.turnCount += 1;
    this.ahead = null;
    this.judged.clear();
    this.changed = true;
  }

  /** Keeps what the validator found, so that its turn need not step again. */
  remember(envelope: Envelope, result: Accepted | Duplicate): void {
    this.judged.set(envelope.id, { state: this.outlook, result });
    if (result.kind === 'accepted') this.ahead = result.state;
  }

  /** What the validator found for this very envelope and state; null otherwise, and always on replay. */
  recall(envelope: Envelope): Accepted | Duplicate | null {
    const judged = this.judged.get(envelope.id);
    return judged?.state === this.current ? judged.result : null;
  }

  /** The first error of the engine's or a machine's code, if any. */
  get failure(): Error | null {
    return this.failed;
  }

  /** Keeps an error for the main loop, where it fails the workflow's task. */
  fail(error: unknown): void {
    this.failed ??=
      error instanceof Error
        ? error
        : new Error('something that is no error was thrown', { cause: error });
  }

  throwFailure(): void {
    if (this.failed !== null) throw this.failed;
  }

  standing(): { readonly state: string; readonly brief: JsonObject } {
    return {
      state: whereabouts(this.current.snapshot),
      brief: this.current.definition.describe?.line(this.current) ?? {},
    };
  }
}
