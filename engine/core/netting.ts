/**
 * From what XState asked, in its own order, to what is left of it: a timer or an invoke that was started and stopped
 * within one step is nothing. Taking all cancels first would leak the timers of states passed through.
 */
import type {
  BecomeInput,
  Effect,
  Invoke,
  SignalInput,
  StartChildInput,
  Timer,
  Work,
} from './effects';
import type { AskedAction } from './inert-scope';
import type { Movement } from './movement';
import type { Json, JsonObject } from './json';
import { specialKind } from './special-actions';
import { UnsupportedActionError } from './unforeseen';

export interface Netted {
  readonly timers: readonly Timer[];
  readonly work: readonly Work[];
  readonly cancelled: readonly Timer[];
  readonly stopped: readonly Invoke[];
  readonly started: readonly Timer[];
  readonly asked: readonly Work[];
  readonly emitted: readonly (JsonObject & { readonly type: string })[];
  readonly become: BecomeInput | null;
}

export interface Origin {
  readonly at: string;
  /** The id of an effect by its index within the step: `workflow/sequence/index`. */
  readonly idOf: (index: number) => string;
}

/** What is under way before the step: timers and work. */
export type Before = Pick<Netted, 'timers' | 'work'>;

/** Applies what was asked to what is under way. `firstIndex` continues the numbering where a step has several parts. */
export function net(
  before: Before,
  { asked, children }: Pick<Movement, 'asked' | 'children'>,
  origin: Origin,
  firstIndex = 0,
): Netted {
  if (asked.length === 0 && before.timers.every(isRoots)) return untouched(before);
  const draft = new Draft(before);
  asked.forEach((action, index) => draft.take(action, origin.idOf(firstIndex + index), origin.at));
  draft.dropUnheard(children);
  return draft.netted(before);
}

/** The effects of a step in canonical order. */
export function effectsOf(netted: Netted): readonly Effect[] {
  const asked = (['act', 'invoke', 'startChild', 'signal'] as const).flatMap((kind) =>
    netted.asked.filter((work) => work.kind === kind),
  );
  return [
    ...netted.cancelled.map((timer): Effect => ({ kind: 'cancelTimer', timer })),
    ...netted.stopped.map((work): Effect => ({ kind: 'stopInvoke', work })),
    ...netted.started.map((timer): Effect => ({ kind: 'startTimer', timer })),
    ...asked.map((work): Effect => ({ kind: 'work', work })),
    ...netted.emitted.map((event): Effect => ({ kind: 'emit', event })),
    ...(netted.become === null ? [] : [{ kind: 'become', into: netted.become } as const]),
  ];
}

/** Most steps ask for nothing. */
function untouched({ timers, work }: Before): Netted {
  const none: readonly never[] = [];
  const nothing = { cancelled: none, stopped: none, started: none, asked: none, emitted: none };
  return { timers, work, ...nothing, become: null };
}

function isRoots({ owner, target }: Timer): boolean {
  return (target ?? owner) === undefined;
}

class Draft {
  private timers: readonly Timer[];
  private work: Work[];
  private readonly emitted: (JsonObject & { readonly type: string })[] = [];
  private become: BecomeInput | null = null;

  constructor(before: Before) {
    this.timers = before.timers;
    this.work = [...before.work];
  }

  take(action: AskedAction, id: string, at: string): void {
    switch (action.type) {
      case 'xstate.raise':
        return this.raise(action, id, at);
      case 'xstate.cancel':
        return this.cancel((action.params as { readonly sendId: string }).sendId, action.owner);
      case 'xstate.cancelAll':
        return this.cancelAll(action.owner);
      case 'xstate.spawnChild':
        return this.invoke(action, id);
      case 'xstate.stopChild':
        return this.stop((action.params as { readonly id: string } | undefined)?.id, action.owner);
      case 'xstate.emit':
        this.emitted.push(
          (action.params as { readonly event: JsonObject & { type: string } }).event,
        );
        return;
      case 'xstate.log':
        return;
      default:
        return this.custom(action, id);
    }
  }

  netted(before: Before): Netted {
    const had = new Set(before.timers.map((timer) => timer.key));
    const has = new Set(this.timers.map((timer) => timer.key));
    const work = new Set(this.work.map((item) => item.id));
    const workBefore = new Set(before.work.map((item) => item.id));
    return {
      timers: this.timers,
      work: this.work,
      cancelled: before.timers.filter((timer) => !has.has(timer.key)),
      stopped: before.work.filter(
        (item): item is Invoke => item.kind === 'invoke' && !work.has(item.id),
      ),
      started: this.timers.filter((timer) => !had.has(timer.key)),
      asked: this.work.filter((item) => !workBefore.has(item.id)),
      emitted: this.emitted,
      become: this.become,
    };
  }

  /** A timer whose child is gone is nobody's. */
  dropUnheard(children: Movement['children']): void {
    if (this.timers.every(isRoots)) return;
    const active = children.filter(({ snapshot }) => snapshot.status === 'active');
    const keys = new Set<string | null | undefined>(active.map(({ key }) => key));
    this.timers = this.timers.filter(({ owner = null, target = owner }) =>
      target === null ? true : keys.has(target),
    );
  }

  private raise({ params, owner }: AskedAction, key: string, at: string): void {
    const { id, event, delay, target } = params as RaiseParams;
    if (typeof delay !== 'number') return;
    if (id === undefined) throw new UnsupportedActionError('a delayed event without an id');
    const dueAt = new Date(Date.parse(at) + delay).toISOString();
    const timer: Timer = { key, id, event, dueAt, detached: false, ...owned(owner) };
    const aimed = target === undefined ? timer : { ...timer, target };
    this.timers = [...detach(this.timers, timer), aimed];
  }

  private cancel(id: string, owner: string | undefined): void {
    this.timers = this.timers.filter(
      (timer) => timer.detached || timer.id !== id || timer.owner !== owner,
    );
  }

  private cancelAll(owner: string | undefined): void {
    this.timers = this.timers.filter((timer) => timer.detached || timer.owner !== owner);
  }

  private invoke({ params, owner }: AskedAction, id: string): void {
    const { src, input, actorRef } = params as SpawnParams;
    this.work.push({
      kind: 'invoke',
      id,
      name: src,
      actor: actorRef.id,
      input: input ?? null,
      parked: null,
      ...owned(owner),
    });
  }

  private stop(actor: string | undefined, owner: string | undefined): void {
    this.work = this.work.filter(
      (item) => item.kind !== 'invoke' || item.actor !== actor || item.owner !== owner,
    );
  }

  private custom(action: AskedAction, id: string): void {
    if (action.type.startsWith('xstate.')) throw new UnsupportedActionError(action.type);
    const kind = specialKind(action.exec);
    // Params that come out as null ask for nothing: a machine may decide there that nobody is to be told.
    if (kind !== null && (action.params ?? null) === null) return;
    const base = { id, name: action.type, parked: null, ...owned(action.owner) };
    switch (kind) {
      case 'become':
        if (action.owner !== undefined)
          throw new UnsupportedActionError(`${action.type} of a child machine`);
        this.become = action.params as BecomeInput;
        return;
      case 'startChild':
        this.work.push({ ...base, kind, input: action.params as StartChildInput });
        return;
      case 'signal':
        this.work.push({ ...base, kind, input: action.params as SignalInput });
        return;
      case null:
        this.work.push({
          ...base,
          kind: 'act',
          input: (action.params as Json | undefined) ?? null,
        });
    }
  }
}

/** XState lets an older delayed event of the same id fire, but can cancel only the newer one. */
export function detach(
  timers: readonly Timer[],
  { id, owner }: Pick<Timer, 'id' | 'owner'>,
): readonly Timer[] {
  return timers.map((timer) =>
    timer.id === id && timer.owner === owner && !timer.detached
      ? { ...timer, detached: true }
      : timer,
  );
}

function owned(owner: string | undefined): { readonly owner?: string } {
  return owner === undefined ? {} : { owner };
}

interface RaiseParams {
  readonly event: JsonObject & { readonly type: string };
  readonly id?: string;
  readonly delay?: number;
  readonly target?: string | null;
}

interface SpawnParams {
  readonly src: string;
  readonly input?: Json;
  readonly actorRef: { readonly id: string };
}
