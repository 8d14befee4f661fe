/** Charts that nobody drew: every supported feature, wherever it happens to fall. Fewer choices make smaller charts. */
import fc, { type Arbitrary } from 'fast-check';
import {
  type AnyStateMachine,
  and,
  assign,
  cancel,
  emit,
  fromPromise,
  log,
  not,
  or,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
  stateIn,
  stopChild,
} from 'xstate';
import type { MachineDefinition } from '../../../../engine/core';
import type { Event } from '../virtual-host';
import { chartText } from './chart-text';

const events = ['E0', 'E1', 'E2', 'E3', 'E4', 'E5', 'note.add', 'note.drop.all'];
/** Descriptors that take several events, none of which raises anything. */
const wildcards = ['*', 'note.*', 'note.drop.*'];

/** Any event a random chart takes. */
export const eventOf: Arbitrary<Event> = fc.constantFrom(...events).map((type) => ({ type }));

const base = setup({
  types: {
    context: {} as { readonly count: number; readonly log: readonly string[] },
    events: {} as { type: string },
  },
  actors: {
    job: fromPromise<string, { count: number }>(() => Promise.reject(new Error('activity'))),
  },
  delays: {
    soon: 20,
    counted: ({ context }) => 10 + 20 * (context.count % 5),
  },
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

const choicesOf = fc.array(fc.nat(0xffff), { maxLength: 3000, size: 'max' });

/** Charts of all sizes; the text of a counterexample is the chart, its smallest that shows the difference. */
export const anyChart: Arbitrary<MachineDefinition> = choicesOf.map((choices) => {
  const config = new Growth(choices).root();
  return Object.assign(chart(config), { [fc.toStringMethod]: () => chartText(config) });
});

/** The chart of this number; always the same. */
export function randomChart(number: number): MachineDefinition {
  const [one] = fc.sample(fc.noBias(anyChart), { seed: number, numRuns: 1 });
  if (one === undefined) throw new Error('fast-check sampled nothing');
  return one;
}

/** Charts with two machines that they may start, one of which may start the other. */
export const anyFamily: Arbitrary<MachineDefinition> = fc
  .tuple(choicesOf, choicesOf, choicesOf)
  .map(([root, elder, younger]) => {
    const young = grown(younger, { isChild: true, machines: {} });
    const old = grown(elder, { isChild: true, machines: { young } });
    return { ...chart({}), machine: grown(root, { isChild: false, machines: { young, old } }) };
  });

function grown(choices: readonly number[], family: Family): AnyStateMachine {
  const machine = base.createMachine(new Growth(choices, family).root() as never);
  return machine.provide({ actors: family.machines }) as unknown as AnyStateMachine;
}

/** What a chart knows of those around it. */
interface Family {
  readonly isChild: boolean;
  readonly machines: { readonly [name: string]: AnyStateMachine };
}

function chart(config: Config): MachineDefinition {
  return {
    name: 'random',
    version: '1',
    machine: base.createMachine(config as never) as unknown as AnyStateMachine,
    events: Object.fromEntries(events.map((type) => [type, { title: type, fields: {} }])),
    reasons: {},
  };
}

type Config = Record<string, unknown>;
interface Args {
  readonly context: { readonly count: number };
}

/** Past all events: what is done then raises none. */
const last = events.length;

class Growth {
  private readonly choices: readonly number[];
  private made = 0;
  private readonly ids: string[] = [];
  private readonly wires: (() => void)[] = [];
  private readonly family: Family | null;
  private readonly machines: readonly string[];

  /** @param choices each at most 65,535; where they are used up, the smallest is chosen */
  constructor(choices: readonly number[], family: Family | null = null) {
    this.choices = choices;
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
      output: ({ context }: Args) => ({ count: context.count }),
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
        states.end = {
          ...{ id: `${id}_end`, type: 'final', entry: this.say(`${id} end`) },
          ...(this.chance(0.5) ? { output: ({ context }: Args) => `${id} ${context.count}` } : {}),
        };
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
    config.entry = [this.say(`+${id}`), ...this.actions(0.2, last)];
    config.exit = [this.say(`-${id}`), ...this.actions(0.1, last)];
    config.on = Object.fromEntries([
      ...events
        .filter(() => this.chance(0.3))
        .map((event) => [event, this.transitions(events.indexOf(event), id)]),
      ...wildcards
        .filter(() => this.chance(0.06))
        .map((descriptor) => [descriptor, this.transitions(last, id)]),
    ]);
    if (this.chance(0.3))
      config.after = { [this.pick([20, 50, 100, 'soon', 'counted'])]: this.transitions(last, id) };
    if (this.chance(0.25)) config.always = this.always(id);
    if (this.chance(0.25)) config.invoke = this.invokes(id);
    if (type !== 'atomic' && this.chance(0.5)) config.onDone = this.ending(id);
    if (this.chance(0.2)) config.tags = [this.pick(['x', 'y', 'z'])];
    if (this.chance(0.1)) config.meta = { of: id };
    if (this.machines.length > 0 && this.chance(0.4)) this.adopt(config, id);
  }

  /** A child machine while the state lasts, which may be spoken to by all that does not leave the state. */
  private adopt(config: Config, id: string): void {
    const kid = `${id} kid`;
    const invoke = {
      id: kid,
      src: this.pick(this.machines),
      // Mostly without a target: children that end at once would be started again for ever.
      onDone: this.chance(0.2) ? this.ending(id) : { actions: this.say(`${id} done`) },
      onError: this.chance(0.2) ? this.transition(last, id) : { actions: this.say(`${id} failed`) },
    };
    config.invoke = [config.invoke ?? [], invoke].flat();
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

  private invokes(id: string): Config | Config[] {
    const first = this.invoke(`${id} job`, id);
    return this.chance(0.3) ? [first, this.invoke(`${id} other job`, id)] : first;
  }

  private invoke(id: string, source: string): Config {
    return {
      ...{ id, src: 'job', input: ({ context }: Args) => ({ count: context.count }) },
      ...(this.chance(0.7) ? { onDone: this.ending(source) } : {}),
      ...(this.chance(0.5) ? { onError: this.transition(last, source) } : {}),
    };
  }

  /** A transition that says what it was given. */
  private ending(source: string): Config {
    const transition = this.transition(last, source);
    const heard = {
      type: 'say',
      params: ({ event }: { readonly event: { readonly output?: unknown } }) => ({
        word: `heard ${JSON.stringify(event.output ?? null)}`,
      }),
    };
    return { ...transition, actions: [heard, ...(transition.actions as unknown[])] };
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

  private guard(depth = 1): unknown {
    const simple = this.pick([
      'even',
      'third',
      { type: 'below', params: { limit: 3 + this.below(20) } },
      stateIn(`#${this.pick(this.ids)}`),
    ]);
    if (depth === 0 || this.chance(0.6)) return simple;
    const other = this.guard(depth - 1);
    const made: readonly unknown[] = [
      not(simple as never),
      and([simple, other] as never),
      or([simple, other] as never),
    ];
    return this.pick(made);
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
      log(`logged ${word}`),
      this.several(event),
      ...events.slice(event + 1).map((type) => raise({ type })),
      ...this.messages(event),
    ];
    return some.filter(() => this.chance(chance / 2)).flat();
  }

  /** Few are sent on entry, where they may go round for ever. */
  private messages(event: number): unknown[] {
    if (this.family === null) return [];
    const type = event < 5 ? this.pick(events.slice(event + 1)) : 'note.drop.all';
    const parent =
      this.family.isChild && (event < 5 || this.chance(0.02))
        ? [sendParent({ type }, this.chance(0.3) ? { id: 't1', delay: 20 } : {})]
        : [];
    if (this.machines.length === 0) return parent;
    const loose = event < 5 ? [this.tell('loose', event)] : [];
    const renewed = event < 5 && this.chance(0.2) ? [[stopChild('loose'), this.spawn()]] : [];
    const nobody = this.chance(0.002) ? [this.tell('nobody', 3)] : [];
    return [...parent, ...loose, ...renewed, ...nobody];
  }

  /** Raises what raises nothing, or the timers would breed. */
  private alarm(): unknown {
    const delay = this.pick([
      10,
      20,
      99,
      ({ context }: Args) => 5 + (context.count % 7),
      'counted',
    ]);
    return raise({ type: 'E5' }, { id: this.pick(['t1', 't2']), delay: delay as never });
  }

  /** Several actions, decided when they run. */
  private several(event: number): unknown {
    const raised = this.pick(events.slice(event + 1));
    const timer = this.pick(['t1', 't2']);
    return base.enqueueActions(({ context, enqueue, check }) => {
      enqueue('count');
      if (check('even') && raised !== undefined) enqueue.raise({ type: raised });
      else enqueue({ type: 'act', params: { word: `several ${context.count}` } });
      enqueue.cancel(timer);
    });
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
    return this.next() >= 1 - probability;
  }

  private below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** From 0 to under 1. */
  private next(): number {
    const choice = this.choices[this.made] ?? 0;
    this.made += 1;
    return choice / 0x10000;
  }
}
