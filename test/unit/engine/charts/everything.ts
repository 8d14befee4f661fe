/** A chart that means nothing and uses every feature the engine supports, most of them in parallel. */
import fc, { type Arbitrary } from 'fast-check';
import {
  and,
  assign,
  cancel,
  emit,
  fromPromise,
  log,
  not,
  or,
  raise,
  setup,
  stateIn,
} from 'xstate';
import type { JsonObject, MachineDefinition } from '../../../../engine/core';
import type { Event } from '../virtual-host';

interface Context {
  readonly count: number;
  readonly log: readonly string[];
  readonly answer: string | null;
  readonly failure: string | null;
  readonly speed: number;
}

type Sent =
  | {
      type: 'A' | 'B' | 'C' | 'UP' | 'DOWN' | 'PAUSE' | 'RESUME' | 'RESUME_DEEP' | 'NEXT' | 'START';
    }
  | { type: 'STOP' | 'AGAIN' | 'TOUCH' | 'ARM' | 'DISARM' | 'MANY' | 'FINISH' | 'RESET' | 'FAIL' }
  | {
      type: 'note.add' | 'note.drop' | 'note' | 'internal.ping' | 'internal.late' | 'odd';
      by?: JsonObject | null;
    }
  | { type: 'SPEED'; speed: number };

const base = setup({
  types: {
    context: {} as Context,
    events: {} as Sent,
    input: {} as { count: number } | null,
    output: {} as { count: number; answer: string | null },
    emitted: {} as { type: 'counted'; count: number } | { type: 'paused' },
    tags: {} as 'calm' | 'busy' | 'open',
  },
  actors: {
    fetch: fromPromise<string | null, { count: number }>(() =>
      Promise.reject(new Error('activity')),
    ),
    check: fromPromise<string | null, null>(() => Promise.reject(new Error('activity'))),
  },
  guards: {
    small: ({ context }) => context.count < 5,
    even: ({ context }) => context.count % 2 === 0,
    below: ({ context }, { limit }: { limit: number }) => context.count < limit,
    mine: ({ event }) => (event as { by?: { name: string } | null }).by?.name === 'me',
    calmAndEven: and([
      ({ context }) => context.count % 2 === 0,
      stateIn({ main: { mood: 'calm' } }),
    ]),
    throwsAt: ({ context }, { count }: { count: number }) => {
      if (context.count === count) throw new Error(`no guard at ${count}`);
      return true;
    },
  },
  delays: {
    short: 50,
    scaled: ({ context }) => 100 * context.speed,
    counted: ({ context }) => context.count * 10,
  },
  actions: {
    up: assign({ count: ({ context }) => context.count + 1 }),
    down: assign({ count: ({ context }) => context.count - 1 }),
    say: assign({
      log: ({ context }, { word }: { word: string }) => [...context.log, word].slice(-12),
    }),
    tell: (_args, _params: { readonly what: string; readonly count: number }) => undefined,
    ring: () => undefined,
    count: emit(({ context }) => ({ type: 'counted' as const, count: context.count })),
  },
});

const say = (word: string) => ({ type: 'say' as const, params: { word } });

const several = base.enqueueActions(({ context, enqueue, check }) => {
  enqueue('up');
  if (check('even')) enqueue.raise({ type: 'internal.ping' });
  else enqueue({ type: 'tell', params: { what: 'odd', count: context.count } });
  enqueue.emit({ type: 'counted', count: -1 });
  enqueue.assign({ answer: 'several' });
  enqueue.cancel('armed');
});

const player = base.createStateConfig({
  initial: 'playing',
  entry: say('player+'),
  exit: say('player-'),
  states: {
    playing: {
      initial: 'first',
      tags: 'open',
      entry: say('playing+'),
      exit: say('playing-'),
      on: {
        PAUSE: { target: 'paused', actions: emit({ type: 'paused' }) },
        TOUCH: { target: '.second' },
      },
      after: { 5000: { target: 'paused', actions: say('tired') } },
      states: {
        first: {
          entry: say('first+'),
          exit: say('first-'),
          on: { NEXT: 'second' },
          after: { short: 'second' },
        },
        second: {
          initial: 'inner',
          on: {
            NEXT: 'first',
            AGAIN: { target: 'second', reenter: true },
            B: { target: '.other', reenter: true },
          },
          entry: [say('second+'), 'ring'],
          exit: say('second-'),
          states: {
            inner: { on: { A: 'other' }, exit: say('inner-') },
            other: {
              tags: 'busy',
              after: { scaled: { target: 'inner', guard: 'small' } },
              exit: say('other-'),
            },
          },
        },
        shallow: { type: 'history' },
        deep: { type: 'history', history: 'deep', target: 'second' },
      },
    },
    paused: {
      on: {
        RESUME: 'playing.shallow',
        RESUME_DEEP: 'playing.deep',
        NEXT: 'playing',
        FINISH: 'over',
        '*': {
          actions: {
            type: 'tell',
            params: ({ event, context }) => ({ what: event.type, count: context.count }),
          },
        },
      },
    },
    over: { type: 'final' },
  },
});

const work = base.createStateConfig({
  initial: 'idle',
  states: {
    idle: { on: { START: 'deciding', FINISH: 'over' } },
    deciding: {
      always: [
        { target: 'fetching', guard: and(['small', not(stateIn({ main: { player: 'paused' } }))]) },
        {
          target: 'checking',
          guard: or(['even', { type: 'below', params: { limit: 8 } }]),
          actions: say('check'),
        },
        { target: 'idle', actions: say('neither') },
      ],
    },
    fetching: {
      tags: 'busy',
      invoke: {
        id: 'fetcher',
        src: 'fetch',
        input: ({ context }) => ({ count: context.count }),
        onDone: [
          { target: 'idle', guard: ({ event }) => event.output === null, actions: say('nothing') },
          { target: 'checking', actions: assign({ answer: ({ event }) => event.output }) },
        ],
        onError: {
          target: 'idle',
          guard: 'even',
          actions: assign({ failure: ({ event }) => (event.error as { message: string }).message }),
        },
      },
      on: { STOP: 'idle', START: { target: 'fetching', reenter: true } },
      after: { counted: { actions: say('slow') } },
    },
    checking: {
      invoke: [
        {
          src: 'check',
          id: 'checker',
          input: null,
          onDone: { target: 'idle', actions: 'up' },
          onError: {},
        },
        {
          src: 'fetch',
          id: 'second',
          input: { count: 0 },
          onDone: { actions: say('second done') },
        },
      ],
      on: { STOP: 'idle' },
    },
    over: { type: 'final' },
  },
});

const mood = base.createStateConfig({
  initial: 'calm',
  states: {
    calm: {
      tags: 'calm',
      always: { target: 'excited', guard: not('small') },
      on: {
        UP: { actions: ['up', 'count'] },
        'internal.ping': { actions: say('ping') },
        odd: { guard: { type: 'throwsAt', params: { count: 3 } }, actions: 'up' },
      },
    },
    excited: {
      entry: [raise({ type: 'internal.ping' }), log('excited')],
      on: {
        DOWN: { actions: 'down' },
        'internal.ping': { actions: [say('excited ping'), 'count'] },
        C: [
          { guard: 'mine', target: 'calming' },
          { guard: 'even', actions: say('not mine') },
        ],
        FINISH: 'over',
      },
      always: { target: 'calm', guard: 'small' },
    },
    calming: {
      entry: assign({ count: 0 }),
      initial: 'breathing',
      states: {
        breathing: { after: { 7: 'done' } },
        done: { type: 'final', output: { calmed: true } },
      },
      onDone: { target: 'calm', actions: [say('calmed'), 'count'] },
    },
    over: { type: 'final' },
  },
});

const watch = base.createStateConfig({
  initial: 'on',
  states: {
    on: {
      on: {
        ARM: { actions: raise({ type: 'internal.late' }, { id: 'armed', delay: 'scaled' }) },
        DISARM: { actions: cancel('armed') },
        'internal.late': { actions: [say('late'), 'up'] },
        MANY: { actions: several },
        'note.*': { actions: say('note') },
        'note.drop': { guard: 'calmAndEven', actions: say('drop') },
        SPEED: { actions: assign({ speed: ({ event }) => event.speed }) },
        FINISH: 'over',
      },
      after: { 500: { target: 'on', reenter: true, actions: say('tick') } },
    },
    over: { type: 'final' },
  },
});

const machine = base.createMachine({
  id: 'everything',
  context: ({ input }) => ({
    count: input?.count ?? 0,
    log: [],
    answer: null,
    failure: null,
    speed: 1,
  }),
  initial: 'main',
  output: ({ context }) => ({ count: context.count, answer: context.answer }),
  on: {
    RESET: { target: '.main', actions: say('reset') },
    FAIL: { actions: assign(() => boom()) },
  },
  states: {
    main: {
      type: 'parallel',
      states: { player, work, mood, watch },
      onDone: { target: 'closing', actions: say('all over') },
    },
    closing: {
      entry: 'count',
      after: { 101: [{ target: 'closed', guard: 'even' }, { target: 'main.player.playing.deep' }] },
      on: {
        A: {
          target: ['#everything.main.work.checking', '#everything.main.player.playing.shallow'],
        },
      },
    },
    closed: { type: 'final', entry: 'ring' },
  },
});

function boom(): never {
  throw new Error('the assign fails');
}

const plain = [
  ...[
    'A',
    'B',
    'C',
    'UP',
    'DOWN',
    'PAUSE',
    'RESUME',
    'RESUME_DEEP',
    'NEXT',
    'START',
    'STOP',
    'AGAIN',
  ],
  ...[
    'TOUCH',
    'ARM',
    'DISARM',
    'MANY',
    'FINISH',
    'RESET',
    'FAIL',
    'note.add',
    'note.drop',
    'note',
    'odd',
  ],
];

export const everything: MachineDefinition = {
  name: 'everything',
  version: '1',
  machine,
  events: {
    ...Object.fromEntries(plain.map((type) => [type, { title: type, fields: {} }])),
    SPEED: {
      title: 'Speed',
      fields: { speed: { type: 'integer', min: 0, max: 9, title: 'Speed' } },
    },
  },
  reasons: {},
};

const often = ['UP', 'START', 'NEXT', 'PAUSE', 'FINISH', 'ARM'];

export const everythingEvents: Arbitrary<Event> = fc.oneof(
  {
    arbitrary: fc.constantFrom(...plain, ...often, ...often).map((type) => ({ type })),
    weight: 12,
  },
  { arbitrary: fc.nat(4).map((speed) => ({ type: 'SPEED', speed })), weight: 1 },
  { arbitrary: fc.constantFrom({ type: 'unheard' }, { type: 'SPEED' }), weight: 1 },
);

export const everythingOptions = {
  input: fc.option(fc.nat(6).map((count) => ({ count }))),
  by: fc.constantFrom(null, { name: 'me' }, { name: 'you' }),
  outputs: { fetch: fc.constantFrom('found', null), check: fc.constantFrom('yes', null) },
};
