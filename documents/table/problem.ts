/** One record of a table as one problem, with what is not sure about it. */
import type { PlainDate } from '../../domain/words';
import type { ImportedProblem } from '../imported-feedback';
import type { DeadlineCell } from './deadline';
import { deadlineOf } from './deadline';
import type { Doubt } from './doubt';
import { kindRead, statusRead } from './kind-and-status';
import { itemsIn } from './numbered-lines';
import { numberOf } from './numbers';
import { peopleOf } from './people';
import type { TableRecord } from './records';
import { remedyOf, type Remedy } from './remedy';
import { placeIn, spotsOf, type Spot } from './spots';
import { joinedLines, titleOf, type TitleRead } from './title';

export interface ProblemRead {
  readonly problem: Omit<ImportedProblem, 'seq'>;
  readonly record: TableRecord;
  /** Where the problem's words stand. */
  readonly at: string;
  readonly doubts: readonly Doubt[];
  readonly deadline: DeadlineCell | null;
  readonly deadlineAt: string | null;
  readonly untoldStatus: Spot | null;
}

export function problemOf(record: TableRecord, since: PlainDate | null): ProblemRead {
  const head = headOf(record);
  const remedy = remedyOf(record, since);
  const people = peopleOf(record, remedy.departments);
  const kind = kindRead(record, remedy.deadline);
  const status = statusRead(record, remedy.deadline);
  const { responsibleLeaders, department, assisting, handlers, departmentHead } = people;
  const problem = {
    ...head.fields,
    kind: kind.kind,
    kindBasis: kind.kindBasis,
    status: status.status,
    measures: remedy.measures,
    deadlineWords: remedy.deadline?.words ?? null,
    due: remedy.deadline?.due ?? null,
    recurrence: recurrenceOf(record, remedy.deadline),
    responsibleLeaders,
    department,
    assisting: assisting.filter((name) => name !== department),
    handlers,
    ...(departmentHead === null ? {} : { departmentHead }),
    ...furtherFields(record),
  };
  const doubts = [
    ...head.doubts,
    ...remedy.doubts,
    ...dueDoubts(remedy, since),
    ...people.doubts,
    ...kind.doubts,
    ...status.doubts,
  ];
  const { deadline, deadlineAt } = remedy;
  return {
    problem,
    record,
    at: head.at,
    doubts,
    deadline,
    deadlineAt,
    untoldStatus: status.untold,
  };
}

interface Head {
  readonly fields: Pick<ImportedProblem, 'number' | 'section' | 'group' | 'title' | 'subFindings'>;
  readonly at: string;
  readonly doubts: readonly Doubt[];
}

function headOf(record: TableRecord): Head {
  const spot = spotsOf(record, record.titleFrom)[0];
  const at = spot?.at ?? placeIn(record, 'problem');
  const read = titleOf(spot?.text ?? '');
  const number = printedNumber(record, read);
  const parts = [...read.parts, ...findingsOf(record)];
  return {
    fields: {
      number: number.value,
      ...headingsOver(record),
      title: spot === undefined ? `（${at}没有写明问题）` : read.title,
      subFindings: parts.map((text) => ({ text })),
    },
    at,
    doubts: [
      ...(spot === undefined ? [{ field: 'title', at, why: '没有写明问题' }] : []),
      ...(read.why === null ? [] : [{ field: 'title', at, why: read.why }]),
      ...number.doubts,
    ],
  };
}

function headingsOver(record: TableRecord): Pick<ImportedProblem, 'section' | 'group'> {
  const over = record.titleFrom === 'finding' ? spotsOf(record, 'problem')[0] : undefined;
  return {
    section: record.section,
    group: over === undefined ? record.group : titleOf(over.text).title,
  };
}

function flat(text: string | null): string | null {
  return text === null ? null : joinedLines(text.split('\n'));
}

function printedNumber(
  record: TableRecord,
  { number }: TitleRead,
): { readonly value: number | null; readonly doubts: readonly Doubt[] } {
  const spots = spotsOf(record, 'number');
  const [spot] = spots;
  if (spot === undefined) return { value: number, doubts: [] };
  const read = numberOf(spot.text);
  const more = spots.length > 1 ? `一个问题有${spots.length}个序号，取了第一个` : null;
  const doubts = [read.why, more].flatMap((why) =>
    why === null ? [] : [{ field: 'number', at: spot.at, why }],
  );
  return { value: read.number, doubts };
}

function findingsOf(record: TableRecord): readonly string[] {
  if (record.titleFrom === 'finding') return [];
  return spotsOf(record, 'finding').flatMap(({ text }) => {
    const { head, items } = itemsIn(text);
    return [...(head === '' ? [] : [head]), ...items.map((item) => item.text)];
  });
}

function recurrenceOf(record: TableRecord, deadline: DeadlineCell | null): readonly string[] {
  const words = spotsOf(record, 'recurrence').map(({ text }) => text);
  return [...new Set([...words, ...(deadline?.recurrence ?? [])])];
}

type Further = Pick<ImportedProblem, 'predecessor' | 'publicText' | 'handedOverOn'>;

function furtherFields(record: TableRecord): Further {
  const text = (kind: 'predecessor' | 'publicText') => flat(spotsOf(record, kind)[0]?.text ?? null);
  const predecessor = text('predecessor');
  const publicText = text('publicText');
  const handed = spotsOf(record, 'handedOverOn')[0];
  const handedOverOn = handed === undefined ? null : deadlineOf(handed.text, handed.date, null).due;
  return {
    ...(predecessor === null ? {} : { predecessor }),
    ...(publicText === null ? {} : { publicText }),
    ...(handedOverOn === null ? {} : { handedOverOn }),
  };
}

function dueDoubts(
  { deadline, deadlineAt, measures }: Remedy,
  since: PlainDate | null,
): readonly Doubt[] {
  if (deadline === null || deadlineAt === null) return [];
  const { due, why } = deadline;
  const at = deadlineAt;
  const early =
    since === null ? [] : measures.filter((each) => each.due !== undefined && each.due < since);
  return [
    ...(why === null ? [] : [{ field: 'due', at, why }]),
    ...(due !== null && since !== null && due < since
      ? [{ field: 'due', at, why: `时限 ${due} 早于反馈日期 ${since}，请核对` }]
      : []),
    ...early.map(({ ordinal, due: day }) => ({
      field: 'measures',
      at,
      why: `措施“${ordinal}”的时限 ${day ?? ''} 早于反馈日期 ${since ?? ''}，请核对`,
    })),
  ];
}
