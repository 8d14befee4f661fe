import { isRectificationId, parseProblems, parseRectification } from '../../../cli/targets';
import { seqWords } from '../../../domain/seq-words';

function written(...words: string[]): unknown {
  const parsed = parseProblems(words);
  return parsed.kind === 'problems'
    ? parsed.problems.map(({ rectification, seq }) =>
        rectification === null ? seq : `${rectification}/${seq}`,
      )
    : parsed;
}

test('numbers, lists and ranges are sequence numbers, each once', () => {
  expect(written('7')).toEqual([7]);
  expect(written('1', '2', '5-9')).toEqual([1, 2, 5, 6, 7, 8, 9]);
  expect(written('1,2,2,5-6')).toEqual([1, 2, 5, 6]);
  expect(written('５－７')).toEqual([5, 6, 7]);
});

test('a rectification before a slash belongs to the problem, whole ids are taken as they are', () => {
  expect(written('20261102-3fa9/7')).toEqual(['20261102-3fa9/7']);
  expect(written('20261102-3fa9/7-8')).toEqual(['20261102-3fa9/7', '20261102-3fa9/8']);
  expect(written('problem/20261102-3fa9/7')).toEqual(['20261102-3fa9/7']);
});

test.each(['', 'x', '7x', 'a/b/7', 'problem/7', '/7', 'x/', '1--2', '-1', 'rectification/x'])(
  '%j is no problem',
  (word) => {
    expect(written(word)).toEqual({ kind: 'fault', fault: 'badTarget', given: word });
  },
);

test.each(['0', '9-5', '1-99999', '0-3'])('%j is no range that can be meant', (word) => {
  expect(written(word)).toEqual({ kind: 'fault', fault: 'badRange', given: word });
});

test('a rectification is its id, with or without the prefix, never a number or a range', () => {
  expect(parseRectification('20261102-3fa9')).toBe('rectification/20261102-3fa9');
  expect(parseRectification('rectification/水务局')).toBe('rectification/水务局');
  expect(parseRectification('20261102-1234')).toBe('rectification/20261102-1234');
  for (const word of ['7', '5-9', 'a/b', '', '.x']) expect(parseRectification(word)).toBeNull();
  expect(isRectificationId('rectification/x')).toBe(false);
});

test('sequence numbers are said in runs', () => {
  expect(seqWords([9, 1, 5, 6, 7])).toBe('1、5-7、9');
  expect(seqWords([])).toBe('');
});
