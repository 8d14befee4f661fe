import type { DigestContext, DigestItem } from '../../../domain/digest';
import { begin, createRegistry, fire, step, type Json } from '../../../engine/core';
import { digestDefinition } from '../../../machines/digest/digest';
import { fingerprint } from '../../../machines/digest/fingerprint';

const at = '2026-11-23T01:00:00.000Z';
const registry = createRegistry([digestDefinition]);

const input: DigestContext = {
  ...{
    key: 'digest/r1/li-na/2026-11-23/daily',
    rectification: 'r1',
    unit: '云川县水务局',
    now: at,
  },
  person: {
    id: 'li-na',
    name: '李娜',
    roles: ['handler'],
    department: '办公室',
    deputies: [],
    channels: [],
  },
  ...{ planDay: '2026-11-23', red: false, collectSeconds: 30, openSeconds: 60 },
  ...{ items: [], sending: [], sent: 0 },
} as unknown as DigestContext;

function item(key: string): DigestItem {
  const about = { problem: null, role: 'handler', wait: 'work', lamp: 'normal' } as const;
  return { key, ...about, why: '今日截止', missed: [], todo: '请办理' };
}

/** The key of the message that a digest begun anew sends of these items. */
function messageKey(...keys: readonly string[]): unknown {
  let { state } = begin(registry, { name: 'digest', version: '1' }, input as unknown as Json, {
    ...{ workflow: input.key, at },
  });
  for (const key of keys) {
    const event = { type: 'add', item: item(key) as unknown as Json };
    const added = step(state, { id: key, event, by: null, at });
    if (added.kind !== 'accepted') throw new Error(added.kind);
    state = added.state;
  }
  const sent = fire(state, state.timers[0]?.key ?? '', at);
  const [work] = sent?.state.work ?? [];
  return (work?.input as { readonly key: string }).key;
}

test('a digest begun anew on the same morning sends what is new and repeats nothing under a key of its own', () => {
  expect(messageKey('a', 'b')).toBe(messageKey('a', 'b'));
  const others = [messageKey('a'), messageKey('b'), messageKey('b', 'a'), messageKey('a', 'b')];
  expect(new Set(others).size).toBe(4);
});

test('fingerprints of ten thousand lists are all different', () => {
  const all = Array.from({ length: 10_000 }, (_each, index) =>
    fingerprint([`problem/r1/${index}/2/0`, `problem/r1/${index % 7}/3/1`]),
  );
  expect(new Set(all).size).toBe(10_000);
  expect(all.every((each) => /^[0-9a-z]{12}$/.test(each))).toBe(true);
});
