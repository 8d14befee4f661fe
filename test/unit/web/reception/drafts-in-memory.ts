/** Drafts as a ledger keeps them, for tests that need no database. */
import type { DraftRow, Drafts } from '../../../../ledger';

export function draftsInMemory(): Drafts & { readonly rows: Map<string, DraftRow> } {
  const rows = new Map<string, DraftRow>();
  return {
    rows,
    add: (draft) => Promise.resolve(void rows.set(draft.id, draft)),
    of: (units) => Promise.resolve([...rows.values()].filter(({ unit }) => units.includes(unit))),
    one: (id) => Promise.resolve(rows.get(id) ?? null),
    change: (id, version, changed) => {
      const row = rows.get(id);
      if (row === undefined || row.version !== version) return Promise.resolve(false);
      rows.set(id, { ...row, ...changed, version: version + 1 });
      return Promise.resolve(true);
    },
    remove: (id) => Promise.resolve(void rows.delete(id)),
    expire: () => Promise.resolve(),
  };
}
