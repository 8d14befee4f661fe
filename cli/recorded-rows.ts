/** `list` from the ledger: the same rows as from the server, as far as lines say it. */
import type { Filter, Row } from '../client';
import { kinds, lamps } from '../domain/words';
import type { Ledger, ProblemRow } from '../ledger';
import { stages } from '../machines';
import { rectificationIn } from './resolve';

export async function recordedRows(ledger: Ledger, filter: Filter): Promise<readonly Row[]> {
  const { rectification, person, incident: _incident, ...same } = filter;
  const rows = await ledger.problems({
    ...same,
    ...(rectification === undefined ? {} : { rectification: idIn(rectification) }),
  });
  return rows.filter((row) => person === undefined || concerns(row, person)).map(rowOf);
}

const idIn = (rectification: string): string =>
  rectification.startsWith('rectification/') ? rectificationIn(rectification) : rectification;

/** Whom the problem is assigned to, by id or name; who is to act now is only known to its workflow. */
function concerns({ facts, responsible_leader: leader }: ProblemRow, person: string): boolean {
  const handlers = Array.isArray(facts['handlers']) ? (facts['handlers'] as unknown[]) : [];
  return [leader, facts['departmentHead'], ...handlers].includes(person);
}

function rowOf(row: ProblemRow): Row {
  const { workflow, rectification, seq, title, department, round } = row;
  return {
    ...{ workflow, rectification, seq, title, department, round },
    kind: kinds.find((kind) => kind === row.kind) ?? null,
    stage: stages.find((stage) => stage === row.stage) ?? null,
    lamp: lamps.find((lamp) => lamp === row.lamp) ?? null,
    responsibleLeader: row.responsible_leader,
    dueAt: null,
    dueOn: row.due_on,
    nextAt: null,
    incident: false,
    open: row.stage !== 'closed',
  };
}
