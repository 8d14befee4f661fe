/** Headings that mean one thing or another by what stands under them. */
import type { Columns } from './columns';
import { kindOf } from '../vocabulary/kind-words';
import type { ColumnKind } from './heading-words';
import type { SheetRow } from './sheet';

/** 问题类型 over 党建类 and 财务类 is a section, over 立行立改 a kind. */
export function byValues(columns: Columns, rows: readonly SheetRow[]): Columns {
  const column = columns.of.get('kind');
  if (column === undefined || columns.of.has('section')) return columns;
  if (!/^(?:问题)?类型$|^问题性质$|^整改(?:分类|类别)$/.test(columns.words.get(column) ?? ''))
    return columns;
  const texts = rows
    .flatMap(({ cells }) => cells.get(column)?.text ?? [])
    .filter((text) => text !== '');
  if (texts.length === 0 || texts.some((text) => kindOf(text) !== null)) return columns;
  const of = new Map<ColumnKind, number>([...columns.of].filter(([kind]) => kind !== 'kind'));
  return { ...columns, of: of.set('section', column) };
}
