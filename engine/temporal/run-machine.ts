/** A machine's whole life as a workflow: state first, then the mailbox, then the loop that makes the world follow the state. */
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  makeContinueAsNewFunc,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { begin, note, persist, restore, step, type Json, type State } from '../core';
import { Executor } from './executor';
import type { Host, Start, StartNew, Tuning } from './host';
import { Inbox } from './inbox';
import { Instance } from './instance';
import { openMailbox, takeSignal } from './mailbox';
import { isUnreadable } from './payload-converter';
import { Presence } from './presence';

/** Children a run may start before it continues as new: the server counts those that still run as pending. */
const childrenPerRun = 1000;
/** Pending children, and events of a history, past which the server objects. */
const childrenLimit = 1900;
const historyLimit = 20_000;
const historyBytesLimit = 30_000_000;
/** Children that may wait to be started when a run ends: each is carried over with its whole input. */
const carriedChildren = 50;
/** Tasks for which the end of a run waits for a pause between updates before it makes one. */
const patientRounds = 5;
/** How long in-flight activities are awaited before continuing as new; the rest is asked again in the next run. */
const drainSeconds = 30;

/** Runs until the machine is done and everything it asked for has come out; gives the machine's output. */
export async function runMachine(start: Start, host: Host): Promise<Json> {
  // Fails the task, not the workflow: it goes on once what it began with can be read.
  if (isUnreadable(start)) throw new Error(start.why);
  const instance = new Instance(host, stateAtStart(start, host));
  if (start.kind === 'new')
    for (const envelope of start.late ?? [])
      takeSignal(instance, { ...envelope, at: instance.now() });
  openMailbox(instance, new Inbox(instance));
  journalCancelRequests(instance);
  return CancellationScope.nonCancellable(() => live(instance, start));
}

async function live(instance: Instance, start: Start): Promise<Json> {
  const executor: Executor = new Executor(instance, () =>
    shouldContinue(instance, executor, start),
  );
  const presence = new Presence(instance);
  for (;;) {
    while (instance.takeChange()) {
      executor.follow();
      presence.update();
    }
    const isOver = hasEnded(instance, executor);
    if (isOver && allHandlersFinished()) {
      if (instance.tooLate.length === 0) return outputOf(instance.state);
      await beginAgain(instance, start);
    }
    if (shouldContinue(instance, executor, start))
      await continueAsNew(instance, executor, presence, start);
    await condition(
      () => instance.hasChanged || instance.failure !== null || (isOver && allHandlersFinished()),
    );
    instance.throwFailure();
  }
}

function stateAtStart(start: Start, host: Host): State {
  if (start.kind === 'continued') return restore(host.registry, start.state);
  const at = new Date().toISOString();
  const beginning = { workflow: workflowInfo().workflowId, at };
  const begun = begin(host.registry, start.machine, start.input, {
    ...beginning,
    ...(start.previous === undefined ? {} : { previous: start.previous }),
  });
  return reopened(begun.state, start, at);
}

function reopened(state: State, start: StartNew, at: string): State {
  if (start.first === undefined) return state;
  const result = step(state, { ...start.first, at });
  // The starter tried the same step before it started this: a refusal here is a fault in the code, not in what was sent.
  if (result.kind === 'refused')
    throw new Error(`cannot reopen: ${result.why.map((why) => why.text).join('; ')}`);
  return result.kind === 'accepted' ? result.state : state;
}

/** A request to cancel from outside changes nothing but is not lost. */
function journalCancelRequests(instance: Instance): void {
  CancellationScope.current().cancelRequested.catch(() => {
    const at = instance.now();
    instance.apply(
      note(instance.state, { kind: 'notice', event: 'cancelRequested', fields: null, at }),
    );
  });
}

/** The machine is done and everything it asked for has come out. */
function hasEnded({ state }: Instance, executor: Executor): boolean {
  const { snapshot, work, lines } = state;
  return snapshot.status === 'done' && work.length === 0 && lines.length === 0 && !executor.busy;
}

function outputOf(state: State): Json {
  return (state.snapshot.output as Json | undefined) ?? null;
}

function shouldContinue(instance: Instance, executor: Executor, start: Start): boolean {
  const { continueAsNewSuggested, historyLength, historySize } = workflowInfo();
  const after = start.tuning?.continueAfterSteps ?? Infinity;
  const wanted =
    continueAsNewSuggested || instance.steps >= after || executor.children >= childrenPerRun;
  const must =
    executor.children >= childrenLimit ||
    historyLength >= historyLimit ||
    historySize >= historyBytesLimit;
  return must || (wanted && executor.waitingChildren <= carriedChildren);
}

/** Starts nothing new, waits for what is in flight and for handlers, then goes on in a new run with the state as it is then. */
async function continueAsNew(
  instance: Instance,
  executor: Executor,
  presence: Presence,
  start: Start,
): Promise<never> {
  instance.stopFollowing();
  await condition(() => !executor.busy, `${drainSeconds}s`);
  await condition(allHandlersFinished);
  await untilQuiet(instance);
  instance.throwFailure();
  presence.update();
  return goOn({ kind: 'continued', state: persist(instance.state), ...tuningOf(start) });
}

/** Another life for what came after this one was over. If more comes meanwhile the server rejects this, and it is done again. */
async function beginAgain({ state, tooLate }: Instance, start: Start): Promise<never> {
  const { name, version, again } = state.definition;
  return goOn({
    kind: 'new',
    machine: { name, version },
    input: again?.(state) ?? null,
    previous: { sequence: state.sequence, seen: state.seen },
    late: tooLate,
    ...tuningOf(start),
  });
}

function goOn(start: Start): Promise<never> {
  return makeContinueAsNewFunc<(start: Start) => Promise<Json>>({})(start);
}

function tuningOf({ tuning }: Start): { readonly tuning?: Tuning } {
  return tuning === undefined ? {} : { tuning };
}

/**
 * A run ends in a task that answers nobody: if the server rejects the end because something new came in, the task is done
 * again, perhaps in another order, and an answer given in it would no longer be true. A stream of updates that never stops
 * is put off after a few rounds, or the run would grow until the server takes no more.
 */
async function untilQuiet(instance: Instance): Promise<void> {
  let turns = -1;
  for (
    let round = 0, steps = -1;
    steps !== instance.steps || turns !== instance.turns;
    round += 1
  ) {
    if (round > patientRounds && turns === instance.turns) return;
    ({ steps, turns } = instance);
    if (round >= patientRounds) instance.putOffUpdates();
    await sleep(1);
    // An update that came with the timer waits for its turn: without it the state that is carried on would lack it.
    await condition(allHandlersFinished);
  }
}
