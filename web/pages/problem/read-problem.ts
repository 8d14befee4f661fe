/** Everything the record says of one problem, for whoever may see it. */
import {
  inOrderOfTime,
  type FiledEvidence,
  type JournalLine,
  type LatestLine,
  type PersonRow,
  type ProblemRow,
} from '../../../ledger';
import { personIn, mayRecordForOthers } from '../../access/access';
import { roundSeen, type Round } from '../../rounds/rounds';
import type { Viewer } from '../../viewer';
import type { WebDeps } from '../../web-env';
import { dutiesOf, type Duty } from '../todo/duties';

/** The problem, who it is among, and who looks. */
export interface ProblemPlace {
  readonly row: ProblemRow;
  readonly round: Round;
  readonly people: readonly PersonRow[];
  /** As whom the viewer acts here; null where they only look. */
  readonly person: string | null;
  readonly mayRecord: boolean;
}

export interface ProblemPage extends ProblemPlace {
  readonly lines: readonly JournalLine[];
  readonly evidence: readonly FiledEvidence[];
  readonly duties: readonly Duty[];
  /** What the viewer's first duty is about. */
  readonly told: LatestLine['line'] | null;
}

/** Null for what is not there and for what may not be seen. */
export async function readPlace(
  deps: WebDeps,
  viewer: Viewer,
  rectification: string,
  seq: string,
): Promise<ProblemPlace | null> {
  const workflow = `problem/${rectification}/${seq}`;
  if (viewer.only !== null && viewer.only.workflow !== workflow) return null;
  const round = await roundSeen(deps, viewer, rectification);
  if (round === null || !/^[1-9]\d{0,5}$/.test(seq)) return null;
  const { ledger } = deps;
  const [row] = await ledger.problems({ rectification, workflows: [workflow] });
  if (row === undefined) return null;
  const people = await ledger.people(rectification);
  const seen = { unit: round.unit, people };
  return {
    ...{ row, round, people, person: personIn(viewer, seen) },
    mayRecord: mayRecordForOthers(viewer, seen) && viewer.only === null,
  };
}

/** The same, with all that was recorded. */
export async function readProblem(
  deps: WebDeps,
  viewer: Viewer,
  rectification: string,
  seq: string,
): Promise<ProblemPage | null> {
  const place = await readPlace(deps, viewer, rectification, seq);
  if (place === null) return null;
  const { ledger } = deps;
  const { row, people, person } = place;
  const [lines, refused, evidence] = await Promise.all([
    ledger.read(row.workflow),
    ledger.refusals.of(row.workflow),
    ledger.evidence(row.workflow),
  ]);
  const duties = dutiesFor(viewer, row, people, person);
  return {
    ...{ ...place, evidence, duties },
    lines: inOrderOfTime(lines, refused),
    told: lines.findLast((line) => isTold(line, duties[0])) ?? null,
  };
}

/** Who came by a link of a message has the one act of that link. */
function dutiesFor(
  { only }: Viewer,
  row: ProblemRow,
  people: readonly PersonRow[],
  person: string | null,
): readonly Duty[] {
  const all = person === null ? [] : dutiesOf(row, people, person);
  if (only === null) return all;
  return all.flatMap((duty) => {
    const [first, ...others] = duty.acts.filter(({ event }) => event === only.event);
    return first === undefined ? [] : [{ ...duty, acts: [first, ...others] as const }];
  });
}

function isTold(line: JournalLine, duty: Duty | undefined): boolean {
  return (
    duty !== undefined && line['kind'] === 'accepted' && duty.tells.includes(String(line['event']))
  );
}
