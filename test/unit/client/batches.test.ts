import { batchesOf, contentId } from '../../../client/batches';
import { received } from '../../workflow/cast';

const problems = (count: number, title = '固定资产台账不清') =>
  Array.from({ length: count }, (_, index) => ({ ...received, seq: index + 1, title }));

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

test('a batch has at most 50 problems, in order, none lost', () => {
  const batches = batchesOf(problems(120));
  expect(batches.map((batch) => batch.length)).toEqual([50, 50, 20]);
  expect(batches.flat().map(({ seq }) => seq)).toEqual(problems(120).map(({ seq }) => seq));
});

test('a batch stays within 48 KiB of UTF-8', () => {
  const batches = batchesOf(problems(40, '长'.repeat(2000)));
  expect(batches.length).toBeGreaterThan(1);
  for (const batch of batches) expect(bytes(batch)).toBeLessThanOrEqual(48 * 1024 + 2);
});

test('a problem too large for any batch travels alone, for the engine to refuse', () => {
  const [large = received, ...rest] = problems(3);
  const batches = batchesOf([{ ...large, title: '长'.repeat(30_000) }, ...rest]);
  expect(batches.map((batch) => batch.length)).toEqual([1, 2]);
});

test('nothing gives no batch', () => {
  expect(batchesOf([])).toEqual([]);
});

test('the same content has the same id, other content another', () => {
  expect(contentId('receive', problems(2))).toBe(contentId('receive', problems(2)));
  expect(contentId('receive', problems(2))).not.toBe(contentId('receive', problems(3)));
});
