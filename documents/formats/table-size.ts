// How large a table of a text may claim to be: spans can make a few bytes into millions of cells.
import { ImportError } from '../import-error';

/** Columns; Word allows 63. What a row holds beyond is not read. */
export const widest = 200;

/** Of a sheet or a file of lines: no list of problems is longer. */
export const longest = 20_000;

const most = 400_000;

/** Where there are more rows than `longest` or columns than `widest`. `what`: how people call it. */
export function tooLong(what: string): ImportError {
  return new ImportError(
    'file-too-large',
    `${what}超过 ${longest} 行或 ${widest} 列，不像问题清单。请只保留清单所在的行和列，另存后再导入。`,
  );
}

/** @throws ImportError when there are more cells than in any list of problems */
export function refuseTooManyCells(cells: number): void {
  if (cells <= most) return;
  throw new ImportError(
    'file-too-large',
    `文件中有一个表格超过 ${most} 个单元格，不像问题清单。请只保留清单所在的行和列，另存后再导入。`,
  );
}
