/** The SDK: what an engineer's own program does with the rectification system. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { MayEvent } from '../engine/core';
import type { Person } from '../domain/people';
import type { Policy } from '../domain/policy';
import type { Reception } from '../domain/reception';
import { retryUpdate } from '../engine/temporal/engine-updates';
import type { ProblemEventType, RectificationEventType } from '../machines';
import { taskQueue, type NamingAttribute } from '../workflows/contract';
import { registryOf } from '../workflows/registry';
import { mapBounded } from './bounded';
import { answers, type Calls } from './calls';
import type { Sent } from './command';
import {
  heldWorkflow,
  heldWorkflows,
  linesHeld,
  type HeldLines,
  type HeldWorkflow,
} from './histories';
import { NoWorkerAnswers, TargetUnknown } from './errors';
import {
  migrateRunning,
  planMigration,
  type Migrating,
  type MigrationOutlook,
  type MigrationResult,
} from './migrate';
import {
  list,
  listIncidents,
  listRectifications,
  type Filter,
  type RectificationRow,
  type Row,
} from './list';
import * as read from './read';
import { compare, receive, type Comparison, type ReceiveResult, type Receiving } from './receive';
import { reassignAll, type Reassigning } from './reassign-all';
import { sendOne } from './send';
import type { By } from './sender';
import type { OnRefused } from './tell-refused';
import type { OnSent } from './tell-sent';
import { watchRows, type Change } from './watch';
import { runningVersions, workersSeen, type RunningVersions, type WorkerSeen } from './workers';

export interface ZhenggaiOptions {
  readonly client: Client;
  /** Where the workers listen; the system's own by default. */
  readonly taskQueue?: string;
  /** Search attributes that the workers leave empty; lists then ask the workflows themselves. Default: none. */
  readonly hiddenAttributes?: readonly NamingAttribute[];
  /** How long each call may take, milliseconds. Default 10 seconds. */
  readonly deadlineMs?: number;
  /**
   * Is told of each command that was refused: a workflow has no trace of it. The answer waits for this a few seconds at most,
   * and is the same whatever becomes of it.
   */
  readonly onRefused?: OnRefused;
  /** Is told of each command how it came out and how long that took; never of what people wrote. */
  readonly onSent?: OnSent;
}

/** What goes with an event: who, and the fields that `problemEvents` and `rectificationEvents` describe. */
export interface Sending extends By {
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The same id again is applied once and answered the same; made up where it is not given. */
  readonly commandId?: string;
}

/** Something that was given up after its tries. */
export interface GivenUp {
  readonly workflow: string;
  /** By which it is taken up again. */
  readonly effect: string;
  /** The activity, or what else it was. */
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly message: string;
}

/** Commands to several workflows at once; the server and one worker share a small machine. */
const atOnce = 8;

/**
 * Receives feedback, sends what people decide, and shows how things stand.
 *
 * @example
 * const connection = await Connection.connect({ address: '127.0.0.1:7233' });
 * const zhenggai = new Zhenggai({ client: new Client({ connection }) });
 * await zhenggai.receive(reception);
 * const [sent] = await zhenggai.send('problem/20261102-3fa9/7', 'accept', { by: 'li-na' });
 * if (sent?.outcome === 'refused') console.log(sent.refused.why);
 */
export class Zhenggai {
  private readonly calls: Calls;

  constructor(options: ZhenggaiOptions) {
    this.calls = { taskQueue, deadlineMs: 10_000, ...options };
  }

  /**
   * Takes feedback in: starts its rectification and problems. The same again changes nothing; what differs is reported,
   * and applied only with `amend`.
   *
   * @throws Refusal when the rectification does not take problems in; ServerUnreachable, NoWorkerAnswers, OutcomeUnknown:
   * receive again, and it goes on where it stopped
   * @example
   * const { added, changed } = await zhenggai.receive(reception, { onProgress: ({ done, of }) => show(done, of) });
   */
  receive(reception: Reception, receiving: Receiving = {}): Promise<ReceiveResult> {
    return receive(this.calls, reception, receiving);
  }

  /**
   * What `receive` would find; changes nothing.
   *
   * @example
   * const { standing, added, changed } = await zhenggai.compare(reception);
   */
  compare(reception: Reception): Promise<Comparison> {
    return compare(this.calls, reception);
  }

  /**
   * Sends an event to one or several workflows, each within the deadline, trying again under the same command id. What
   * came of it is answered for each, in order; a refusal carries its reasons and what is accepted instead. `relapse` for a
   * closed problem opens it again.
   *
   * @param targets workflow ids: `problem/<rectification>/<seq>` or `rectification/<id>`
   * @example
   * await zhenggai.send(['problem/x/1', 'problem/x/2'], 'approve', { by: 'wang', recordedBy: 'he', basis: 'signedSheet' });
   */
  send(
    targets: string | readonly string[],
    event: ProblemEventType | RectificationEventType,
    { fields = {}, commandId = randomUUID(), ...by }: Sending,
  ): Promise<readonly Sent[]> {
    const all = typeof targets === 'string' ? [targets] : [...new Set(targets)];
    const command = { id: commandId, event, fields, by };
    return mapBounded(all, atOnce, (workflow) => sendOne(this.calls, workflow, command));
  }

  /**
   * Gives all of somebody's open work to somebody else: one `reassign` for each role held in each open problem.
   *
   * @example
   * await zhenggai.reassignAll({ from: 'li-na', to: 'qian-jin', by: { by: 'he-jing' } });
   */
  reassignAll(reassigning: Reassigning): Promise<readonly Sent[]> {
    return reassignAll(this.calls, reassigning);
  }

  /**
   * How a problem stands, also when it is closed.
   *
   * @param by whose possible events `may` names
   * @throws TargetUnknown when there is none
   * @example
   * const { context, may } = await zhenggai.problem('problem/20261102-3fa9/7', 'li-na');
   */
  problem(workflow: string, by: string | null = null): Promise<read.ProblemView> {
    return read.view(this.calls, workflow, by);
  }

  /**
   * How a rectification stands, also when it is closed.
   *
   * @throws TargetUnknown when there is none
   * @example
   * const { context } = await zhenggai.rectification('rectification/20261102-3fa9');
   */
  rectification(workflow: string, by: string | null = null): Promise<read.RectificationView> {
    return read.view(this.calls, workflow, by);
  }

  /**
   * What each of these persons can send now, in their order.
   *
   * @example
   * const [mine = []] = await zhenggai.may('problem/20261102-3fa9/7', ['li-na']);
   */
  may(workflow: string, persons: readonly string[]): Promise<readonly (readonly MayEvent[])[]> {
    return read.may(this.calls, workflow, persons);
  }

  /**
   * The people of a rectification; none where it is not known.
   *
   * @example
   * const people = await zhenggai.people('rectification/20261102-3fa9');
   */
  async people(rectification: string): Promise<readonly Person[]> {
    return (await this.rectification(rectification)).context.people;
  }

  /**
   * The rules of a rectification, as they were when it was received.
   *
   * @throws TargetUnknown when there is none
   * @example
   * const { concentratedMonths } = await zhenggai.policy('rectification/20261102-3fa9');
   */
  policy(rectification: string): Promise<Policy> {
    return read.policyOf(this.calls, rectification);
  }

  /**
   * Problems from the server's index, a moment behind the truth: to look at, never to decide by.
   *
   * @example
   * const red = await zhenggai.list({ lamps: ['overdue'], open: true });
   */
  list(filter: Filter = {}): Promise<readonly Row[]> {
    return list(this.calls, filter);
  }

  /**
   * Rectifications from the server's index.
   *
   * @example
   * const [only] = await zhenggai.rectifications({ open: true });
   */
  rectifications({ open = false }: { readonly open?: boolean } = {}): Promise<
    readonly RectificationRow[]
  > {
    return listRectifications(this.calls, open);
  }

  /**
   * Tells of changes until the signal is aborted; the first answer comes as what appeared.
   *
   * @example
   * await zhenggai.watch({ lamps: ['overdue'] }, (changes) => console.log(changes), AbortSignal.timeout(60_000));
   */
  watch(
    filter: Filter,
    onChange: (changes: readonly Change[]) => void,
    signal: AbortSignal,
    everyMs = 2000,
  ): Promise<void> {
    return watchRows(() => this.list(filter), onChange, signal, everyMs);
  }

  /**
   * What was given up after its tries and waits for somebody: of problems, rectifications and the digests of reminders.
   *
   * @example
   * for (const { workflow, effect } of await zhenggai.incidents()) console.log(workflow, effect);
   */
  async incidents(): Promise<readonly GivenUp[]> {
    const found = await mapBounded(await listIncidents(this.calls), atOnce, (workflow) =>
      this.incidentsOf(workflow),
    );
    return found.flat();
  }

  /** The same of one workflow. */
  async incidentsOf(workflow: string): Promise<readonly GivenUp[]> {
    const { incidents } = await read.view<unknown>(this.calls, workflow, null);
    return incidents.map(({ id, name, parked }) => ({
      ...{ workflow, effect: id, name },
      at: parked?.at ?? '',
      message: parked?.error.message ?? '',
    }));
  }

  /**
   * Takes an incident up again: the effect is tried once more under the same id.
   *
   * @param commandId the same again is applied once
   * @example
   * await zhenggai.retryIncident('problem/x/1', 'problem/x/1/12/0', { by: 'he-jing' });
   */
  retryIncident(
    workflow: string,
    effect: string,
    by: By,
    commandId: string = randomUUID(),
  ): Promise<Sent> {
    const command = { id: commandId, event: retryUpdate, fields: { effect }, by };
    return sendOne(this.calls, workflow, command);
  }

  /** Whether the server answers within so many milliseconds. Never throws. */
  answers(withinMs: number): Promise<boolean> {
    return answers(this.calls.client, withinMs);
  }

  /**
   * The workers that the server has heard of within the last minutes.
   *
   * @throws ServerUnreachable
   * @example
   * for (const { identity, lastSeen } of await zhenggai.workers()) console.log(identity, lastSeen);
   */
  workers(): Promise<readonly WorkerSeen[]> {
    return workersSeen(this.calls);
  }

  /**
   * Which versions of which machines run, and how often.
   *
   * @param atMost so many workflows are asked
   * @example
   * const { versions } = await zhenggai.versions(200);
   */
  versions(atMost: number): Promise<RunningVersions> {
    return runningVersions(this.calls, atMost);
  }

  /**
   * What `migrate` would do: a plan for each running workflow on the old version, and what separates the versions. Changes
   * nothing.
   *
   * @throws UnknownMachineError when a version is not registered
   * @example
   * const { plans } = await zhenggai.planMigration({ machine: 'timeLimited', from: '1', to: '2' });
   */
  planMigration(migrating: Migrating): Promise<MigrationOutlook> {
    return planMigration(this.calls, registryOf(migrating.machine), migrating);
  }

  /**
   * Moves running workflows to another version of their machine; those that cannot move stay as they are and are named.
   *
   * @throws UnknownMachineError when a version is not registered
   * @example
   * await zhenggai.migrate({ machine: 'timeLimited', from: '1', to: '2', by: { by: 'he-jing' } });
   */
  migrate(migrating: Migrating & { readonly by: By }): Promise<MigrationResult> {
    return migrateRunning(this.calls, registryOf(migrating.machine), migrating);
  }

  /**
   * Every problem, rectification and digest that the server still has, open or closed.
   *
   * @example
   * for (const held of await zhenggai.held()) console.log(held.workflow, held.runs.length);
   */
  held(): Promise<readonly HeldWorkflow[]> {
    return heldWorkflows(this.calls);
  }

  /**
   * One of them, also where the index does not know it yet; null when there is none.
   *
   * @example
   * if ((await zhenggai.heldOne('problem/x/7')) === null) console.log('gone');
   */
  heldOne(workflow: string): Promise<HeldWorkflow | null> {
    return heldWorkflow(this.calls, workflow);
  }

  /**
   * The journal's lines as the workflow's histories have them, a portion at a time, for every run that still exists.
   *
   * @example
   * for await (const { after, lines } of zhenggai.linesHeld(held)) console.log(after, lines.length);
   */
  linesHeld(held: HeldWorkflow): AsyncIterable<HeldLines> {
    return linesHeld(this.calls, held);
  }

  /**
   * How many lines wait in the workflow's state to be recorded; null when no worker answers.
   *
   * @example
   * const waiting = await zhenggai.unrecorded('problem/x/7');
   */
  async unrecorded(workflow: string): Promise<number | null> {
    try {
      return (await read.view<unknown>(this.calls, workflow, null)).unrecorded;
    } catch (error) {
      if (error instanceof TargetUnknown) return 0;
      if (error instanceof NoWorkerAnswers) return null;
      throw error;
    }
  }
}
