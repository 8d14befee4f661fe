/** Machines that are started as children: each begins, talks, fails or ends in its own way. */
import {
  assign,
  cancel,
  createMachine,
  emit,
  forwardTo,
  fromPromise,
  sendParent,
  sendTo,
  type AnyActorRef,
  type AnyStateMachine,
} from 'xstate';

interface Context {
  readonly log: readonly string[];
  readonly count: number;
  readonly now: string;
}

interface Args {
  readonly context: Context;
  readonly event: { readonly type: string } & Readonly<Record<string, unknown>>;
}

interface Self {
  readonly self: AnyActorRef;
}

export const job = fromPromise(() => Promise.reject(new Error('an activity')));

const implementations = {
  actions: {
    say: assign(({ context }: Args, { word }: { readonly word: string }) => logged(context, word)),
    up: assign({ count: ({ context }: Args) => context.count + 1 }),
    act: () => undefined,
  },
  guards: {
    few: ({ context }: Args) => context.count < 4,
    even: ({ context }: Args) => context.count % 2 === 0,
  },
  delays: {
    slow: ({ context }: Args) => 30 + 10 * context.count,
    soon: ({ context }: Args) => 20 + context.count,
  },
};

function logged({ log }: Context, word: string): { readonly log: readonly string[] } {
  return { log: [...log, word].slice(-14) };
}

/** A machine with the names above; what it is given at its start is the first it says. */
export function kin(config: object, actors: object = {}): AnyStateMachine {
  const context = ({ input }: { readonly input?: { readonly who: string } }): Context => ({
    log: [input?.who ?? 'nobody'],
    count: 0,
    now: '',
  });
  return createMachine({ context, ...config } as never, { ...implementations, actors } as never);
}

export const say = (word: string): unknown => ({ type: 'say', params: { word } });
export const act = (word: string): unknown => ({ type: 'act', params: { word } });
/** Says what an event tells: whom it is from, what came out, what went wrong. */
export const hear = (word: string): unknown =>
  assign(({ context, event: { from, output, error } }: Args) => {
    const told = from ?? output ?? (error as Partial<Error> | undefined)?.message ?? '';
    return logged(context, `${word} ${JSON.stringify(told)}`);
  });
const fail = (what: string): unknown =>
  assign(() => {
    throw new Error(`${what} breaks`);
  });

/** Done before anybody could send it anything. */
export const flash = kin({
  id: 'flash',
  initial: 'lit',
  output: ({ context }: Args) => `flashed ${context.log[0]}`,
  states: {
    lit: { entry: [sendParent({ type: 'FLASHED' }), act('flash')], always: 'over' },
    over: { type: 'final' },
  },
});

/** Fails before anybody could send it anything. */
export const dud = kin({ id: 'dud', entry: [sendParent({ type: 'FLASHED' }), fail('the dud')] });

/** Timers of its own, a delayed word to its parent, a word for the journal. */
export const lamp = kin({
  id: 'lamp',
  initial: 'dim',
  entry: [sendParent(({ context }: Args) => ({ type: 'LIT', from: context.log[0] })), act('lit')],
  exit: act('unlit'),
  output: ({ context }: Args) => `${context.now} ${context.count}`,
  on: {
    BREAK: { actions: [act('breaking'), sendParent({ type: 'NEWS' }), fail('the lamp')] },
    LATER: { actions: sendParent({ type: 'LATE', from: 'lamp' }, { id: 'later', delay: 70 }) },
    NEVER: { actions: cancel('later') },
    ECHO: { actions: [sendTo(({ self }: Self) => self, { type: 'HEARD' }), say('echo')] },
    HEARD: { actions: say('heard') },
    OUT: '.out',
  },
  states: {
    dim: { after: { slow: 'bright' }, on: { BRIGHTER: 'bright' } },
    bright: {
      entry: [emit({ type: 'shines' }), 'up'],
      after: { 50: 'dim' },
      on: { BRIGHTER: 'out' },
    },
    out: { type: 'final' },
  },
});

/** Waits for an activity; fails by it unless it is patient. */
export const asker = kin(
  {
    id: 'asker',
    initial: 'asking',
    output: ({ context }: Args) => context.log.at(-1),
    states: {
      asking: {
        invoke: {
          id: 'job',
          src: 'job',
          input: ({ context }: Args) => ({ who: context.log[0] }),
          onDone: { target: 'over', actions: say('told') },
        },
        on: { PATIENT: 'patient', AGAIN: { target: 'asking', reenter: true } },
      },
      patient: {
        invoke: {
          id: 'job',
          src: 'job',
          input: { who: 'patient' },
          onDone: 'over',
          onError: { target: 'asking', actions: hear('failed') },
        },
        after: { 90: 'asking' },
      },
      over: { type: 'final', entry: sendParent({ type: 'OVER' }) },
    },
  },
  { job },
);

/** Answers each ping until it has had enough. */
export const pong = kin({
  id: 'pong',
  on: {
    PING: [
      {
        guard: 'few',
        actions: [
          'up',
          sendParent(({ context }: Args) => ({ type: 'PONG', from: context.count })),
          say('pong'),
        ],
      },
      { actions: assign({ count: 0 }) },
    ],
  },
});

/** Has children of its own, one of which may fail it. */
export const nurse = kin(
  {
    id: 'nurse',
    initial: 'caring',
    invoke: {
      id: 'aid',
      src: 'asker',
      systemId: 'the aid',
      input: { who: 'aid' },
      onDone: { target: '.over' },
    },
    on: {
      LIT: { actions: [say('lit'), sendParent({ type: 'NEWS', from: 'nurse' })] },
      FLASHED: { actions: say('flashed') },
      OVER: { actions: say('aid over') },
      TELL: { actions: forwardTo('aid') },
      PATIENT: { actions: sendTo('aid', { type: 'PATIENT' }) },
      AGAIN: { actions: sendTo('night', { type: 'BRIGHTER' }) },
      BREAK: { actions: sendTo('night', { type: 'BREAK' }) },
    },
    states: {
      caring: { after: { 60: 'watching' } },
      watching: {
        entry: sendTo('night', { type: 'ECHO' }),
        invoke: [
          {
            id: 'night',
            src: 'lamp',
            input: { who: 'night' },
            onDone: { target: 'caring', actions: hear('night') },
          },
          {
            id: 'spark',
            src: 'flash',
            input: { who: 'spark' },
            onDone: { actions: hear('spark') },
          },
        ],
        on: { BACK: 'caring' },
      },
      over: { type: 'final' },
    },
  },
  { lamp, asker, flash },
);
