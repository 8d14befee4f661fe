/** The command that shows a person one item and what they can do about it. The only place that words it. */
import type { Digest, DigestItem } from '../domain/digest';

/** E.g. `zhenggai view yunchuan-2026 3 --by zhang-wei`; without the number for the rectification as a whole. */
export function commandHint({ rectification, person }: Digest, { problem }: DigestItem): string {
  const which = problem === null ? [] : [String(problem.seq)];
  return ['zhenggai', 'view', rectification, ...which, '--by', person.id].map(quoted).join(' ');
}

/** For a shell, where the word needs it. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}._/-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
