/**
 * Charts that say what they do: every state says `+key` when entered and `-key` when left, transitions say what `say` tells
 * them to. They run on engine/core, through JSON before every step.
 */
import { assign, fromPromise, setup, type AnyStateMachine } from 'xstate';
import type { Json } from '../../../../engine/core';
import { define, hosting } from '../define';
import type { Event, VirtualHost } from '../virtual-host';

interface Context {
  readonly said: readonly string[];
  readonly count: number;
}

export interface Args {
  readonly context: Context;
  readonly event: { readonly type: string; readonly output?: unknown };
}

type Config = Readonly<Record<string, unknown>>;

const base = setup({
  types: { context: {} as Context, events: {} as { type: string } },
  actors: { job: fromPromise<string, null>(() => Promise.reject(new Error('an activity'))) },
  guards: {
    never: () => false,
    counted: ({ context }, { to }: { to: number }) => context.count >= to,
  },
  delays: { short: 5, counted: ({ context }) => context.count * 10 },
  actions: {
    say: assign({
      said: ({ context }, { word }: { word: string }) => [...context.said, word],
    }),
    count: assign({ count: ({ context }) => context.count + 1 }),
  },
});

export const say = (word: string): unknown => ({ type: 'say', params: { word } });

/** Says what the event brought. */
export const sayOutput: unknown = {
  type: 'say',
  params: ({ event }: Args) => ({ word: JSON.stringify(event.output ?? null) }),
};

/** A chart under way. */
export class Spoken {
  private readonly host: VirtualHost;
  private heard = 0;
  private readonly asked: string[] = [];

  constructor(config: Config, events: readonly string[]) {
    const machine = base.createMachine({
      id: 'chart',
      context: { said: [], count: 0 },
      ...speaking(config, null),
    } as never) as unknown as AnyStateMachine;
    this.host = hosting(define(machine, events));
  }

  /** What the last step said, in order. */
  get said(): string {
    const { said } = this.host.state.snapshot.context as Context;
    const fresh = said.slice(this.heard);
    this.heard = said.length;
    return fresh.join(' ');
  }

  get value(): unknown {
    return this.host.state.snapshot.value as unknown;
  }

  get status(): string {
    return this.host.state.snapshot.status;
  }

  get output(): unknown {
    return this.host.state.snapshot.output as unknown;
  }

  /** Sends an event and gives what this step said; `refused` where nobody takes it. */
  send(event: string | Event): string {
    const sent = typeof event === 'string' ? { type: event } : event;
    const { kind } = this.host.send(sent);
    return kind === 'refused' ? 'refused' : this.said;
  }

  /** Lets time pass and gives what was said. */
  wait(milliseconds: number): string {
    this.host.wait(milliseconds);
    return this.said;
  }

  /** The oldest invoke ever asked for that is not answered yet comes out, stopped or not. */
  succeed(output: Json): string {
    this.host.succeed(this.next(), output);
    return this.said;
  }

  fail(): string {
    this.host.fail(this.next());
    return this.said;
  }

  private next(): string {
    this.asked.push(
      ...this.host.effects.flatMap((effect) => (effect.kind === 'work' ? [effect.work.id] : [])),
    );
    return this.asked.shift() ?? '';
  }
}

/** Begins a chart that takes these events; what the beginning said is still to be heard. */
export function begun(config: Config, ...events: readonly string[]): Spoken {
  return new Spoken(config, events);
}

/** The same chart, past its beginning. */
export function begunSilently(config: Config, ...events: readonly string[]): Spoken {
  const spoken = begun(config, ...events);
  void spoken.said;
  return spoken;
}

function speaking(config: Config, key: string | null): Config {
  const { states, entry = [], exit = [] } = config;
  const inner = Object.entries((states ?? {}) as Record<string, Config>).map(
    ([name, state]) => [name, speaking(state, name)] as const,
  );
  const spoken = {
    ...config,
    ...(states === undefined ? {} : { states: Object.fromEntries(inner) }),
  };
  if (config.type === 'history' || key === null) return spoken;
  return { ...spoken, entry: [say(`+${key}`), entry].flat(), exit: [say(`-${key}`), exit].flat() };
}
