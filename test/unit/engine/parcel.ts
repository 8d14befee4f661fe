/**
 * A parcel's journey, from the counter to the door or back: the worked example of a machine for the engine, and what its
 * tests run. Nothing in it knows of Temporal or of rectification.
 */
import { and, assign, emit, fromPromise, not, setup } from 'xstate';
import {
  becomes,
  signals,
  startsChild,
  type EventDescriptions,
  type JsonObject,
  type MachineDefinition,
} from '../../../engine/core';

const hour = 3_600_000;
const day = 24 * hour;

export interface ParcelInput {
  readonly sender: string;
  readonly to: string;
  readonly grams: number;
}

interface Context extends ParcelInput {
  /** The engine puts the instant of each step here. */
  readonly now: string;
  readonly price: number | null;
  /** The driver must be at the door by then. */
  readonly promisedAt: string | null;
  readonly attempts: number;
  readonly lastDepot: string | null;
  readonly trouble: string | null;
}

type Event = { readonly by: JsonObject | null } & (
  | { readonly type: 'pay'; readonly amount: number }
  | { readonly type: 'scan'; readonly depot: string }
  | { readonly type: 'attempt'; readonly result: 'handedOver' | 'nobodyThere' }
  | { readonly type: 'redirect'; readonly to: string; readonly note?: string | null }
  | { readonly type: 'hold' | 'release' | 'lose' | 'giveUp' }
);

const activity = new Error('runs as an activity');

const base = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as ParcelInput,
    output: {} as { readonly attempts: number; readonly to: string },
    emitted: {} as
      { readonly type: 'late'; readonly hours: number } | { readonly type: 'handedOver' },
    tags: {} as 'moving',
  },
  actors: {
    quote: fromPromise<
      { readonly price: number; readonly hours: number },
      { readonly grams: number }
    >(() => Promise.reject(activity)),
    findRoute: fromPromise<{ readonly depot: string }, { readonly to: string }>(() =>
      Promise.reject(activity),
    ),
  },
  guards: {
    isSender: ({ context, event }) => event.by?.name === context.sender,
    isDriver: ({ event }) => event.by?.role === 'driver',
    // What one may send is asked for without the amount.
    coversPrice: ({ context, event }) =>
      event.type !== 'pay' || !(event.amount < (context.price ?? 0)),
    weighsAtMost: ({ context }, { grams }: { grams: number }) => context.grams <= grams,
    isHandedOver: ({ event }) => event.type === 'attempt' && event.result === 'handedOver',
    isLastAttempt: ({ context }) => context.attempts >= 2,
  },
  delays: {
    patience: 3 * day,
    untilPromised: ({ context }) =>
      Math.max(0, Date.parse(context.promisedAt ?? context.now) - Date.parse(context.now)),
    nextRound: day,
  },
  actions: {
    printLabel: (_args, _params: { readonly to: string; readonly price: number }) => undefined,
    remindToPay: (_args, _params: { readonly to: string }) => undefined,
    leaveCard: () => undefined,
    openClaim: startsChild(),
    tellOrder: signals(),
    turnBack: becomes(),
    countAttempt: assign({ attempts: ({ context }) => context.attempts + 1 }),
    noteDepot: assign({
      lastDepot: ({ context, event }) => (event.type === 'scan' ? event.depot : context.lastDepot),
    }),
    noteAddress: assign({
      to: ({ context, event }) => (event.type === 'redirect' ? event.to : context.to),
    }),
  },
});

const tellOrder = (what: string) => ({
  type: 'tellOrder' as const,
  params: ({ context }: { readonly context: Context }) => ({
    workflowId: `order/${context.sender}`,
    event: { type: 'parcelMoved', what },
  }),
});

const counter = base.createStateConfig({
  initial: 'quoting',
  states: {
    quoting: {
      invoke: {
        id: 'quote',
        src: 'quote',
        input: ({ context }) => ({ grams: context.grams }),
        onDone: {
          target: 'paying',
          actions: assign({
            price: ({ event }) => event.output.price,
            promisedAt: ({ context, event }) =>
              new Date(Date.parse(context.now) + event.output.hours * hour).toISOString(),
          }),
        },
      },
    },
    paying: {
      after: {
        patience: {
          actions: { type: 'remindToPay', params: ({ context }) => ({ to: context.sender }) },
        },
      },
      on: {
        pay: { target: 'paid', guard: and(['isSender', 'coversPrice']) },
      },
    },
    paid: { type: 'final' },
  },
  onDone: {
    target: 'underWay',
    actions: {
      type: 'printLabel',
      params: ({ context }) => ({ to: context.to, price: context.price ?? 0 }),
    },
  },
});

const transport = base.createStateConfig({
  initial: 'routing',
  states: {
    routing: {
      invoke: {
        id: 'route',
        src: 'findRoute',
        input: ({ context }) => ({ to: context.to }),
        onDone: {
          target: 'moving',
          actions: assign({ lastDepot: ({ event }) => event.output.depot }),
        },
        onError: {
          target: '#parcel.stuck',
          actions: assign({ trouble: ({ event }) => (event.error as { message: string }).message }),
        },
      },
    },
    moving: {
      tags: 'moving',
      on: {
        scan: { actions: 'noteDepot' },
        attempt: [
          { guard: and(['isDriver', 'isHandedOver']), target: '#parcel.delivered' },
          {
            guard: and(['isDriver', 'isLastAttempt']),
            target: '#parcel.turningBack',
            actions: 'countAttempt',
          },
          { guard: 'isDriver', target: 'resting', actions: ['countAttempt', 'leaveCard'] },
        ],
      },
    },
    resting: { after: { nextRound: 'moving' }, on: { scan: { actions: 'noteDepot' } } },
    last: { type: 'history' },
  },
  on: {
    hold: { target: '#parcel.held', guard: 'isDriver' },
    redirect: {
      target: '.routing',
      guard: and([
        'isSender',
        { type: 'weighsAtMost', params: { grams: 2000 } },
        not('isLastAttempt'),
      ]),
      actions: 'noteAddress',
    },
  },
});

const promise = base.createStateConfig({
  initial: 'kept',
  states: {
    kept: { after: { untilPromised: 'broken' } },
    broken: {
      entry: [
        emit(({ context }) => ({
          type: 'late' as const,
          hours: Math.round(
            (Date.parse(context.now) - Date.parse(context.promisedAt ?? context.now)) / hour,
          ),
        })),
        tellOrder('late'),
      ],
    },
  },
});

const machine = base.createMachine({
  id: 'parcel',
  context: ({ input }) => ({
    ...input,
    now: '',
    price: null,
    promisedAt: null,
    attempts: 0,
    lastDepot: null,
    trouble: null,
  }),
  initial: 'counter',
  output: ({ context }) => ({ attempts: context.attempts, to: context.to }),
  on: {
    lose: {
      target: '.lost',
      guard: 'isDriver',
      actions: {
        type: 'openClaim',
        params: ({ context }) => ({
          workflowId: `claim/${context.sender}`,
          machine: 'claim',
          version: '1',
          input: { price: context.price, lastDepot: context.lastDepot },
          summary: `claim of ${context.sender}`,
        }),
      },
    },
  },
  states: {
    counter,
    underWay: { type: 'parallel', states: { transport, promise } },
    held: { on: { release: { target: 'underWay.transport.last', guard: 'isDriver' } } },
    stuck: { on: { giveUp: { target: 'turningBack', guard: 'isSender' } } },
    turningBack: {
      entry: {
        type: 'turnBack',
        params: ({ context }) => ({
          machine: 'parcelReturn',
          version: '1',
          input: { to: context.sender, attempts: context.attempts },
        }),
      },
    },
    delivered: { type: 'final', entry: [emit({ type: 'handedOver' }), tellOrder('delivered')] },
    lost: { type: 'final' },
  },
});

const events = {
  pay: {
    title: 'Pay the postage',
    fields: { amount: { type: 'integer', min: 1, max: 100_000, title: 'Amount' } },
  },
  scan: {
    title: 'Scanned at a depot',
    fields: { depot: { type: 'text', max: 40, title: 'Depot' } },
    internal: true,
  },
  attempt: {
    title: 'Try to hand over',
    fields: { result: { type: 'oneOf', values: ['handedOver', 'nobodyThere'], title: 'Result' } },
  },
  redirect: {
    title: 'Send elsewhere',
    fields: {
      to: { type: 'text', max: 200, title: 'New address' },
      note: { type: 'text', max: 200, title: 'Note', optional: true },
    },
  },
  hold: { title: 'Hold at customs', fields: {} },
  release: { title: 'Release from customs', fields: {} },
  lose: { title: 'Lost', fields: {} },
  giveUp: { title: 'Have it sent back', fields: {} },
} as const satisfies EventDescriptions;

const reasons = {
  isSender: 'only the sender may',
  isDriver: 'only the driver may',
  coversPrice: ({ context }: { readonly context: Context }) => `the postage is ${context.price}`,
  weighsAtMost: ({
    context,
    params,
  }: {
    readonly context: Context;
    readonly params: { readonly grams: number };
  }) => `${context.grams} g is more than ${params.grams} g`,
  '!isLastAttempt': 'it has been tried often enough',
};

export const parcel: MachineDefinition = {
  name: 'parcel',
  version: '1',
  machine,
  events,
  reasons,
  describe: {
    line: ({ snapshot }) => ({ to: contextOf(snapshot.context).to }),
    details: ({ snapshot }) => `to ${contextOf(snapshot.context).to}`,
    attributes: () => ({}),
    context: ({ snapshot }) => ({
      to: contextOf(snapshot.context).to,
      price: contextOf(snapshot.context).price,
    }),
  },
  explainTimer: (timer) => (timer.id.includes('patience') ? 'the postage is not paid' : timer.id),
};

const back = setup({
  types: {
    context: {} as { readonly to: string; readonly attempts: number },
    events: {} as { readonly type: 'fetch' },
    input: {} as { readonly to: string; readonly attempts: number },
    output: {} as { readonly backAt: string },
  },
  actions: { tellSender: (_args, _params: { readonly to: string }) => undefined },
  delays: { storage: 14 * day },
}).createMachine({
  id: 'parcelReturn',
  context: ({ input }) => input,
  initial: 'stored',
  entry: { type: 'tellSender', params: ({ context }) => ({ to: context.to }) },
  output: ({ context }) => ({ backAt: context.to }),
  states: {
    stored: { after: { storage: 'fetched' }, on: { fetch: 'fetched' } },
    fetched: { type: 'final' },
  },
});

export const parcelReturn: MachineDefinition = {
  name: 'parcelReturn',
  version: '1',
  machine: back,
  events: { fetch: { title: 'Fetched from the counter', fields: {} } },
  reasons: {},
};

function contextOf(context: unknown): Context {
  return context as Context;
}
