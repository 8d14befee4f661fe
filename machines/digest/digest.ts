/** What falls on one person on one morning: collected for a moment, delivered as one message, open for late-comers all day. */
import { assign, setup } from 'xstate';
import type { EventDescriptions, Json, MachineDefinition } from '../../engine/core';
import type { Digest, DigestContext, DigestItem } from '../../domain/digest';
import { asActivity } from '../as-activity';
import { describeDigest } from './describe';
import { fingerprint } from './fingerprint';

interface Add {
  readonly type: 'add';
  readonly item: DigestItem;
}

const base = setup({
  types: { context: {} as DigestContext, events: {} as Add, input: {} as DigestContext },
  actors: { deliver: asActivity<unknown, Digest>() },
  delays: {
    collecting: ({ context }) => context.collectSeconds * 1000,
    open: ({ context }) => context.openSeconds * 1000,
  },
  guards: { hasItems: ({ context }) => context.items.length > 0 },
  actions: {
    keep: assign(({ context, event }) =>
      event.type === 'add' ? { items: [...context.items, event.item] } : {},
    ),
    take: assign(({ context }) => ({ sending: context.items, items: [], sent: context.sent + 1 })),
  },
});

const machine = base.createMachine({
  id: 'digest',
  context: ({ input }) => input,
  output: ({ context }) => ({ messages: context.sent }),
  initial: 'collecting',
  on: { add: { actions: 'keep' } },
  states: {
    collecting: { after: { collecting: 'sending' } },
    sending: {
      entry: 'take',
      invoke: {
        src: 'deliver',
        id: 'deliver',
        input: ({ context: { key, sending, rectification, unit, person, planDay, red } }) => ({
          // By what it holds: should the same morning's digest be begun anew, another message is another, and the same the same.
          key: `${key}/${fingerprint(sending.map((item) => item.key))}`,
          rectification,
          unit,
          person,
          planDay,
          red,
          items: sending,
        }),
        onDone: [{ guard: 'hasItems', target: 'collecting' }, { target: 'open' }],
      },
    },
    open: { always: { guard: 'hasItems', target: 'collecting' }, after: { open: 'closed' } },
    closed: { type: 'final' },
  },
});

const events = {
  add: {
    title: '并入提醒',
    internal: true,
    fields: { item: { type: 'json', max: 20_000, title: '提醒事项' } },
  },
} as const satisfies EventDescriptions;

export const digestDefinition: MachineDefinition = {
  name: 'digest',
  version: '1',
  machine,
  events,
  reasons: {},
  describe: describeDigest,
  brief: (_work, output) => output,
  again: ({ snapshot }) => {
    const context = snapshot.context as DigestContext;
    return {
      ...context,
      items: [],
      sending: [],
      sent: 0,
    } satisfies DigestContext as unknown as Json;
  },
  explainWork: (_work, state) => {
    const { person, sending, red } = state.snapshot.context as DigestContext;
    return `${red ? '红灯提醒' : '提醒汇总'} ${person.name}：${sending.length}项`;
  },
};
