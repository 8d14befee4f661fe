/**
 * Holds the engine to XState's live actor: random runs of a machine on both, compared after everything that happens.
 * A machine is added in one line: `conforms(definition, arbitraryEvent)`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import type { AnyActorRef, AnyMachineSnapshot, AnyStateNode } from 'xstate';
import {
  createRegistry,
  type Child,
  type Effect,
  type JsonObject,
  type Json,
  type MachineDefinition,
  type Outcome,
  type Refused,
  type Registry,
  type Work,
} from '../../../engine/core';
import { atInstant } from '../../../engine/core/clock';
import { withDescendants } from '../../../engine/core/child';
import { specialKind } from '../../../engine/core/special-actions';
import { LiveActor, pathOf, type Asked } from './live-actor';
import { VirtualHost, start, type Event } from './virtual-host';

export interface ConformanceOptions {
  /** Random runs; 250 unless told. `CONFORMANCE_RUNS` overrides it. */
  readonly runs?: number;
  /** Commands a run has at most; 40 unless told. */
  readonly commands?: number;
  readonly input?: Arbitrary<Json>;
  /** Machines it may become; a run ends there, for the live actor knows no becoming. */
  readonly becomes?: readonly MachineDefinition[];
  /** Who sends; nobody unless told. */
  readonly by?: Arbitrary<JsonObject | null>;
  /** Milliseconds that pass between commands. */
  readonly waits?: Arbitrary<number>;
  /** What invokes answer, by actor name; null for the rest. */
  readonly outputs?: { readonly [name: string]: Arbitrary<Json> };
  /** For charts nobody would draw: a run ends in silence where XState itself loses its way. */
  readonly wild?: boolean;
  /** Told after each run; for counting what the runs have reached. */
  readonly onStep?: (host: VirtualHost) => void;
}

/** More timers within one wait are a chart that never comes to rest. */
const firingLimit = 200;

/** What conformance has compared so far in this process. */
export const compared = {
  machines: 0,
  runs: 0,
  steps: 0,
  events: 0,
  /** Times the engine's state went through JSON. */
  restores: 0,
  /** Runs that ended early because XState itself lost its way. */
  lost: 0,
  differences: 0,
};

/** Leaves what was compared in the folder that `npm run conformance` asked for. */
export function report(name: string): void {
  const folder = process.env.CONFORMANCE_REPORTS;
  if (folder === undefined) return;
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ ...compared, seed }));
}

type Command =
  | { readonly kind: 'send'; readonly event: Event; readonly by: JsonObject | null }
  | { readonly kind: 'repeat'; readonly back: number }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'succeed'; readonly which: number; readonly outputs: JsonObject }
  | { readonly kind: 'fail'; readonly which: number }
  | { readonly kind: 'retry'; readonly which: number };

/** The seed of every random run; the same seed makes the same runs. */
export const seed = Number(process.env.CONFORMANCE_SEED ?? 20260302);

/** Throws, with the shortest run that shows it, when engine and live actor differ. */
export function conforms(
  definition: MachineDefinition,
  event: Arbitrary<Event>,
  options: ConformanceOptions = {},
): void {
  const registry = createRegistry([definition, ...(options.becomes ?? [])]);
  const input = options.input ?? fc.constant(null);
  const numRuns = Number(process.env.CONFORMANCE_RUNS ?? options.runs ?? 250);
  compared.machines += 1;
  checked(
    fc.property(input, commands(event, options), (given, run) =>
      compareRun(registry, definition, given, run, options),
    ),
    numRuns,
  );
}

/** The same for machines that are generated: throws with the smallest machine and the shortest run. */
export function allConform(
  machines: Arbitrary<MachineDefinition>,
  event: Arbitrary<Event>,
  options: ConformanceOptions & { readonly machines: number; readonly runs: number },
): void {
  const runs = fc.array(commands(event, options), { maxLength: options.runs, size: 'max' });
  checked(
    fc.property(machines, runs, (definition, all) => {
      const registry = createRegistry([definition]);
      compared.machines += 1;
      for (const run of all) compareRun(registry, definition, null, run, options);
    }),
    options.machines,
  );
}

function checked<T>(property: fc.IProperty<T>, numRuns: number): void {
  try {
    fc.assert(property, { seed, numRuns });
  } catch (error) {
    compared.differences += 1;
    throw error;
  }
}

function compareRun(
  registry: Registry,
  definition: MachineDefinition,
  input: Json,
  run: readonly Command[],
  { wild, onStep }: ConformanceOptions,
): void {
  compared.runs += 1;
  const comparing = (): void => new Comparison(registry, definition, input, onStep).run(run);
  if (wild) untilLost(comparing);
  else comparing();
}

/** XState lost its way, not the engine: there is nothing to compare any more. */
class LostError extends Error {
  constructor(how: string) {
    super(how);
    this.name = 'LostError';
  }
}

function untilLost(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof LostError) && !isEndless(error)) throw error;
    compared.lost += 1;
  }
}

/** Neither the engine nor XState comes to rest. */
function isEndless(error: unknown): boolean {
  return /Infinite loop detected|between the actors within one step/.test(String(error));
}

function commands(
  event: Arbitrary<Event>,
  options: ConformanceOptions,
): Arbitrary<readonly Command[]> {
  const length = { maxLength: options.commands ?? 40, size: 'max' } as const;
  return fc.noBias(fc.array(command(event, options), length));
}

function command(event: Arbitrary<Event>, options: ConformanceOptions): Arbitrary<Command> {
  const which = fc.nat(9);
  const send = fc.record({
    kind: fc.constant('send' as const),
    event,
    by: options.by ?? fc.constant(null),
  });
  const milliseconds = options.waits ?? fc.constantFrom(0, 1, 7, 50, 99, 100, 101, 500, 5000);
  return fc.oneof(
    { arbitrary: send, weight: 12 },
    { arbitrary: fc.record({ kind: fc.constant('wait' as const), milliseconds }), weight: 4 },
    {
      arbitrary: fc.record({
        kind: fc.constant('succeed' as const),
        which,
        outputs: fc.record(options.outputs ?? {}),
      }),
      weight: 4,
    },
    { arbitrary: fc.record({ kind: fc.constant('fail' as const), which }), weight: 2 },
    { arbitrary: fc.record({ kind: fc.constant('retry' as const), which }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant('repeat' as const), back: which }), weight: 1 },
  );
}

/** One run: the live actor, the engine through JSON before every step, and the engine in memory. */
class Comparison {
  private readonly definition: MachineDefinition;
  private readonly host: VirtualHost;
  private readonly memory: VirtualHost;
  private readonly live: LiveActor;
  private readonly onStep: ((host: VirtualHost) => void) | undefined;
  private failures = 0;
  private readonly accepted: { id: string; event: Event; sequence: number }[] = [];

  constructor(
    registry: Registry,
    definition: MachineDefinition,
    input: Json,
    onStep?: (host: VirtualHost) => void,
  ) {
    const ref = { name: definition.name, version: definition.version };
    this.definition = definition;
    this.onStep = onStep;
    const hosting = (restoring: boolean): VirtualHost =>
      new VirtualHost(registry, ref, input, { restoring });
    const live = (): LiveActor => new LiveActor(definition.machine, input, start);
    [this.host, this.memory] = begun(() => [hosting(true), hosting(false)], live);
    this.live = live();
  }

  run(commands: readonly Command[]): void {
    this.compare('begin');
    for (const command of commands) {
      if (this.turned) return;
      this.apply(command);
    }
  }

  /** It goes on as another machine, which the live actor does not know. */
  private get turned(): boolean {
    return this.host.effects.some((effect) => effect.kind === 'become');
  }

  private apply(command: Command): void {
    switch (command.kind) {
      case 'send':
        return this.send(command.event, command.by);
      case 'repeat':
        return this.repeat(command.back);
      case 'wait':
        return this.wait(command.milliseconds);
      case 'succeed':
        return this.succeed(command.which, command.outputs);
      case 'fail':
        return this.fail(command.which);
      case 'retry':
        return this.retry(command.which);
    }
  }

  private send(event: Event, by: JsonObject | null): void {
    compared.events += 1;
    const id = this.host.nextId;
    const result = this.both((host) => host.send(event, by, id));
    const sent = { ...event, by };
    if (result.kind === 'accepted') {
      this.accepted.push({ id, event, sequence: this.sequenceOf(id) });
      this.live.send(sent);
    }
    if (result.kind === 'refused') this.refused(result, sent);
    this.compare(`send ${event.type}`);
  }

  /** A refused event changes nothing in the live actor either, or it never got as far as the machine. */
  private refused(result: Refused, sent: Event): void {
    const { code, guard, text } = result.why[0] ?? {};
    if (isEndless(text)) throw new LostError(String(text));
    if (code === 'notNow' || (code === 'forbidden' && guard !== null))
      this.same('refused', this.idle(sent), true);
    if (code === 'finished') this.same('finished', this.live.snapshot.status, 'done');
    if (code === 'error' && this.failures++ < 5) this.same('fails', this.live.failsBy(sent), true);
  }

  private idle(sent: Event): boolean {
    // The live actor's context learns the instant only when it steps; a guard that looks at it must be asked now.
    const before = atInstant(this.live.snapshot, new Date(this.host.now).toISOString());
    const chosen = before.machine.getTransitionData(before, sent);
    return chosen.every((each) => each.target === undefined && each.actions.length === 0);
  }

  private repeat(back: number): void {
    const earlier = this.accepted.at(-1 - (back % Math.max(this.accepted.length, 1)));
    if (earlier === undefined) return;
    const { id, event, sequence } = earlier;
    const result = this.both((host) => host.send(event, null, id));
    this.same('repeated command', result, { kind: 'duplicate', sequence });
    this.compare(`repeat ${id}`);
  }

  private wait(milliseconds: number): void {
    const until = this.host.now + milliseconds;
    for (let firings = 0; ; firings += 1) {
      if (firings > firingLimit)
        throw new LostError(`${firings} timers fire within ${milliseconds} ms`);
      const timer = this.host.nextTimer;
      const fired = this.bothOrFail(
        (host) => host.fireNext(until),
        () => this.live.fireNext(until),
      );
      this.same('a timer fires', fired, this.live.fireNext(until));
      if (!fired) break;
      this.compare(`fire ${timer?.id}`);
    }
    for (const each of [this.host, this.memory, this.live]) each.setClock(until);
  }

  private succeed(which: number, outputs: JsonObject): void {
    const work = this.pick(which, false);
    if (work === undefined) return;
    const output = outputs[work.name] ?? null;
    const index = this.host.invokes.findIndex((each) => each.id === work.id);
    this.bothOrFail(
      (host) => host.settle(work.id, { kind: 'done', output }),
      () => this.live.succeed(index, output),
    );
    if (index >= 0) this.live.succeed(index, output);
    this.compare(`${work.name} succeeds`);
  }

  /** What nobody handles ends the live actor; the engine parks it, as if the live one were still waiting. */
  private fail(which: number): void {
    const work = this.pick(which, false);
    if (work === undefined) return;
    const error = { name: 'Error', message: `${work.name} failed`, type: 'Test' };
    const outcome: Outcome = { kind: 'failed', error };
    const index = this.host.invokes.findIndex((each) => each.id === work.id);
    const handled = work.kind === 'invoke' && this.handles(index, error);
    this.bothOrFail(
      (host) => host.settle(work.id, outcome),
      () => this.live.fail(index, error),
    );
    const parked = this.host.incidents.some((each) => each.id === work.id);
    this.same('parked', parked, !handled);
    if (handled) this.live.fail(index, error);
    this.compare(`${work.name} fails`);
  }

  private handles(index: number, error: Json): boolean {
    try {
      return this.live.handlesFailure(index, error);
    } catch {
      return false;
    }
  }

  private retry(which: number): void {
    const work = this.pick(which, true);
    if (work === undefined) return;
    this.both((host) => host.retry(work.id));
    this.same('retried', workIds(this.host), [work.id]);
    this.compare(`retry ${work.name}`, []);
  }

  private pick(which: number, parked: boolean): Work | undefined {
    const eligible = this.host.state.work.filter((work) => (work.parked !== null) === parked);
    return eligible[which % Math.max(eligible.length, 1)];
  }

  private sequenceOf(id: string): number {
    return this.host.state.seen.find(([known]) => known === id)?.[1] ?? -1;
  }

  /** Does the same to the engine through JSON and in memory, and wants the same of both. */
  private both<T>(act: (host: VirtualHost) => T): T {
    const [restored, kept] = [act(this.host), act(this.memory)];
    if (typeof restored !== 'object') this.same('in memory and through JSON', kept, restored);
    this.same('effects in memory', this.memory.effects, this.host.effects);
    return restored;
  }

  /** Where the machine itself fails there is nobody to refuse: the workflow's task fails, and the live actor ends. */
  private bothOrFail<T>(act: (host: VirtualHost) => T, live: () => void): T {
    try {
      return this.both(act);
    } catch (error) {
      if (isEndless(error)) throw error;
      live();
      this.same('fails', this.live.snapshot.status, 'error');
      throw new LostError(`the machine fails: ${String(error)}`);
    }
  }

  private compare(step: string, effects = this.host.effects): void {
    compared.steps += 1;
    compared.restores += this.host.takeRestores();
    for (const { snapshot } of [this.live, ...this.live.children]) wellFormed(snapshot);
    for (const { snapshot } of [this.host.state, ...this.host.state.children])
      noUndefined(snapshot.context, 'context');
    noUndefined(this.host.effects, 'effects');
    const asked = this.live.takeAsked();
    if (!this.turned) {
      const expected = observeLive(this.live, asked, this.definition);
      const actual = observeEngine(this.host, effects);
      this.same(`engine and live actor after ${step}`, actual, expected);
    }
    if (this.memory.persisted !== this.host.persisted) {
      const [kept, restored] = [this.memory, this.host].map((host): unknown =>
        JSON.parse(host.persisted),
      );
      this.same(`in memory and through JSON after ${step}`, kept, restored);
    }
    this.onStep?.(this.host);
  }

  private same(what: string, actual: unknown, wanted: unknown): void {
    if (isDeepStrictEqual(actual, wanted)) return;
    const { value } = this.live.snapshot;
    expect({ what, at: value, actual }).toEqual({ what, at: value, actual: wanted });
    throw new Error(`${what} differ in what JSON does not show`);
  }
}

/** A machine that fails at once fails in the live actor as well. */
function begun<T>(begin: () => T, live: () => LiveActor): T {
  try {
    return begin();
  } catch (error) {
    if (isEndless(error) || live().snapshot.status !== 'error') throw error;
    throw new LostError(`the machine fails: ${String(error)}`);
  }
}

/** What both sides show after a step. */
interface Observed extends Stands {
  readonly children: readonly (Stands & { readonly path: string; readonly src: unknown })[];
  readonly asked: { readonly [kind: string]: readonly (readonly [string, unknown])[] };
  readonly emitted: readonly unknown[];
  readonly timers: readonly (readonly [owner: string, id: string, due: number])[];
  readonly invokes: readonly (readonly [
    owner: string,
    actor: string,
    name: string,
    input: unknown,
  ])[];
}

interface Stands {
  readonly value: unknown;
  readonly context: unknown;
  readonly status: string;
  readonly output: unknown;
  readonly tags: readonly string[];
  readonly meta: unknown;
}

function standsOf(snapshot: AnyMachineSnapshot): Stands {
  const { value, context, status, output, tags } = snapshot;
  const meta = snapshot.getMeta() as unknown;
  return { value, context, status, output: output ?? null, tags: [...tags].sort(), meta };
}

const asking = ['act', 'startChild', 'signal'] as const;

function observeEngine(host: VirtualHost, effects: readonly Effect[]): Observed {
  const { snapshot, timers, children } = host.state;
  const works = effects.flatMap((effect) => (effect.kind === 'work' ? [effect.work] : []));
  const paths = pathsOf(children);
  // Of a timer that outlives the actor that set it, XState still knows whose it was.
  const pathTo = (owner: string | undefined): string => (owner ? (paths.get(owner) ?? '?') : '');
  const due = timers.map(({ id, dueAt, owner }) => [pathTo(owner), id, Date.parse(dueAt)] as const);
  return {
    ...standsOf(snapshot),
    children: sorted(
      children.map((child) => ({
        path: pathTo(child.key),
        src: child.src,
        ...standsOf(child.snapshot),
      })),
    ),
    asked: Object.fromEntries(
      asking.map((kind) => [
        kind,
        works.filter((work) => work.kind === kind).map((work) => [work.name, work.input]),
      ]),
    ),
    emitted: effects.flatMap((effect) => (effect.kind === 'emit' ? [effect.event] : [])),
    timers: due.sort((a, b) => a[2] - b[2]),
    invokes: host.invokes.map(({ owner, actor, name, input }) => [
      pathTo(owner),
      actor,
      name,
      input,
    ]),
  };
}

function pathsOf(children: readonly Child[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { key, parent, id } of children)
    paths.set(key, `${parent === undefined ? '' : (paths.get(parent) ?? '?')}/${id}`);
  return paths;
}

function sorted<T extends { readonly path: string }>(children: readonly T[]): readonly T[] {
  return [...children].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function observeLive(live: LiveActor, asked: Asked, definition: MachineDefinition): Observed {
  const { snapshot } = live;
  const actions = withDescendants(definition.machine).map(
    ({ implementations }) => implementations.actions as Readonly<Record<string, unknown>>,
  );
  const kindOf = (name: string): string =>
    actions.map((each) => specialKind(each[name])).find((kind) => kind !== null) ?? 'act';
  const there = new Set(live.children.map(({ ref }) => ref));
  const known = (ref: AnyActorRef): string =>
    ref._parent === undefined || there.has(ref) ? pathOf(ref) : '?';
  return {
    ...standsOf(snapshot),
    children: sorted(
      live.children.map((child) => ({
        path: child.path,
        src: child.src,
        ...standsOf(child.snapshot),
      })),
    ),
    asked: Object.fromEntries(
      asking.map((kind) => [
        kind,
        asked.actions
          .filter(({ name, params }) => kindOf(name) === kind && asksSomething(kind, params))
          .map(({ name, params }) => [name, params ?? null]),
      ]),
    ),
    emitted: asked.emitted,
    timers: live.pending.map(({ id, due, source }) => [known(source), id, due]),
    invokes: live.invokes.map(({ owner, actor, name, input }) => [
      owner,
      actor,
      name,
      input ?? null,
    ]),
  };
}

/** Params that come out as null ask for nothing, but of an activity. */
function asksSomething(kind: string, params: unknown): boolean {
  return kind === 'act' || (params ?? null) !== null;
}

/** In some transitions XState exits a state and forgets to enter it again; what follows is anybody's guess. */
function wellFormed({ _nodes: nodes, status }: AnyMachineSnapshot): void {
  if (status !== 'active') return;
  const active = new Set<AnyStateNode>(nodes);
  for (const node of nodes) {
    if (node.parent !== undefined && !active.has(node.parent))
      throw new LostError(`XState is in ${node.id} but not in ${node.parent.id}`);
    const children = Object.values(node.states).filter((child) => child.type !== 'history');
    const inside = children.filter((child) => active.has(child)).length;
    const wanted = node.type === 'parallel' ? children.length : Math.min(children.length, 1);
    if (inside !== wanted) throw new LostError(`XState is in ${inside} children of ${node.id}`);
  }
}

function workIds(host: VirtualHost): readonly string[] {
  return host.effects.flatMap((effect) => (effect.kind === 'work' ? [effect.work.id] : []));
}

/** What is undefined is gone after JSON, and an expression that reads it may throw. */
function noUndefined(value: unknown, path: string): void {
  if (value === undefined) throw new Error(`${path} is undefined, which JSON loses: write null`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) noUndefined(inner, `${path}.${key}`);
}
