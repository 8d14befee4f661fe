/** How far the record has come, rectification by rectification: one look at a time, whoever wants to know. */
import type { Ledger } from '../../ledger';

/** The ordinal of each rectification's last line, as one look saw them. */
export type Heads = ReadonlyMap<string, number>;

/** Looks that begin after it is called; who calls while one is under way shares the next. So no look sees less than one before it. */
export type Look = () => Promise<Heads>;

export function looksAt(ledger: Pick<Ledger, 'heads'>): Look {
  let before: Promise<unknown> = Promise.resolve();
  let coming: Promise<Heads> | null = null;
  const begin = async (): Promise<Heads> => {
    coming = null;
    return new Map((await ledger.heads()).map(({ id, ordinal }) => [id, ordinal]));
  };
  return () => {
    if (coming !== null) return coming;
    const own = before.then(begin);
    coming = own;
    before = own.catch(() => undefined);
    return own;
  };
}

/** How far these have come, or all: never less at a later look, and more once any of them has changed. */
export function farIn(heads: Heads, rectifications: readonly string[] | null): number {
  const ordinals =
    rectifications === null
      ? [...heads.values()]
      : [...new Set(rectifications)].map((id) => heads.get(id) ?? 0);
  return ordinals.reduce((sum, each) => sum + each, 0);
}
