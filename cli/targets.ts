/** What people write for a problem or a rectification, made into workflow ids. Asks nobody; what is left open says so. */
import { problemId, rectificationId } from '../domain/ids';

/** A problem as written: `rectification` is null where only a sequence number was given. */
export interface ProblemTarget {
  readonly rectification: string | null;
  readonly seq: number;
}

export type ParsedTargets =
  | { readonly kind: 'problems'; readonly problems: readonly ProblemTarget[] }
  | { readonly kind: 'fault'; readonly fault: 'badTarget' | 'badRange'; readonly given: string };

const mostAtOnce = 2000;
const numbers = /^\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*$/;
const id = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** `7`, `1 2 5-9`, `1,2,5-9`, `<rectification>/7`, `<rectification>/5-9`, `problem/<rectification>/7`. */
export function parseProblems(words: readonly string[]): ParsedTargets {
  const problems: ProblemTarget[] = [];
  for (const given of words) {
    const word = given.normalize('NFKC').trim();
    const place = /^(?:problem\/)?(?:([^/]+)\/)?([\d,-]+)$/.exec(word);
    const [, rectification, seqs = ''] = place ?? [];
    const isId =
      rectification === undefined ? !word.startsWith('problem/') : id.test(rectification);
    if (place === null || !isId || !numbers.test(seqs))
      return { kind: 'fault', fault: 'badTarget', given };
    const found = seqs.split(',').map(range);
    if (found.some((each) => each === null) || problems.length + size(found) > mostAtOnce)
      return { kind: 'fault', fault: 'badRange', given };
    for (const seq of found.flatMap((each) => each ?? []))
      problems.push({ rectification: rectification ?? null, seq });
  }
  return { kind: 'problems', problems: distinct(problems) };
}

/** `rectification/<id>` for what people write; null when it cannot be one. */
export function parseRectification(given: string): string | null {
  const word = given
    .normalize('NFKC')
    .trim()
    .replace(/^rectification\//, '');
  return id.test(word) && !numbers.test(word) ? rectificationId(word) : null;
}

/** An id people may give a rectification: not to be taken for a sequence number or a range. */
export function isRectificationId(word: string): boolean {
  return parseRectification(word) === rectificationId(word);
}

export function workflowOf({ seq }: ProblemTarget, rectification: string): string {
  return problemId(rectification, seq);
}

function range(word: string): readonly number[] | null {
  const [from = 0, to = from] = word.split('-').map(Number);
  if (from < 1 || to < from || to - from >= mostAtOnce) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function size(found: readonly (readonly number[] | null)[]): number {
  return found.reduce((sum, each) => sum + (each?.length ?? 0), 0);
}

function distinct(problems: readonly ProblemTarget[]): readonly ProblemTarget[] {
  const seen = new Set<string>();
  return problems.filter(({ rectification, seq }) => {
    const key = `${rectification ?? ''}/${seq}`;
    return !seen.has(key) && seen.add(key);
  });
}
