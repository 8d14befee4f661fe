/** A chart grown from a number: regions, history, transient states, timers and invokes wherever they happen to fall. */
import fc, { type Arbitrary } from 'fast-check';
import {
  type AnyStateMachine,
  assign,
  cancel,
  emit,
  fromPromise,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
  stopChild,
} from 'xstate';
import type { MachineDefinition } from '../../../../engine/core';
import type { Event } from '../virtual-host';

const events = ['E0', 'E1', 'E2', 'E3', 'E4', 'E5'];

/** Any event a random chart takes. */
export const eventOf: Arbitrary<Event> = fc.constantFrom(...events).map((type) => ({ type }));

const base = setup({
  types: {
    context: {} as { readonly count: number; readonly log: readonly string[] },
    events: {} as { type: string },
  },
  actors: { job: fromPromise<null, null>(() => Promise.reject(new Error('activity'))) },
  guards: {
    below: ({ context }, { limit }: { limit: number }) => context.count < limit,
    even: ({ context }) => context.count % 2 === 0,
    third: ({ context }) => context.count % 3 === 0,
  },
  actions: {
    count: assign({ count: ({ context }) => context.count + 1 }),
    say: assign({
      log: ({ context }, { word }: { word: string }) => [...context.log, word].slice(-30),
    }),
    act: (_args, _params: { readonly word: string }) => undefined,
  },
});

/** The chart of this number; always the same. */
export function randomChart(number: number): MachineDefinition {
  return {
    name: `random ${number}`,
    version: '1',
    machine: base.createMachine(new Growth(number).root() as never) as unknown as AnyStateMachine,
    events: Object.fromEntries(events.map((type) => [type, { title: type, fields: {} }])),
    reasons: {},
  };
}

/** The chart of this number with two machines that it may start, one of which may start the other. */
export function randomFamily(number: number): MachineDefinition {
  const young = grown(number * 3 + 1, { isChild: true, machines: {} });
  const old = grown(number * 3 + 2, { isChild: true, machines: { young } });
  const machine = grown(number * 3, { isChild: false, machines: { young, old } });
  return { ...randomChart(number), name: `family ${number}`, machine };
}

function grown(seed: number, family: Family): AnyStateMachine {
  const machine = base.createMachine(new Growth(seed, family).root() as never);
  return machine.provide({ actors: family.machines }) as unknown as AnyStateMachine;
}

/** What a chart knows of those around it. */
interface Family {
  readonly isChild: boolean;
  readonly machines: { readonly [name: string]: AnyStateMachine };
}

type Config = Record<string, unknown>;

class Growth {
  private state: number;
  private readonly ids: string[] = [];
  private readonly wires: (() => void)[] = [];
  private readonly family: Family | null;
  private readonly machines: readonly string[];

  constructor(seed: number, family: Family | null = null) {
    this.state = seed * 2654435761;
    this.family = family;
    this.machines = Object.keys(family?.machines ?? {});
  }

  root(): Config {
    const depth = this.family === null ? 3 : 2;
    const root = this.node('m', depth, this.chance(0.4) ? 'parallel' : 'compound');
    for (const wire of this.wires) wire();
    // Whatever else, every event is taken somewhere.
    const on = Object.fromEntries(
      events.map((event) => [event, { actions: this.say(`root ${event}`) }]),
    );
    if (this.machines.length > 0) root.entry = [this.spawn(), ...(root.entry as unknown[])];
    const lost = this.machines.length > 0 ? { 'xstate.error.actor.loose': {} } : {};
    return {
      ...root,
      on: { ...on, ...lost, ...(root.on as Config) },
      context: { count: 0, log: [] },
      options: { maxIterations: 60 },
    };
  }

  private node(id: string, depth: number, type: 'atomic' | 'compound' | 'parallel'): Config {
    const config: Config = { id };
    if (id !== 'm') this.ids.push(id);
    if (type !== 'atomic') this.addChildren(config, id, depth, type);
    this.wires.push(() => this.wire(config, id, type));
    return config;
  }

  private addChildren(
    config: Config,
    id: string,
    depth: number,
    type: 'compound' | 'parallel',
  ): void {
    const keys = ['a', 'b', 'c', 'd'].slice(0, 2 + this.below(3));
    const states = Object.fromEntries(
      keys.map((key) => [key, this.node(`${id}_${key}`, depth - 1, this.kind(depth, type))]),
    );
    if (type === 'parallel') config.type = 'parallel';
    else {
      config.initial = this.pick(keys);
      if (this.chance(0.4)) {
        states.end = { id: `${id}_end`, type: 'final', entry: this.say(`${id} end`) };
        this.ids.push(`${id}_end`);
      }
    }
    if (this.chance(0.5)) {
      states.past = { id: `${id}_past`, type: 'history', history: this.pick(['shallow', 'deep']) };
      this.ids.push(`${id}_past`);
    }
    config.states = states;
  }

  private kind(depth: number, parent: string): 'atomic' | 'compound' | 'parallel' {
    if (depth <= 1) return 'atomic';
    if (parent === 'parallel')
      return this.pick(['compound', 'compound', 'compound', 'atomic', 'parallel']);
    return this.pick(['atomic', 'atomic', 'compound', 'parallel']);
  }

  /** Everything but the children, once all ids are known. */
  private wire(config: Config, id: string, type: string): void {
    config.entry = [this.say(`+${id}`), ...this.actions(0.2, 9)];
    config.exit = [this.say(`-${id}`), ...this.actions(0.1, 9)];
    config.on = Object.fromEntries(
      events
        .filter(() => this.chance(0.35))
        .map((event) => [event, this.transitions(events.indexOf(event), id)]),
    );
    if (this.chance(0.3)) config.after = { [this.pick([20, 50, 100])]: this.transitions(9, id) };
    if (this.chance(0.25)) config.always = this.always(id);
    if (this.chance(0.25)) config.invoke = this.invoke(id);
    if (type !== 'atomic' && this.chance(0.5)) config.onDone = this.transition(9, id);
    if (this.chance(0.2)) config.tags = [this.pick(['x', 'y', 'z'])];
    if (this.machines.length > 0 && this.chance(0.4)) this.adopt(config, id);
  }

  /** A child machine while the state lasts, which may be spoken to by all that does not leave the state. */
  private adopt(config: Config, id: string): void {
    const kid = `${id} kid`;
    const invoke = {
      id: kid,
      src: this.pick(this.machines),
      // Mostly without a target: children that end at once would be started again for ever.
      onDone: this.chance(0.2) ? this.transition(9, id) : { actions: this.say(`${id} done`) },
      onError: this.chance(0.2) ? this.transition(9, id) : { actions: this.say(`${id} failed`) },
    };
    config.invoke = [...(config.invoke === undefined ? [] : [config.invoke]), invoke];
    const told = (event: number, chance = 0.6): unknown[] =>
      this.chance(chance) ? [this.tell(kid, event)] : [];
    config.entry = [...told(4, 0.15), ...(config.entry as unknown[])];
    config.exit = [...(config.exit as unknown[]), ...told(4, 0.15)];
    const event = this.below(5);
    const on = config.on as Config;
    on[events[event] ?? 'E0'] = {
      actions: [this.say(`.kid ${event}`), ...told(event), ...told(event)],
    };
  }

  private tell(kid: string, event: number): unknown {
    const type = this.pick(events.slice(event + 1));
    const later = this.chance(0.3)
      ? { id: this.pick(['t1', 't2']), delay: this.pick([10, 30]) }
      : {};
    return sendTo(kid, { type }, later);
  }

  private spawn(): unknown {
    return spawnChild(this.pick(this.machines) as never, { id: 'loose' });
  }

  /** Ends after a few rounds, for it counts. */
  private always(id: string): Config {
    const limit = 1 + this.below(12);
    const target = this.chance(0.7) ? { target: this.target(id) } : {};
    return {
      ...target,
      guard: { type: 'below', params: { limit } },
      actions: ['count', this.say(`~${id}`)],
    };
  }

  private invoke(id: string): Config {
    return {
      id: `${id} job`,
      src: 'job',
      ...(this.chance(0.7) ? { onDone: this.transition(9, id) } : {}),
      ...(this.chance(0.5) ? { onError: this.transition(9, id) } : {}),
    };
  }

  private transitions(event: number, source: string): Config | Config[] {
    const last = this.transition(event, source);
    return this.chance(0.6)
      ? last
      : [{ ...this.transition(event, source), guard: this.guard() }, last];
  }

  /** The root does not reenter: XState loses its way there, and registration refuses it. */
  private transition(event: number, source: string): Config {
    const reenter = source !== 'm' && this.chance(0.3);
    return {
      ...(this.chance(0.8) ? { target: this.target(source) } : {}),
      ...(this.chance(0.3) ? { guard: this.guard() } : {}),
      ...(reenter ? { reenter } : {}),
      actions: [this.say(`.${event}`), ...this.actions(0.4, event)],
    };
  }

  private guard(): unknown {
    return this.pick(['even', 'third', { type: 'below', params: { limit: 3 + this.below(20) } }]);
  }

  /** Raised events come later in the list than what raises them, so that nothing goes round for ever. */
  private actions(chance: number, event: number): unknown[] {
    const word = String(this.below(1000));
    const some: unknown[] = [
      'count',
      { type: 'act', params: { word } },
      emit({ type: 'emitted', word }),
      ...(event < 5 ? [this.alarm()] : []),
      cancel(this.pick(['t1', 't2'])),
      ...events.slice(event + 1).map((type) => raise({ type })),
      ...this.messages(event),
    ];
    return some.filter(() => this.chance(chance / 2)).flat();
  }

  /** Few are sent on entry, where they may go round for ever. */
  private messages(event: number): unknown[] {
    if (this.family === null) return [];
    const later = events.slice(event + 1);
    const type = event < 5 ? this.pick(later) : 'E5';
    const parent =
      this.family.isChild && (event < 5 || this.chance(0.02))
        ? [sendParent({ type }, this.chance(0.3) ? { id: 't1', delay: 20 } : {})]
        : [];
    if (this.machines.length === 0) return parent;
    const loose = event < 5 ? [this.tell('loose', event)] : [];
    const renewed = event < 5 && this.chance(0.2) ? [[stopChild('loose'), this.spawn()]] : [];
    return [
      ...parent,
      ...loose,
      ...renewed,
      ...(this.chance(0.002) ? [this.tell('nobody', 3)] : []),
    ];
  }

  /** Raises what raises nothing, or the timers would breed. */
  private alarm(): unknown {
    return raise({ type: 'E5' }, { id: this.pick(['t1', 't2']), delay: this.pick([10, 20, 99]) });
  }

  private say(word: string): unknown {
    return { type: 'say', params: { word } };
  }

  /** Not the history of a state that the source is in: XState enters there what it has not left, and registration refuses it. */
  private target(source: string): string {
    const targets = this.ids.filter(
      (id) => !id.endsWith('_past') || !`${source}_`.startsWith(id.replace(/past$/, '')),
    );
    return `#${this.pick(targets)}`;
  }

  private chance(probability: number): boolean {
    return this.next() < probability;
  }

  private below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** Mulberry32. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
