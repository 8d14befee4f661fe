/** The measures of a problem with their own dates and departments, and what is left for the problem as a whole. */
import type { PlainDate } from '../../domain/words';
import type { ImportedMeasure } from '../imported-feedback';
import { deadlineOf, type DeadlineCell } from './deadline';
import type { Doubt } from './doubt';
import { measuresIn } from './measures';
import { departmentIn } from './people';
import type { TableRecord } from './records';
import { spotsOf, type Spot } from './spots';
import { joinedLines } from './title';

export interface Remedy {
  readonly measures: readonly ImportedMeasure[];
  /** Of the problem as a whole; null where the column is empty. */
  readonly deadline: DeadlineCell | null;
  readonly deadlineAt: string | null;
  readonly departments: readonly Spot[];
  readonly doubts: readonly Doubt[];
}

export function remedyOf(record: TableRecord, since: PlainDate | null): Remedy {
  const read = measuresOf(spotsOf(record, 'measures'), since);
  const deadlines = linesAsSpots(spotsOf(record, 'deadline'), read.measures.length);
  const departments = numberedAsSpots(spotsOf(record, 'department'), read.measures.length);
  const measures = read.measures.map((placed, index) =>
    withOwn(placed, index, read.measures, deadlines, departments, since),
  );
  const whole = wholeDeadline(deadlines, since);
  return {
    measures,
    deadline: whole.cell,
    deadlineAt: whole.at,
    departments: departments.slice(0, 1),
    doubts: [...read.doubts, ...whole.doubts, ...differingDepartments(departments)],
  };
}

interface PlacedMeasure {
  readonly measure: ImportedMeasure;
  readonly spot: Spot;
}

function measuresOf(
  spots: readonly Spot[],
  since: PlainDate | null,
): { readonly measures: readonly PlacedMeasure[]; readonly doubts: readonly Doubt[] } {
  const measures: PlacedMeasure[] = [];
  const doubts: Doubt[] = [];
  for (const spot of spots) {
    const found = measuresIn(spot.text, since, measures.length);
    measures.push(...found.measures.map((measure) => ({ measure, spot })));
    doubts.push(...found.why.map((why) => ({ field: 'measures', at: spot.at, why })));
  }
  return { measures, doubts };
}

const lineNumber =
  /^(?:\d{1,2}(?:[、)）]|[.．](?=(?:19|20)\d{2}|\D))|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}是[:：]?)\s*/;

/** One cell with a line for each measure counts as a cell for each. */
function linesAsSpots(spots: readonly Spot[], measures: number): readonly Spot[] {
  const [only] = spots;
  if (only === undefined || spots.length > 1 || only.date !== null) return spots;
  const lines = only.text.split(/[\n；;]/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return spots;
  if (lines.length !== measures) return [{ ...only, text: joinedLines(lines) }];
  return lines.map((line, index) => ({
    ...only,
    text: line.trim().replace(lineNumber, ''),
    line: index,
    lines: 0,
  }));
}

function numberedAsSpots(spots: readonly Spot[], measures: number): readonly Spot[] {
  const [only] = spots;
  const lines = only?.text.split('\n') ?? [];
  const numbered = lines.length === measures && lines.every((line) => lineNumber.test(line));
  return only !== undefined && spots.length === 1 && measures > 1 && numbered
    ? linesAsSpots(spots, measures)
    : spots;
}

/** Its own date and department: of the same row, or of the same place in a list of as many. */
function withOwn(
  { measure, spot }: PlacedMeasure,
  index: number,
  all: readonly PlacedMeasure[],
  deadlines: readonly Spot[],
  departments: readonly Spot[],
  since: PlainDate | null,
): ImportedMeasure {
  const beside = (spots: readonly Spot[]) =>
    spots.length < 2 ? null : (besideIn(spots, spot, index, all) ?? null);
  const deadline = beside(deadlines);
  const department = beside(departments);
  const due = deadline === null ? null : deadlineOf(deadline.text, deadline.date, since).due;
  const name = department === null ? null : departmentIn(department.text);
  return {
    ...measure,
    ...(name === null ? {} : { department: name }),
    ...(due === null ? {} : { due }),
  };
}

function besideIn(
  spots: readonly Spot[],
  spot: Spot,
  index: number,
  all: readonly PlacedMeasure[],
): Spot | undefined {
  const inOneCell = all.every((each) => each.spot === spot) && spots.length === all.length;
  if (inOneCell) return spots[index];
  return spots.find(({ line, lines }) => line <= spot.line && spot.line < line + lines);
}

interface Whole {
  readonly cell: DeadlineCell | null;
  readonly at: string | null;
  readonly doubts: readonly Doubt[];
}

/** The latest of several dates is the problem's, and a person is asked. */
function wholeDeadline(spots: readonly Spot[], since: PlainDate | null): Whole {
  const read = spots.map(({ text, date, at }) => ({ cell: deadlineOf(text, date, since), at }));
  const [first] = read;
  if (first === undefined) return { cell: null, at: null, doubts: [] };
  const same = read.every(({ cell }) => cell.words === first.cell.words);
  if (same) return { cell: first.cell, at: first.at, doubts: [] };
  const latest = read.reduce((a, b) => ((b.cell.due ?? '') > (a.cell.due ?? '') ? b : a));
  const due = latest.cell.due;
  const why = `各条措施的时限不同，整个问题的时限${due === null ? '没有填' : `取了最晚的 ${due}`}`;
  const kind = read.every(({ cell }) => cell.kind === latest.cell.kind) ? latest.cell.kind : null;
  return {
    cell: { ...latest.cell, kind, status: null, why: null },
    at: latest.at,
    doubts: [{ field: 'due', at: latest.at, why }],
  };
}

function differingDepartments(spots: readonly Spot[]): readonly Doubt[] {
  const [first] = spots;
  const other = spots.find(({ text }) => text !== first?.text);
  if (first === undefined || other === undefined) return [];
  const why = `各条措施的责任部门不同，整个问题的责任部门取了第一个“${departmentIn(first.text) ?? ''}”`;
  return [{ field: 'department', at: other.at, why }];
}
