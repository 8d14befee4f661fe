import fc from 'fast-check';
import { safeName } from '../../../../activities/channels/safe-name';

test('a name is readable and ends with a hash of the key', () => {
  expect(safeName('problem/云川-2026/3/red')).toMatch(/^problem-云川-2026-3-red-[0-9a-f]{16}$/);
});

test.each(['../../etc/passwd', '..', '.hidden', '/', '', 'a\0b', 'con:', 'a\\b', 'line\nbreak'])(
  'the name of %j stays in its folder',
  (key) => {
    expect(safeName(key)).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}_-]*-[0-9a-f]{16}$/u);
  },
);

test.each([
  ['a/b', 'a-b'],
  ['Key', 'key'],
  [`${'长'.repeat(60)}1`, `${'长'.repeat(60)}2`],
])('%s and %s have different names, on any file system', (one, other) => {
  expect(safeName(one).toLowerCase()).not.toBe(safeName(other).toLowerCase());
});

test('no name is too long for a file system, with room for a suffix', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (key) => {
      expect(Buffer.byteLength(safeName(key))).toBeLessThanOrEqual(180);
    }),
  );
});
