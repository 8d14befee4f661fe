/** Lists in pages: how many at once, and where the next one begins. */
import { z } from 'zod';
import { cursorOf, type CursorPart } from '../cursor';
import type { Call } from '../operation';

export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional().meta({ description: 'The `next` of the page before' }),
};

export interface Paging {
  readonly limit: number;
  readonly cursor?: string;
}

/** @param found one more than the limit where there is a next page */
export function pageAnswer<Item>(
  { c }: Call,
  found: readonly Item[],
  limit: number,
  item: (each: Item) => object,
  placeOf: (last: Item) => readonly CursorPart[],
): Response {
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return c.json({
    items: shown.map(item),
    next: last === undefined ? null : cursorOf(placeOf(last)),
  });
}
