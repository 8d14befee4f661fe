import { assign, setup } from 'xstate';
import { begin, createRegistry, defineMachine, step, type JsonObject } from '../../../engine/core';

const at = '2026-11-23T01:00:00.000Z';

const machine = setup({
  types: {
    context: {} as { readonly owner: string; readonly visits: number },
    events: {} as { readonly type: 'give'; readonly to: string } | { readonly type: 'visit' },
  },
}).createMachine({
  id: 'house',
  context: { owner: 'ada', visits: 0 },
  on: {
    give: { actions: assign({ owner: ({ event }) => event.to }) },
    visit: { actions: assign({ visits: ({ context }) => context.visits + 1 }) },
  },
});

const house = defineMachine({
  ...{ name: 'house', version: '1', machine, reasons: {} },
  events: {
    give: { title: 'Give', fields: { to: { type: 'text', max: 20, title: 'To' } } },
    visit: { title: 'Visit', fields: {} },
  },
  describe: {
    line: () => ({}),
    facts: ({ snapshot }) => ({ owner: (snapshot.context as { readonly owner: string }).owner }),
    details: () => '',
    attributes: () => ({}),
    context: () => ({}),
  },
});

test('facts are in the first line, and in those that change them', () => {
  let { state } = begin(createRegistry([house]), { name: 'house', version: '1' }, null, {
    ...{ workflow: 'house/1', at },
  });
  const events: readonly (JsonObject & { readonly type: string })[] = [
    { type: 'visit' },
    { type: 'give', to: 'bob' },
    { type: 'give', to: 'bob' },
    { type: 'visit' },
  ];
  events.forEach((event, index) => {
    const result = step(state, { id: String(index), at, event, by: null });
    if (result.kind !== 'accepted') throw new Error(result.kind);
    ({ state } = result);
  });
  expect(state.lines.map(({ facts }) => facts)).toEqual([
    { owner: 'ada' },
    undefined,
    { owner: 'bob' },
    undefined,
    undefined,
  ]);
  expect(Object.keys(state.lines[1] ?? {})).not.toContain('facts');
});
