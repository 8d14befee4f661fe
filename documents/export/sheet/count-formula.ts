// Formulas that count a label in a column, with their value: readers that do not calculate see it too.
import type { CellFormulaValue } from 'exceljs';

/** `range`: with its sheet, `'台账'!$F$4:$F$15`; `cell`: where the label stands. */
export function countOf(
  range: string,
  cell: string,
  label: string,
  result: number,
): CellFormulaValue {
  const formula = isPlain(label)
    ? `COUNTIF(${range},${cell})`
    : `SUMPRODUCT(--EXACT(${range},${cell}))`;
  return { formula, result };
}

/** COUNTIF would read some labels as conditions or patterns, and takes none that is long. */
function isPlain(label: string): boolean {
  return label.length < 200 && !/^[=<>]|[*?~]/.test(label);
}
