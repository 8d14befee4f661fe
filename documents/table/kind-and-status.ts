/** How a problem lives and how far it is, from its columns, its date and the headings over it. */
import type { ImportedKind, ImportedStatus, KindBasis } from '../imported-feedback';
import { kindOf, kindOfHeading } from '../vocabulary/kind-words';
import { statusOfField } from '../vocabulary/status-words';
import type { DeadlineCell } from './deadline';
import type { Doubt } from './doubt';
import type { TableRecord } from './records';
import { spotsInColumn, spotsOf, type Spot } from './spots';

export interface KindRead {
  readonly kind: ImportedKind | null;
  readonly kindBasis: KindBasis | null;
  readonly doubts: readonly Doubt[];
}

const kindNames: Readonly<Record<ImportedKind, string>> = {
  immediate: '立行立改',
  timeLimited: '限期整改',
  longTerm: '长期坚持',
};

/** Said in its own column, else in place of a date, else by a heading; what contradicts is asked about. */
export function kindRead(record: TableRecord, deadline: DeadlineCell | null): KindRead {
  const spot = spotsOf(record, 'kind')[0] ?? null;
  const kinds = spot === null ? [] : kindsIn(spot.text);
  const column = kinds.length === 1 ? (kinds[0] ?? null) : null;
  const kind = column ?? (kinds.length > 1 ? null : (deadline?.kind ?? headingKind(record)));
  return {
    kind,
    kindBasis: kind === null ? null : 'stated',
    doubts: spot === null ? [] : kindDoubts(spot, kinds, deadline?.kind ?? null),
  };
}

function headingKind({ section, group, sheet }: TableRecord): ImportedKind | null {
  return kindOfHeading(group ?? '') ?? kindOfHeading(section ?? '') ?? kindOfHeading(`${sheet}类`);
}

function kindDoubts(
  { text, at }: Spot,
  kinds: readonly ImportedKind[],
  other: ImportedKind | null,
): readonly Doubt[] {
  const [kind] = kinds;
  const doubt = (why: string): readonly Doubt[] => [{ field: 'kind', at, why }];
  if (kind === undefined) return doubt(`整改类型“${text}”看不出是哪一种，没有填`);
  if (kinds.length > 1) return doubt(`整改类型“${text}”里有几种，没有填`);
  if (other === null || other === kind) return [];
  return doubt(`整改类型写“${text}”，时限一栏却写${kindNames[other]}，按“${text}”读入`);
}

function kindsIn(text: string): readonly ImportedKind[] {
  const words = text.split(/[\s、，,；;/和并且及＋+]+|[（()）]/).filter((word) => word !== '');
  const found = words.flatMap((word) => kindOf(word) ?? shortKind(word) ?? []);
  return [...new Set(found)];
}

function shortKind(word: string): ImportedKind | null {
  if (/^(?:立改|即改|立即|短期)$/.test(word)) return word === '短期' ? null : 'immediate';
  if (/^(?:限期|限时|按期)/.test(word)) return 'timeLimited';
  return /^(?:长期|持续)/.test(word) ? 'longTerm' : null;
}

export interface StatusRead {
  readonly status: ImportedStatus | null;
  /** Words of which no status can be told: asked about once for the whole column. */
  readonly untold: Spot | null;
  readonly doubts: readonly Doubt[];
}

export function statusRead(record: TableRecord, deadline: DeadlineCell | null): StatusRead {
  const columns = record.columns.statuses.map((column) =>
    spotsInColumn(record, column).map((spot) => ({
      spot,
      status: statusIn(spot.text, record.columns.words.get(column) ?? ''),
    })),
  );
  const cells = columns.flatMap(([first]) => first ?? []);
  const ofMeasures = columns.find((all) => new Set(all.map(({ status }) => status)).size > 1);
  if (ofMeasures !== undefined) return ofEachMeasure(ofMeasures.map(({ spot }) => spot));
  const told = cells.find(({ status }) => status !== null);
  const other = cells.find(({ status }) => status !== null && status !== told?.status);
  const status = told?.status ?? deadline?.status ?? null;
  return {
    status,
    untold: status === null ? (cells[0]?.spot ?? null) : null,
    doubts:
      other === undefined
        ? []
        : [
            {
              field: 'status',
              at: other.spot.at,
              why: `“${other.spot.text}”与“${told?.spot.text ?? ''}”说法不一，按后者读入`,
            },
          ],
  };
}

/** 已销号 over 未销号, each beside its measure: neither is the problem's. */
function ofEachMeasure(spots: readonly Spot[]): StatusRead {
  const words = spots.map(({ text }) => `“${text}”`).join('、');
  const why = `各条措施的整改状态不同（${words}），没有作为整个问题的状态录入`;
  return { status: null, untold: null, doubts: [{ field: 'status', at: spots[0]?.at ?? '', why }] };
}

/** 是 under 是否完成 is completed; 否 is no status of the four. */
function statusIn(text: string, heading: string): ImportedStatus | null {
  if (/^(?:是|√|✓|✔|☑|对)$/.test(text))
    return /完成|销号|办结|到位/.test(heading) ? 'completed' : null;
  return statusOfField(text);
}
