/** Which column holds what. Where two may hold the same, the surer is taken and a person is asked. */
import type { Doubt } from './doubt';
import type { Header, Heading } from './header';
import type { ColumnKind } from './heading-words';
import { placeOf } from './sheet';

export interface Columns {
  readonly of: ReadonlyMap<ColumnKind, number>;
  /** Status may stand in several columns: 整改进展 beside 是否销号; the surest first. */
  readonly statuses: readonly number[];
  readonly words: ReadonlyMap<number, string>;
  /** Columns that no field of a problem takes. */
  readonly unread: readonly Heading[];
  readonly doubts: readonly Doubt[];
}

export function columnsOf({ headings }: Header, sheet: string): Columns {
  const taken = new Map<ColumnKind, Heading>();
  const doubts: Doubt[] = [];
  for (const { heading, kind } of bySureness(headings)) {
    const place = placeFor(kind, taken);
    if (place.kind !== null) taken.set(place.kind, heading);
    if (place.why !== null)
      doubts.push(doubtAbout(heading, place.kind ?? kind, taken, sheet, place.why));
  }
  const of = withProblem(new Map([...taken].map(([kind, { column }]) => [kind, column])));
  const statuses = bySureness(headings).filter(({ kind }) => kind === 'status');
  return {
    of,
    statuses: statuses.map(({ heading }) => heading.column),
    words: new Map(headings.map(({ column, words }) => [column, words])),
    unread: headings.filter(({ column, found }) => !isRead(column, of) && found?.kind !== 'status'),
    doubts,
  };
}

/** Findings alone are the problems. */
function withProblem(of: ReadonlyMap<ColumnKind, number>): ReadonlyMap<ColumnKind, number> {
  const finding = of.get('finding');
  if (of.has('problem') || finding === undefined) return of;
  return new Map([...of, ['problem', finding] as const].filter(([kind]) => kind !== 'finding'));
}

interface Known {
  readonly heading: Heading;
  readonly kind: ColumnKind;
}

/** What another column may give way to comes first; problems from left to right, the wider first. */
function bySureness(headings: readonly Heading[]): readonly Known[] {
  const order = (kind: ColumnKind) => (givingWay.includes(kind) ? 1 : 0);
  const owns = headings.some(({ words, found }) => found?.kind === 'department' && !isBare(words));
  return headings
    .flatMap((heading) =>
      heading.found === null || (owns && isBare(heading.words))
        ? []
        : [{ heading, kind: heading.found.kind, rank: heading.found.rank }],
    )
    .sort((a, b) => order(a.kind) - order(b.kind) || rankOf(a) - rankOf(b));
}

/** 单位 beside 责任单位 is whose list it is. */
function isBare(words: string): boolean {
  return /^单位(?:名称)?$/.test(words);
}

const givingWay: readonly ColumnKind[] = ['person', 'contact'];

function rankOf({ kind, rank }: { readonly kind: ColumnKind; readonly rank: number }): number {
  return kind === 'problem' || kind === 'section' ? 0 : rank;
}

interface Placing {
  readonly kind: ColumnKind | null;
  readonly why: 'second' | 'instead' | null;
}

/** Where a second column of a kind goes instead: 责任部门 beside 牵头部门 assists, and so on. */
const seconds: Partial<Record<ColumnKind, readonly ColumnKind[]>> = {
  problem: ['finding', 'group'],
  section: ['group'],
  department: ['assisting'],
  person: ['leader', 'departmentHead'],
};

/** Such a second place needs no question: the words say it. */
const plainSeconds: readonly ColumnKind[] = ['section'];

const neverRead: readonly ColumnKind[] = ['other', 'finishedOn'];

function placeFor(kind: ColumnKind, taken: ReadonlyMap<ColumnKind, Heading>): Placing {
  if (neverRead.includes(kind) || kind === 'status') return { kind: null, why: null };
  if (kind === 'person' || kind === 'contact') return placeForPerson(kind, taken);
  if (!taken.has(kind)) return { kind, why: null };
  const second = seconds[kind]?.find((other) => !taken.has(other)) ?? null;
  if (second === null) return { kind: null, why: 'second' };
  return { kind: second, why: plainSeconds.includes(kind) ? null : 'instead' };
}

/** 责任人 are the handlers unless 经办人 stand beside them; 联系人 only where there is nobody else. */
function placeForPerson(
  kind: 'person' | 'contact',
  taken: ReadonlyMap<ColumnKind, Heading>,
): Placing {
  if (!taken.has('handlers'))
    return { kind: 'handlers', why: kind === 'contact' ? 'instead' : null };
  if (kind === 'contact') return { kind: null, why: null };
  const second = seconds.person?.find((other) => !taken.has(other)) ?? null;
  return { kind: second, why: second === null ? 'second' : 'instead' };
}

/** What a field is called where people are asked about it. */
export const fieldWords: Partial<Record<ColumnKind, string>> = {
  number: '序号',
  section: '方面（类别）',
  group: '问题大类',
  problem: '问题',
  finding: '具体表现',
  kind: '整改类型',
  measures: '整改措施',
  deadline: '整改时限',
  leader: '责任领导',
  department: '责任部门',
  assisting: '配合部门',
  departmentHead: '责任部门负责人',
  handlers: '经办人',
  status: '整改状态',
};

function doubtAbout(
  heading: Heading,
  kind: ColumnKind,
  taken: ReadonlyMap<ColumnKind, Heading>,
  sheet: string,
  why: 'second' | 'instead',
): Doubt {
  const used = taken.get(kind)?.words ?? '';
  const as = fieldWords[kind] ?? heading.words;
  return {
    field: fieldOf(kind),
    at: placeOf(sheet, heading.row, heading.column),
    why:
      why === 'second'
        ? `“${heading.words}”和“${used}”两栏都可以是${as}；用了“${used}”，“${heading.words}”没有读入，请核对`
        : `“${heading.words}”一栏按${as}读入，请核对`,
  };
}

/** The field of a problem that a kind of column fills. */
export function fieldOf(kind: ColumnKind): string {
  return fields[kind] ?? kind;
}

const fields: Partial<Record<ColumnKind, string>> = {
  problem: 'title',
  finding: 'subFindings',
  deadline: 'due',
  leader: 'responsibleLeaders',
  person: 'handlers',
};

function isRead(column: number, of: ReadonlyMap<ColumnKind, number>): boolean {
  return [...of.values()].includes(column);
}
