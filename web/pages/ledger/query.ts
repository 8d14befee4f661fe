/** What is asked of the table, as its address says it: filter, order, page. Pure. */
import { kinds, lamps, statuses } from '../../../domain/words';
import { sortColumns, type ProblemFilter, type SortPlace, type SortColumn } from '../../../ledger';
import { stages } from '../../../machines';

export interface LedgerQuery {
  readonly kind: readonly string[];
  readonly stage: readonly string[];
  readonly lamp: readonly string[];
  readonly status: readonly string[];
  readonly department: string | null;
  readonly leader: string | null;
  /** An id or a name. */
  readonly person: string | null;
  readonly text: string | null;
  readonly open: boolean;
  readonly sort: SortColumn;
  readonly down: boolean;
  readonly limit: number;
  readonly after: SortPlace | null;
  readonly before: SortPlace | null;
}

export const limits = [50, 100, 200] as const;
/** A word that is looked for is no longer. */
const longest = 100;

/** What is not understood is as if it were not asked for: an address may be old. */
export function queryIn(search: URLSearchParams): LedgerQuery {
  const among = (name: string, known: readonly string[]) =>
    [...new Set(search.getAll(name))].filter((value) => known.includes(value));
  const text = (name: string) => search.get(name)?.trim().slice(0, longest) || null;
  return {
    kind: among('kind', kinds),
    stage: among('stage', stages),
    lamp: among('lamp', lamps),
    status: among('status', statuses),
    ...{ department: text('department'), leader: text('leader') },
    ...{ person: text('person'), text: text('text') },
    open: search.get('open') === '1',
    sort: sortColumns.find((column) => column === search.get('sort')) ?? 'place',
    down: search.get('down') === '1',
    limit: limits.find((limit) => String(limit) === search.get('limit')) ?? limits[0],
    after: placeIn(search.get('after')),
    before: placeIn(search.get('before')),
  };
}

function placeIn(text: string | null): SortPlace | null {
  if (text === null || text.length > 1000) return null;
  const [key, rectification, seq] = partsIn(text);
  if (typeof key !== 'string' || typeof rectification !== 'string') return null;
  return Number.isInteger(seq) ? { key, rectification, seq: seq as number } : null;
}

function partsIn(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** The same question with some of it otherwise, as the part of an address after `?`; what is as usual is left out. */
export function searchOf(query: LedgerQuery, changed: Partial<LedgerQuery> = {}): string {
  // Another question begins at its first page.
  const whole = { ...query, after: null, before: null, ...changed };
  const search = new URLSearchParams();
  for (const name of ['kind', 'stage', 'lamp', 'status'] as const)
    for (const value of whole[name]) search.append(name, value);
  for (const name of ['department', 'leader', 'person', 'text'] as const) {
    const value = whole[name];
    if (value !== null) search.set(name, value);
  }
  if (whole.open) search.set('open', '1');
  if (whole.sort !== 'place') search.set('sort', whole.sort);
  if (whole.down) search.set('down', '1');
  if (whole.limit !== limits[0]) search.set('limit', String(whole.limit));
  for (const name of ['after', 'before'] as const) {
    const place = whole[name];
    if (place !== null)
      search.set(name, JSON.stringify([place.key, place.rectification, place.seq]));
  }
  return search.toString();
}

export function filterOf(query: LedgerQuery, rectifications: readonly string[]): ProblemFilter {
  const { kind, stage, lamp, status, department, leader, person, text, open } = query;
  return {
    rectifications,
    ...(kind.length === 0 ? {} : { kinds: kind }),
    ...(stage.length === 0 ? {} : { stages: stage }),
    ...(lamp.length === 0 ? {} : { lamps: lamp }),
    ...(status.length === 0 ? {} : { statuses: status }),
    ...(department === null ? {} : { department }),
    ...(leader === null ? {} : { responsibleLeader: leader }),
    ...(person === null ? {} : { person }),
    ...(text === null ? {} : { text }),
    ...(open ? { open } : {}),
  };
}

export function isFiltered(query: LedgerQuery): boolean {
  return Object.keys(filterOf(query, [])).length > 1;
}
