/**
 * Makes the world follow the state: timers and work that the state holds and nobody runs are started in order, timers it
 * no longer holds are cancelled. After a restart or continue-as-new the same state starts the same things under the same ids.
 */
import {
  CancellationScope,
  ParentClosePolicy,
  getExternalWorkflowHandle,
  isCancellation,
  proxyActivities,
  sleep,
  startChild,
  type ActivityOptions,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  assertNever,
  childInputOf,
  fire,
  recorded,
  settle,
  type Json,
  type Line,
  type Outcome,
  type StartChildInput,
  type State,
  type Timer,
  type Work,
} from '../core';
import { clip, summaryLimit } from './clip';
import { failureOutcome } from './failure-outcome';
import type { ActivityRequest, RecordRequest, StartNew } from './host';
import type { Instance } from './instance';

/** Activities and signals under way at once; the rest waits in order. */
const workLimit = 200;
/** Children started and not yet confirmed, and their inputs' characters: a workflow task stays under the server's limits. */
const childLimit = 100;
const childInputLimit = 500_000;
/** What one recording carries at most; the rest follows in order. */
const linesPerRecording = 500;
const recordingLimit = 500_000;

type Callable = {
  executeWithOptions: (options: ActivityOptions, args: readonly unknown[]) => Promise<Json>;
};

export class Executor {
  private readonly instance: Instance;
  private readonly isToContinue: () => boolean;
  private readonly timers = new Map<string, CancellationScope>();
  private readonly running = new Map<string, Running>();
  private readonly callables = new Map<string, Callable>();
  private recording = false;
  private startedChildren = 0;

  /** @param isToContinue whether the main loop, if it looked now, would continue as new */
  constructor(instance: Instance, isToContinue: () => boolean) {
    this.instance = instance;
    this.isToContinue = isToContinue;
  }

  /** True while something this run started is neither done nor given up. */
  get busy(): boolean {
    return this.running.size > 0 || this.recording;
  }

  /** Children that the state wants and that are not confirmed yet. */
  get waitingChildren(): number {
    return this.instance.state.work.filter(
      (work) => work.kind === 'startChild' && work.parked === null,
    ).length;
  }

  /** Children started in this run. */
  get children(): number {
    return this.startedChildren;
  }

  /** Starts what the state holds and nobody runs, and cancels what it no longer holds. */
  follow(): void {
    this.followTimers();
    this.followWork();
    this.recordLines();
  }

  /** Records the waiting lines; one recording is in flight at a time and carries all of them in order. */
  recordLines(): void {
    const { lines: waiting, workflow } = this.instance.state;
    const lines = upTo(waiting, linesPerRecording, recordingLimit);
    const last = lines.at(-1);
    if (this.recording || last === undefined) return;
    this.recording = true;
    const request: RecordRequest = { workflow, lines };
    const { explainRecording = recordingOf } = this.instance.host;
    const summary = explainRecording(lines[0]?.sequence ?? last.sequence, last.sequence);
    this.call('record', summary, request)
      .then(() => {
        // In one breath: a loop that ran between the two would find lines waiting and a recording still under way.
        this.recording = false;
        this.afterRecording(recorded(this.instance.state, last.sequence));
      })
      .catch(rethrowLater(this.instance));
  }

  /**
   * The main loop is woken only where it has something to do: more lines wait, or this was what the end of the life or of the
   * run waited for. Each time it looks for nothing costs a replay a twentieth of a short life.
   */
  private afterRecording(state: State): void {
    const isAwaited = state.lines.length > 0 || state.snapshot.status === 'done';
    if (isAwaited || this.isToContinue()) this.instance.replace(state);
    else this.instance.replaceQuietly(state);
  }

  private followTimers(): void {
    const wanted = this.instance.state.timers;
    const keys = new Set(wanted.map((timer) => timer.key));
    for (const [key, scope] of this.timers) {
      if (keys.has(key)) continue;
      this.timers.delete(key);
      scope.cancel();
    }
    for (const timer of wanted) if (!this.timers.has(timer.key)) this.startTimer(timer);
  }

  private startTimer(timer: Timer): void {
    const { instance } = this;
    const wait = Date.parse(timer.dueAt) - Date.parse(instance.now());
    const why = instance.state.definition.explainTimer?.(timer, instance.state) ?? timer.event.type;
    const scope = new CancellationScope();
    this.timers.set(timer.key, scope);
    scope
      .run(() => sleep(Math.max(wait, 1), { summary: clip(why, summaryLimit) }))
      .then(() => {
        this.timers.delete(timer.key);
        const at = later(instance.now(), timer.dueAt);
        const fired = fire(instance.state, timer.key, at);
        if (fired !== null) instance.apply(fired);
      })
      .catch(ignoreCancellation(instance));
  }

  private followWork(): void {
    const { work } = this.instance.state;
    const held = new Set(work.map((each) => each.id));
    for (const [id, { kind, scope }] of this.running)
      if (kind === 'invoke' && !held.has(id)) scope.cancel();
    for (const each of inCanonicalOrder(work)) {
      if (each.parked !== null || this.running.has(each.id) || !this.hasRoom(each)) continue;
      this.start(each);
    }
  }

  private hasRoom({ kind }: Work): boolean {
    const children = [...this.running.values()].filter((each) => each.kind === 'startChild');
    if (kind !== 'startChild') return this.running.size - children.length < workLimit;
    const size = children.reduce((sum, child) => sum + child.size, 0);
    return children.length < childLimit && size < childInputLimit;
  }

  private start(work: Work): void {
    const { instance } = this;
    const scope = new CancellationScope();
    const input = work.kind === 'startChild' ? childInputOf(instance.state, work.input) : null;
    const size = JSON.stringify(input).length;
    this.running.set(work.id, { kind: work.kind, scope, size });
    scope
      .run(() => this.perform(work, input))
      .then((output): Outcome => ({ kind: 'done', output: output ?? null }), failureOutcome)
      .then((outcome) => {
        this.running.delete(work.id);
        const settled =
          outcome === null ? null : settle(instance.state, work.id, outcome, instance.now());
        if (settled !== null) instance.apply(settled);
      })
      .catch(rethrowLater(instance))
      .finally(() => instance.replace(instance.state));
  }

  private perform(work: Work, childInput: Json): Promise<Json> {
    const summary =
      this.instance.state.definition.explainWork?.(work, this.instance.state) ?? work.name;
    switch (work.kind) {
      case 'act':
      case 'invoke': {
        const request: ActivityRequest = { key: work.id, input: work.input };
        return this.call(work.name, summary, request);
      }
      case 'startChild':
        return this.startChild(work.input, childInput, summary);
      case 'signal': {
        const { type, ...fields } = work.input.event;
        const payload = { ...fields, id: work.id, by: { workflow: this.instance.state.workflow } };
        const sent = getExternalWorkflowHandle(work.input.workflowId).signal(type, payload);
        const gone = (error: unknown): null => {
          if (work.input.mayBeGone !== true || isCancellation(error)) throw error;
          return null;
        };
        return sent.then(() => null, gone);
      }
      default:
        return assertNever(work);
    }
  }

  private async startChild(child: StartChildInput, input: Json, summary: string): Promise<Json> {
    const start: StartNew = {
      kind: 'new',
      machine: { name: child.machine, version: child.version },
      input,
    };
    this.startedChildren += 1;
    try {
      await startChild(this.instance.host.workflowType(child.machine), {
        workflowId: child.workflowId,
        args: [start],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        staticSummary: clip(child.summary, summaryLimit),
        staticDetails: clip(summary, summaryLimit),
      });
    } catch (error) {
      // A restart may ask again for a child that runs: it is there, which is all that was asked.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    return null;
  }

  private call(name: string, summary: string, request: unknown): Promise<Json> {
    return this.callable(name).executeWithOptions({ summary: clip(summary, summaryLimit) }, [
      request,
    ]);
  }

  private callable(name: string): Callable {
    const known = this.callables.get(name);
    if (known !== undefined) return known;
    const { activities } = this.instance.host;
    const options = { ...activities.default, ...activities[name] };
    const made = proxyActivities<Record<string, (request: never) => Promise<Json>>>(options)[
      name
    ] as unknown as Callable;
    this.callables.set(name, made);
    return made;
  }
}

interface Running {
  readonly kind: Work['kind'];
  readonly scope: CancellationScope;
  readonly size: number;
}

function recordingOf(first: number, last: number): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

/** The first lines that together stay under a count and a number of characters; at least one. */
function upTo(lines: readonly Line[], count: number, characters: number): readonly Line[] {
  let size = 0;
  const end = lines
    .slice(0, count)
    .findIndex((line) => (size += JSON.stringify(line).length) > characters);
  return lines.slice(0, end === -1 ? count : Math.max(end, 1));
}

const order: Readonly<Record<Work['kind'], number>> = {
  act: 0,
  invoke: 0,
  startChild: 1,
  signal: 2,
};

function inCanonicalOrder(work: readonly Work[]): readonly Work[] {
  return [...work].sort((a, b) => order[a.kind] - order[b.kind]);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** An error in the engine or a machine fails the workflow's task, so that a corrected deploy goes on from here. */
function rethrowLater(instance: Instance): (error: unknown) => void {
  return (error) => instance.fail(error);
}

function ignoreCancellation(instance: Instance): (error: unknown) => void {
  return (error) => {
    if (!isCancellation(error)) instance.fail(error);
  };
}
