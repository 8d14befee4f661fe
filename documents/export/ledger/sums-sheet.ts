// The second sheet: how many problems of each kind, status, lamp and department, counted by formulas from the first.
import type { Workbook, Worksheet } from 'exceljs';
import { kinds, lamps, statuses } from '../../../domain/words';
import { chineseDate } from '../chinese-date';
import { madeFrom } from '../made-from';
import type { ProblemRecord, RectificationRecord } from '../record';
import { countOf } from '../sheet/count-formula';
import * as looks from '../sheet/looks';
import { kindTerms, lampTerms, statusTerms, unassigned } from '../terms';
import { columnLetter } from './columns';
import { rangeOf } from './places';

interface Sum {
  readonly name: string;
  /** The ledger's column. */
  readonly column: string;
  readonly labels: readonly string[];
  readonly labelOf: (problem: ProblemRecord) => string;
}

export function addSums(workbook: Workbook, record: RectificationRecord): void {
  const sheet = workbook.addWorksheet('汇总', {
    pageSetup: looks.printed('a4', 'portrait', '1:1'),
    headerFooter: { oddFooter: looks.footOf(madeFrom(record)) },
  });
  sheet.columns = [{ width: 36 }, { width: 14 }];
  sheet.mergeCells('A1:B1');
  put(sheet, 'A1', `整改台账汇总（截至${chineseDate(record.asOf)}）`, looks.titleFont, false);
  sheet.getRow(1).height = 34;
  let row = 3;
  for (const sum of sums(record.problems)) row = addSum(sheet, row, sum, record.problems);
}

function sums(problems: readonly ProblemRecord[]): readonly Sum[] {
  const departmentOf = ({ department }: ProblemRecord) => department ?? unassigned;
  return [
    {
      ...{ name: '按类型', column: '类型', labels: kinds.map((kind) => kindTerms[kind]) },
      labelOf: ({ kind }) => kindTerms[kind],
    },
    {
      ...{ name: '按报告口径', column: '报告口径' },
      labels: statuses.map((status) => statusTerms[status]),
      labelOf: ({ status }) => statusTerms[status],
    },
    {
      ...{ name: '按亮灯', column: '亮灯', labels: lamps.map((lamp) => lampTerms[lamp]) },
      labelOf: ({ lamp }) => lampTerms[lamp],
    },
    {
      ...{ name: '按责任部门', column: '责任部门' },
      labels: [...new Set(problems.map(departmentOf))],
      labelOf: departmentOf,
    },
  ];
}

/** Gives the row after it. */
function addSum(
  sheet: Worksheet,
  start: number,
  { name, column, labels, labelOf }: Sum,
  problems: readonly ProblemRecord[],
): number {
  const range = rangeOf(columnLetter(column), problems.length);
  put(sheet, `A${start}`, name, looks.headFont, true);
  put(sheet, `B${start}`, '问题数', looks.headFont, true);
  labels.forEach((label, index) => {
    const row = start + 1 + index;
    const count = problems.filter((problem) => labelOf(problem) === label).length;
    put(sheet, `A${row}`, label, looks.bodyFont, true);
    put(sheet, `B${row}`, countOf(range, `A${row}`, label, count), looks.bodyFont, true);
  });
  const last = start + 1 + labels.length;
  const total = labels.length === 0 ? 0 : problems.length;
  const formula = labels.length === 0 ? '0' : `SUM(B${start + 1}:B${last - 1})`;
  put(sheet, `A${last}`, '合计', looks.headFont, true);
  put(sheet, `B${last}`, { formula, result: total }, looks.headFont, true);
  return last + 2;
}

function put(
  sheet: Worksheet,
  at: string,
  value: string | { readonly formula: string; readonly result?: unknown },
  font: typeof looks.bodyFont,
  bordered: boolean,
): void {
  const cell = sheet.getCell(at);
  cell.value = value as typeof cell.value;
  const lamp = typeof value === 'string' ? looks.lampFillOf(value) : null;
  const fill = font === looks.headFont ? looks.headFill : lamp;
  cell.style = {
    font,
    alignment: looks.centred,
    ...(bordered ? { border: looks.ruled } : {}),
    ...(bordered && fill !== null ? { fill } : {}),
  };
}
