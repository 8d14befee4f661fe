import { canonical, chainOf, genesis, hashOf, headOf } from '../../../ledger/chain';

test('the same line is the same text, in whatever order its keys came', () => {
  const one = { sequence: 1, by: { b: [1, { d: 1, c: null }], a: '整改' } };
  const other = { by: { a: '整改', b: [1, { c: null, d: 1 }] }, sequence: 1 };
  expect(canonical(one)).toBe(canonical(other));
  expect(JSON.parse(canonical(one))).toEqual(one);
});

test.each([
  ['problem/2026-water/7', '2026-water'],
  ['rectification/2026-water', '2026-water'],
  ['digest/2026-water/li-na/2026-11-23/red', '2026-water'],
  ['alone', 'alone'],
])('%s is in the chain of %s', (workflow, chain) => {
  expect(chainOf(workflow)).toBe(chain);
});

test('a hash covers text, workflow and the line before; a head covers the hash and the head before', () => {
  const first = genesis('problem/a/1');
  const hashes = [
    hashOf(first, 'problem/a/1', '{}'),
    hashOf(first, 'problem/a/1', '{} '),
    hashOf(first, 'problem/a/2', '{}'),
    hashOf(genesis('problem/a/2'), 'problem/a/1', '{}'),
    headOf(first, '{}'),
    headOf(genesis('a'), '{}'),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
});

test('hashes are what they were: a record that is kept for years must still verify', () => {
  expect(genesis('problem/a/1')).toMatchInlineSnapshot(
    `"b44fdb0467ad71b70ce911a3347b53e8a50d8a978955973daa0c4ae10c12cd33"`,
  );
  expect(hashOf(genesis('problem/a/1'), 'problem/a/1', '{"sequence":1}')).toMatchInlineSnapshot(
    `"6428c8977f7a83108d6bc1d8576ec7a866b1f1ae694dacc27cb7e5daab524f3d"`,
  );
});
