// How large a table of a text may claim to be: spans can make a few bytes into millions of cells.
import { ImportError } from '../import-error';

/** Columns; Word allows 63. What a row holds beyond is not read. */
export const widest = 200;

const most = 400_000;

/** @throws ImportError when there are more cells than in any list of problems */
export function refuseTooManyCells(cells: number): void {
  if (cells <= most) return;
  throw new ImportError(
    'file-too-large',
    `文件中有一个表格超过 ${most} 个单元格，不像问题清单。请只保留清单所在的行和列，另存后再导入。`,
  );
}
