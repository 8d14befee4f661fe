/** What is guessed alike for many problems is asked about once, at the first of them. */
import type { Doubt } from './doubt';
import type { Facts } from './facts';
import type { ProblemRead } from './problem';
import { shownCell } from './records';
import { placeOf } from './sheet';
import type { SheetReading } from './table-reading';

interface Readings {
  readonly readings: readonly SheetReading[];
  readonly reads: readonly ProblemRead[];
  readonly facts: Facts;
}

export function askedOnce({ readings, reads, facts }: Readings): readonly Doubt[] {
  return [
    ...readings.flatMap(({ doubts }) => doubts),
    ...readings.flatMap(({ parts }) => parts.flatMap(({ columns }) => columns.doubts)),
    ...readings.flatMap(splitDoubts),
    ...yearsTaken(reads, facts),
    ...serials(reads),
    ...untoldStatus(reads),
    ...countDiffers(reads.length, facts),
  ];
}

function splitDoubts({ parts, sheet }: SheetReading): readonly Doubt[] {
  return parts.flatMap(({ split: [first, ...others], columns }) => {
    const row = first?.rows[0];
    if (row === undefined) return [];
    const cell = shownCell(row, 'problem', columns);
    const at = placeOf(sheet.name, row.row, cell?.column ?? 1);
    const why = `一个问题下的几条具体表现各有措施、时限或责任人：每条具体表现作为一个问题，合并的文字作为所属问题；共${others.length + 1}处`;
    return [{ field: 'group', at, why }];
  });
}

function yearsTaken(
  reads: readonly ProblemRead[],
  { feedbackOn, reportOn }: Facts,
): readonly Doubt[] {
  const found = reads.filter(({ deadline }) => deadline?.yearTaken === true);
  const from = feedbackOn === null ? `填报日期 ${reportOn ?? ''}` : `反馈日期 ${feedbackOn}`;
  return once(found, 'due', (first) => {
    const words = `${first.deadline?.words ?? ''}”为 ${first.deadline?.due ?? ''}`;
    return `${found.length}处时限没有写年份，按${from} 推定，如“${words}`;
  });
}

function serials(reads: readonly ProblemRead[]): readonly Doubt[] {
  const found = reads.filter(({ deadline }) => deadline?.fromSerial === true);
  return once(found, 'due', ({ deadline }) => {
    const example = `${deadline?.words ?? ''} 为 ${deadline?.due ?? ''}`;
    return `${found.length}处时限是数字，按表格程序的日期序号读作日期，如 ${example}`;
  });
}

function untoldStatus(reads: readonly ProblemRead[]): readonly Doubt[] {
  const found = reads.flatMap(({ untoldStatus: spot }) => spot ?? []);
  const [first] = found;
  if (first === undefined) return [];
  const why = `${found.length}处看不出整改状态，没有填，如“${first.text.slice(0, 20)}”`;
  return [{ field: 'status', at: first.at, why }];
}

function once(
  found: readonly ProblemRead[],
  field: string,
  why: (first: ProblemRead) => string,
): readonly Doubt[] {
  const [first] = found;
  return first === undefined ? [] : [{ field, at: first.deadlineAt ?? first.at, why: why(first) }];
}

function countDiffers(count: number, { declared, declaredAt }: Facts): readonly Doubt[] {
  if (declared.problems === null || declared.problems === count) return [];
  const why = `文件写明${declared.problems}个问题，读到${count}个，请核对`;
  return [{ field: 'declared', at: declaredAt ?? '文件', why }];
}
