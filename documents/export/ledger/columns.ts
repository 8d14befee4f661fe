// The columns of the ledger: what they are called, how wide they are, what of a problem stands in them.
import { asDate, chineseDate } from '../chinese-date';
import { withoutNumber } from '../headings';
import type { MeasureRecord, ProblemRecord } from '../record';
import {
  kindTerms,
  lampTerms,
  outcomeTerms,
  recurrenceTerms,
  statusTerms,
  unassigned,
} from '../terms';
import { remarks } from './remarks';

export interface Column {
  readonly name: string;
  readonly width: number;
  /** Numbers, dates and short words stand in the middle. */
  readonly centred: boolean;
  readonly value: (problem: ProblemRecord) => string | number | Date | null;
}

const narrow = (name: string, width: number, value: Column['value']): Column => ({
  ...{ name, width, value },
  centred: true,
});
const wide = (name: string, width: number, value: Column['value']): Column => ({
  ...{ name, width, value },
  centred: false,
});

export const columns: readonly Column[] = [
  narrow('序号', 5, ({ seq }) => seq),
  narrow('编号', 5, ({ number }) => number),
  wide('分类', 16, place),
  wide('问题', 24, ({ title }) => title.trim()),
  wide('具体表现', 24, findings),
  narrow('类型', 9, ({ kind }) => kindTerms[kind]),
  wide('措施', 36, ({ measures }) => measures.map(measureText).join('\n')),
  narrow('责任领导', 9, ({ responsibleLeader }) => responsibleLeader ?? unassigned),
  narrow('责任部门', 13, ({ department }) => department ?? unassigned),
  narrow('协办', 11, ({ assisting }) => assisting.join('、')),
  narrow('经办人', 8, ({ handlers }) => handlers.join('、')),
  narrow('时限', 14, ({ dueOn }) => (dueOn === null ? null : asDate(dueOn))),
  narrow('阶段', 11, ({ stage }) => stage),
  narrow('报告口径', 12, ({ status }) => statusTerms[status]),
  narrow('亮灯', 7, ({ lamp }) => lampTerms[lamp]),
  narrow('轮次', 5, ({ round }) => round),
  wide('进展', 32, latest),
  narrow('销号日期', 14, ({ signedOff }) => (signedOff === null ? null : asDate(signedOff.on))),
  wide('佐证', 18, ({ evidence }) => evidence.map(({ name }) => name).join('\n')),
  wide('备注', 20, remarks),
];

/** Its letter: A to T. */
export function columnLetter(name: string): string {
  return String.fromCharCode(65 + columns.findIndex((column) => column.name === name));
}

function place({ section, group }: ProblemRecord): string {
  return [section, group]
    .flatMap((heading) => (heading === null ? [] : [withoutNumber(heading)]))
    .join('\n');
}

function findings({ subFindings }: ProblemRecord): string {
  return subFindings
    .map(({ text, outcome }, index) => {
      const ended = outcome === null ? '' : `（${outcomeTerms[outcome]}）`;
      return `${index + 1}．${text.trim()}${ended}`;
    })
    .join('\n');
}

function measureText({ ordinal, text, ...measure }: MeasureRecord): string {
  const notes = measureNotes(measure);
  return `${ordinal}．${text.trim()}${notes.length === 0 ? '' : `（${notes.join('，')}）`}`;
}

function measureNotes(measure: Omit<MeasureRecord, 'ordinal' | 'text'>): readonly string[] {
  const { department, recurrence, due, done, doneOn } = measure;
  return [
    ...(department === null ? [] : [department]),
    ...(recurrence === null ? [] : [recurrenceTerms[recurrence]]),
    ...(due === null || done ? [] : [`时限${chineseDate(due)}`]),
    ...(done ? [doneOn === null ? '已完成' : `${chineseDate(doneOn)}完成`] : []),
  ];
}

function latest({ reports }: ProblemRecord): string {
  const last = reports.at(-1);
  return last === undefined ? '' : `${chineseDate(last.on)}（${last.byName}）${last.text.trim()}`;
}
