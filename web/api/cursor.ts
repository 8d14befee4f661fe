/** Where a page of a list ends, for the next to begin: opaque to whoever gets it. */
import { ApiProblem } from './problem-details';

export type CursorPart = string | number;

export function cursorOf(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * Null for the first page.
 *
 * @param like an example of what is in it
 * @throws ApiProblem for what is no cursor of this list
 */
export function readCursor<const Parts extends readonly CursorPart[]>(
  cursor: string | undefined,
  like: Parts,
): { [Index in keyof Parts]: Parts[Index] extends number ? number : string } | null {
  if (cursor === undefined) return null;
  const parts = parsed(cursor);
  if (parts?.length !== like.length || parts.some((part, at) => typeof part !== typeof like[at]))
    throw new ApiProblem('invalid', 'This is no cursor of this list.', {
      errors: [{ path: 'cursor', code: 'value', expected: 'the `next` of an answer of this list' }],
    });
  return parts as never;
}

function parsed(cursor: string): readonly unknown[] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}
