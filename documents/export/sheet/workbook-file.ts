// A workbook into bytes: the same workbook gives the same bytes.
import type { Workbook } from 'exceljs';
import { coreProperties } from '../core-properties';
import type { RectificationRecord } from '../record';
import { sealed } from '../sealed';
import { newWorkbook } from './excel';

/** `fill` adds the sheets. */
export async function workbookFile(
  title: string,
  record: RectificationRecord,
  fill: (workbook: Workbook) => void,
): Promise<Uint8Array> {
  const workbook = newWorkbook();
  fill(workbook);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return sealed(bytes, { 'docProps/core.xml': coreProperties(title, record) });
}
