/** Plays stories together on one server: the clock is one for all, so every move of every story is done in order of its instant. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type WorkflowHandle,
} from '@temporalio/client';
import { troubleOf } from '../../../client/calls';
import { problemId, rectificationId } from '../../../domain/ids';
import { shiftedClock, toReal, type PlanClock } from '../../../domain/plan-clock';
import type { PersistedState } from '../../../engine/core';
import type { StartNew } from '../../../engine/temporal';
import type { ReceivedProblem } from '../../../domain/reception';
import { rectificationContext } from '../../../machines';
import { contextFor, defaultPolicy, people, received } from '../cast';
import type { Server } from '../server';
import type { By, Move, Sent, Story } from './story';
import { told, workflowOf, type Answered, type Seen, type Told } from './told';

export interface Played {
  readonly story: Story;
  readonly told: Told;
  readonly answers: readonly Answered[];
  /** What was expected of the answers: `null` accepted, else the reason. */
  readonly expected: readonly (RegExp | null)[];
}

/**
 * Plays all stories from `from`, plan time in Shanghai, to `until`; null ends some real seconds after the last move. Tried:
 * once a workflow that started children has completed, the time-skipping server skips no more, so nothing may follow.
 */
export async function play(
  server: Server,
  stories: readonly Story[],
  from: string,
  until: string | null,
): Promise<ReadonlyMap<string, Played>> {
  const realAt = new Date(await server.env.currentTimeMs()).toISOString();
  const clock = shiftedClock(realAt, instantAt(from));
  const players = stories.map((story) => new Player(server, story, clock));
  const instants = [...new Set(players.flatMap((player) => player.instants))].sort();
  for (const at of instants) {
    await sleepUntil(server, clock, at);
    await Promise.all(players.map((player) => player.play(at)));
  }
  if (until === null) await pause(5000);
  else await sleepUntil(server, clock, until);
  return new Map(players.map((player) => [player.story.name, player.played()]));
}

/**
 * Plays one story by a clock of its own, which may run faster than life, on a server that skips no time. In such haste a
 * command may come before what it waits for: refused where it should not be, it is sent again for some seconds.
 */
export async function playAlone(server: Server, story: Story, clock: PlanClock): Promise<Played> {
  const player = new Player(server, story, clock, 60);
  for (const at of [...new Set(player.instants)].sort()) {
    await sleepUntil(server, clock, at);
    await player.play(at);
  }
  return player.played();
}

/** Sleeps until the plan's clock shows it; skipped time takes no time. */
export async function sleepUntil(server: Server, clock: PlanClock, at: string): Promise<void> {
  const wait = Date.parse(toReal(clock, instantAt(at))) - (await server.env.currentTimeMs());
  if (wait > 0) await server.env.sleep(wait);
}

/** `YYYY-MM-DD HH:MM` in Shanghai as an instant. */
export function instantAt(local: string): string {
  return new Date(`${local.replace(' ', 'T')}:00.000+08:00`).toISOString();
}

/** Milliseconds after which an update is sent again, as the client does it. */
const answerWithin = 15_000;

/** An update under an id of its own, sent again as the client does where it met a workflow continuing as new. */
export async function sendSafely(
  handle: WorkflowHandle,
  event: string,
  args: [unknown],
  updateId: string,
): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    try {
      return await handle.client.withDeadline(Date.now() + answerWithin, () =>
        handle.executeUpdate<unknown, [unknown]>(event, { args, updateId }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isServiceError(error)))
        throw error;
      if (tries === 50) throw error;
    }
    await pause(20);
  }
}

function isServiceError(error: unknown): boolean {
  return (
    error instanceof ServiceError ||
    troubleOf(error) === 'interrupted' ||
    (error instanceof Error && /unexpected workflow task failure/.test(error.message))
  );
}

/** The reason of a refused update; anything else that goes wrong is thrown. */
export async function reasonOf(send: () => Promise<unknown>): Promise<string | null> {
  try {
    await send();
    return null;
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
    return error.cause?.message ?? error.message;
  }
}

class Player {
  readonly story: Story;
  private readonly server: Server;
  private readonly clock: PlanClock;
  private readonly answers: Answered[] = [];
  private readonly seen = new Map<string, Seen>();
  private readonly tries: number;

  /** @param tries how often a command is sent at most, until it is accepted as it should be */
  constructor(server: Server, story: Story, clock: PlanClock, tries = 1) {
    this.tries = tries;
    this.server = server;
    this.story = story;
    this.clock = clock;
  }

  get instants(): readonly string[] {
    return [this.story.begins, ...this.story.moves.map(({ at }) => at)];
  }

  async play(at: string): Promise<void> {
    if (at === this.story.begins && this.story.received !== undefined)
      await this.receive(this.story.received);
    if (at === this.story.begins)
      for (const seq of this.story.problems.keys()) await this.start(seq + 1);
    for (const move of this.story.moves) if (move.at === at) await this.make(move);
  }

  played(): Played {
    const { story, clock, server, seen } = this;
    const sent = story.moves
      .filter((move) => move.kind === 'sent')
      .sort((one, other) => one.at.localeCompare(other.at));
    return {
      story,
      told: told(clock, story.name, server.journal, server.messages, seen),
      answers: this.answers,
      expected: sent.map(({ refused }) => refused),
    };
  }

  private async start(seq: number): Promise<void> {
    const { problems, feedbackOn, people, policy, name } = this.story;
    const problem = { ...problems[seq - 1], seq, number: seq };
    const input = contextFor(problem, {
      clock: this.clock,
      rectification: `rectification/${name}`,
      ...(feedbackOn === undefined ? {} : { feedbackOn }),
      ...(people === undefined ? {} : { people }),
      ...(policy === undefined ? {} : { policy }),
    });
    const start: StartNew = {
      kind: 'new',
      machine: { name: problem.kind ?? received.kind, version: '1' },
      input: input as never,
    };
    await this.run(seq, start);
  }

  private async receive(problems: readonly ReceivedProblem[]): Promise<void> {
    const { name, feedbackOn = '2025-02-10' } = this.story;
    const receiving = {
      unit: '云川县水务局',
      inspectedBy: null,
      inspection: { from: null, to: null },
      takenOver: false,
    };
    const input = rectificationContext({
      ...{ ...receiving, id: name, feedbackOn, clock: this.clock, people, policy: defaultPolicy },
      now: new Date(await this.server.env.currentTimeMs()).toISOString(),
    });
    const start: StartNew = {
      kind: 'new',
      machine: { name: 'rectification', version: '1' },
      input: input as never,
    };
    const handle = await this.server.client.workflow.start('rectification', {
      workflowId: rectificationId(name),
      taskQueue: this.server.taskQueue,
      args: [this.tuned(start)],
    });
    await handle.executeUpdate('addProblems', { args: [{ problems, by: 'office' }] });
  }

  private async run(seq: number, start: StartNew): Promise<void> {
    await this.server.client.workflow.start('problem', {
      workflowId: problemId(this.story.name, seq),
      taskQueue: this.server.taskQueue,
      args: [this.tuned(start)],
    });
  }

  private tuned(start: StartNew): StartNew {
    const { tuning } = this.story;
    return tuning === undefined ? start : { ...start, tuning };
  }

  private handle(seq: number): WorkflowHandle {
    return this.server.client.workflow.getHandle(workflowOf(this.story.name, seq));
  }

  private async make(move: Move): Promise<void> {
    const handle = this.handle(move.seq);
    switch (move.kind) {
      case 'sent': {
        const refused = await this.send(handle, move);
        this.answers.push({ move: `${move.at} ${nameOf(move.by)} ${move.event}`, refused });
        return;
      }
      case 'signalled':
        return handle.signal(move.event, move.payload);
      case 'look':
        this.seen.set(move.name, seenOf(await handle.query('view', 'office')));
        return;
      case 'reopening':
        return this.reopen(move.seq, move.by, move.fields);
    }
  }

  private async send(handle: WorkflowHandle, move: Sent): Promise<string | null> {
    const args: [unknown] = [{ ...move.fields, by: move.by }];
    const id = `${move.at} ${move.event} ${nameOf(move.by)}`;
    for (let tries = 1; ; tries += 1) {
      const refused = await reasonOf(() => sendSafely(handle, move.event, args, id));
      if (refused === null || move.refused !== null || tries >= this.tries) return refused;
      await pause(50);
    }
  }

  /** As the client does it: the old context and sequence, the relapse as the first step. */
  private async reopen(seq: number, by: By, fields: object) {
    const old = await this.handle(seq).query<PersistedState>('state');
    const { context } = old.snapshot as { readonly context: object };
    const sender = { decidedBy: by, recordedBy: by, basis: 'ownSignIn' };
    await this.run(seq, {
      kind: 'new',
      machine: old.machine,
      input: { ...context, entry: 'closed' },
      previous: { sequence: old.sequence, seen: old.seen },
      first: {
        id: `reopen-${seq}`,
        event: { type: 'relapse', ...fields },
        by: sender,
      },
    });
  }
}

function nameOf(by: By): string {
  return typeof by === 'string' ? by : JSON.stringify(by);
}

function seenOf(view: unknown): Seen {
  const { context, may, machine } = view as {
    readonly context: Seen['context'];
    readonly may: readonly { readonly type: string }[];
    readonly machine: { readonly name: string };
  };
  const { stage, lamp, status } = context as unknown as Seen;
  const waits = context.waits as Readonly<Record<string, { schedule: { dueOn: string } | null }>>;
  return {
    stage,
    lamp,
    status,
    context,
    machine: machine.name,
    dueOn: waits.work?.schedule?.dueOn ?? null,
    may: may.map(({ type }) => type),
  };
}
