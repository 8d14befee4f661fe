/** What the name of a sheet says of its problems, where a file has several: a department, or a section. */
import type { Doubt } from './doubt';
import { kindOf } from '../vocabulary/kind-words';
import type { TableRecord } from './records';
import { placeOf } from './sheet';
import { readsAsDepartment } from './surnames';
import type { SheetReading } from './table-reading';

/** The readings with what their names say filled in, each such guess told. */
export function withSheetNames(readings: readonly SheetReading[]): readonly SheetReading[] {
  const several = readings.filter(hasProblems).length > 1;
  return several
    ? readings.map((reading) => (hasProblems(reading) ? named(reading) : reading))
    : readings;
}

export function hasProblems({ parts }: SheetReading): boolean {
  return parts.some(({ records }) => records.length > 0);
}

const defaultName = /^(?:sheet|table|工作表|表格?)\s*\d*$/i;

function named(reading: SheetReading): SheetReading {
  const name = reading.sheet.name.trim();
  const records = reading.parts.flatMap((part) => part.records);
  const hasDepartments = records.some(({ columns }) => columns.of.has('department'));
  if (defaultName.test(name) || name === '' || kindOf(name) !== null) return reading;
  if (readsAsDepartment(name) && !hasDepartments)
    return filled(reading, 'department', (record) => ({ ...record, sheetDepartment: name }));
  if (records.every(({ section }) => section !== null) || readsAsDepartment(name)) return reading;
  return filled(reading, 'section', (record) => ({ ...record, section: record.section ?? name }));
}

function filled(
  reading: SheetReading,
  field: 'department' | 'section',
  fill: (record: TableRecord) => TableRecord,
): SheetReading {
  const { name, rows } = reading.sheet;
  const as = field === 'department' ? '责任部门' : '问题所属方面';
  const doubt: Doubt = {
    field,
    at: placeOf(name, rows[0]?.row ?? 1, 1),
    why: `工作表的名称“${name}”作为其中各个问题的${as}`,
  };
  const parts = reading.parts.map((part) => ({ ...part, records: part.records.map(fill) }));
  return { ...reading, parts, doubts: [...reading.doubts, doubt] };
}
