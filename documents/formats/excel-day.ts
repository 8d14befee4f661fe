// A cell's number as the day it shows: worked out from the count of days alone, so that no time zone can move it.
import type { CellObject } from '@e965/xlsx';
import type { PlainDate } from '../../domain/words';
import { workbooks } from './workbooks';

/** Null where the cell holds no date. @param from1904 how the workbook counts: from 1904, as old Macs did */
export function dayOfSerial(from1904: boolean): (cell: CellObject | undefined) => PlainDate | null {
  return (cell) => {
    if (cell?.t !== 'n' || typeof cell.v !== 'number') return null;
    const dates = workbooks().SSF as Dates;
    if (cell.z === undefined || !dates.is_date(String(cell.z))) return null;
    const day = dates.parse_date_code(cell.v, { date1904: from1904 });
    return day === null || day.y < 1950 ? null : isoOf(day);
  };
}

/** The library's own types say nothing of these. */
interface Dates {
  readonly is_date: (format: string) => boolean;
  readonly parse_date_code: (days: number, from: { readonly date1904: boolean }) => Day | null;
}

interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

function isoOf({ y, m, d }: Day): PlainDate {
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
