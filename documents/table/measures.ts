/** The measures of a cell, each with the department and the date that stand behind it in brackets. */
import type { PlainDate } from '../../domain/words';
import type { ImportedMeasure } from '../imported-feedback';
import { deadlineOf, isBlank } from './deadline';
import { itemsIn } from './numbered-lines';
import { partiesIn } from './parties';
import { readsAsDepartment } from './surnames';

export interface MeasuresRead {
  readonly measures: readonly ImportedMeasure[];
  readonly why: readonly string[];
}

/** `from`: how many measures of the problem stand before, for those that bear no number. */
export function measuresIn(text: string, since: PlainDate | null, from = 0): MeasuresRead {
  if (isBlank(text)) return { measures: [], why: [] };
  const { items, head, unclear } = itemsIn(text);
  const read = items
    .filter((item) => item.text !== '')
    .map((item, index) => measureOf(item.ordinal ?? String(from + index + 1), item.text, since));
  return {
    measures: read.map(({ measure }) => measure),
    why: [
      ...(unclear ? ['措施没有编号，分行处有的像断句有的不像，请核对分成了几条'] : []),
      ...(head === '' ? [] : [`第一条措施前的“${head.slice(0, 20)}”没有算作措施`]),
      ...read.flatMap(({ why }) => why ?? []),
    ],
  };
}

interface MeasureRead {
  readonly measure: ImportedMeasure;
  readonly why: string | null;
}

const tail = /^(.+?)[。；;，,]?[（(【[]([^（(【[）)\]】]{2,60})[）)\]】][。；;]?$/s;

function measureOf(ordinal: string, text: string, since: PlainDate | null): MeasureRead {
  const found = tail.exec(text);
  const said = found === null ? null : responsibilityIn(found[2] ?? '', since);
  if (said === null) return { measure: { ordinal, text }, why: null };
  const { department, due } = said;
  return {
    measure: {
      ordinal,
      text: found?.[1] ?? text,
      ...(department === null ? {} : { department }),
      ...(due === null ? {} : { due }),
    },
    why: said.labelled
      ? null
      : `措施“${ordinal}”末尾括号里的“${found?.[2] ?? ''}”读作责任部门或时限`,
  };
}

interface Responsibility {
  readonly department: string | null;
  readonly due: PlainDate | null;
  readonly labelled: boolean;
}

const departmentLabel = /^(?:责任|牵头|主责|承办|落实|负责)?(?:部门|单位|科室|处室)[:：]/;
const dueLabel = /^(?:整改|完成|办结)?(?:时限|期限|时间|日期)[:：]/;

/** 责任部门：财务科；完成时限：2026年5月底 — or bare: 财务科，2026年5月底前. Null where it is something else. */
function responsibilityIn(words: string, since: PlainDate | null): Responsibility | null {
  const clauses = words.split(/[，,；;\s]+|、(?=[^、]*[:：\d])/).filter((part) => part !== '');
  const read = clauses.map((clause) => clauseOf(clause, since));
  const department =
    read.find((each) => each !== null && each.department !== null)?.department ?? null;
  const due = read.find((each) => each !== null && each.due !== null)?.due ?? null;
  if (read.some((each) => each === null) || (department ?? due) === null) return null;
  return { department, due, labelled: clauses.every((clause) => /[:：]/.test(clause)) };
}

function clauseOf(
  clause: string,
  since: PlainDate | null,
): { readonly department: string | null; readonly due: PlainDate | null } | null {
  const name = partiesIn(clause.replace(departmentLabel, ''))[0]?.name ?? null;
  if (departmentLabel.test(clause)) return { department: name, due: null };
  const { due } = deadlineOf(clause.replace(dueLabel, ''), null, since);
  if (due !== null && (dueLabel.test(clause) || /^\D{0,3}\d/.test(clause) || /年/.test(clause)))
    return { department: null, due };
  return name !== null && name === clause && readsAsDepartment(name)
    ? { department: name, due: null }
    : null;
}
