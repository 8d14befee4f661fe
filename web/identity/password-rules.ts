/** What a password must be: long enough, not the person's names, not one everybody tries first. Pure. */

export const shortest = 10;
export const longest = 128;
const fewestDifferent = 5;

export type PasswordFault = 'tooShort' | 'tooLong' | 'tooSimple' | 'name' | 'different';

/** @returns what is wrong with it; null: may be used */
export function passwordFault(
  password: string,
  again: string,
  names: readonly (string | null)[],
): PasswordFault | null {
  const length = [...password].length;
  if (length < shortest) return 'tooShort';
  if (length > longest) return 'tooLong';
  const folded = password.toLowerCase();
  if (names.some((name) => isIn(folded, name))) return 'name';
  if (new Set(folded).size < fewestDifferent || isRun(folded)) return 'tooSimple';
  return password === again ? null : 'different';
}

/** An address counts by what is before its `@`. */
function isIn(password: string, name: string | null): boolean {
  const part = (name ?? '').toLowerCase().split('@')[0] ?? '';
  return part.length > 1 && password.includes(part);
}

const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const triedFirst = ['password', 'passw0rd', 'admin', 'zhenggai', 'iloveyou', 'woaini'];

/** Nothing but pieces that are tried first: `qwertyuiop123`, `Password1234`. */
function isRun(password: string): boolean {
  let left = password;
  for (const word of triedFirst) left = left.replaceAll(word, '');
  const piece = new RegExp(rows.flatMap(runsOf).join('|'), 'g');
  return left.replace(piece, '').length < fewestDifferent;
}

/** Longest first; three in a row, forwards or backwards. */
function runsOf(row: string): readonly string[] {
  const both = [row, [...row].reverse().join('')];
  const lengths = Array.from({ length: row.length - 2 }, (_each, at) => row.length - at);
  return lengths.flatMap((length) =>
    both.flatMap((each) =>
      Array.from({ length: each.length - length + 1 }, (_one, from) =>
        each.slice(from, from + length),
      ),
    ),
  );
}
