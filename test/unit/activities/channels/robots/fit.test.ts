import { bytesOf, clip, fitting } from '../../../../../activities/channels/robots/fit';

test('a text is cut between characters as people see them', () => {
  expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦𠮷字', 3)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
  expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦𠮷字', 4)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦𠮷字');
  expect(clip('整改时限', 3)).toBe('整改…');
});

test('the fullest rendering that has room is taken, the barest where none has', () => {
  const render = ({ shown, room }: { readonly shown: number; readonly room: number }) =>
    '改'.repeat(shown * room);
  expect(bytesOf(fitting(render, bytesOf, 3 * 480))).toBe(3 * 480);
  expect(bytesOf(fitting(render, bytesOf, 3 * 479))).toBe(3 * 240);
  expect(bytesOf(fitting(render, bytesOf, 80))).toBe(72);
  expect(fitting(render, bytesOf, 1)).toBe('');
});
