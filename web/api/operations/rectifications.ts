/** Rectifications, and the journal of each. */
import { z } from 'zod';
import type { RectificationRow } from '../../../ledger';
import { sees } from '../../access/access';
import { readCursor } from '../cursor';
import type { Call, Operation } from '../operation';
import { mayAt, rectificationAt } from '../place';
import { journalOf } from './journal';
import { pageAnswer, paging, type Paging } from './paging';

const one = '/rectifications/{rectification}';

export const rectificationOperations: readonly Operation[] = [
  {
    id: 'listRectifications',
    method: 'get',
    path: '/rectifications',
    summary: 'The rectifications of the units that the caller sees, by unit',
    tag: 'rectifications',
    scope: 'read',
    query: z.strictObject({ unit: z.string().optional(), ...paging }),
    answers: { kind: 'page', of: 'Rectification' },
    answer: list,
  },
  {
    id: 'getRectification',
    method: 'get',
    path: one,
    summary: 'One rectification: where it stands, its people, what the caller can send',
    tag: 'rectifications',
    scope: 'read',
    answers: { kind: 'one', of: 'OneRectification' },
    answer: show,
  },
  {
    id: 'readRectificationJournal',
    method: 'get',
    path: `${one}/journal`,
    summary: 'The journal of the rectification itself, in order',
    tag: 'rectifications',
    scope: 'read',
    query: z.strictObject(paging),
    answers: { kind: 'page', of: 'Line' },
    answer: async (call) => journalOf(call, (await rectificationAt(call)).row.workflow),
  },
];

async function list(call: Call): Promise<Response> {
  const { deps, caller } = call;
  const { unit, limit, cursor } = call.query as unknown as Paging & { readonly unit?: string };
  const after = readCursor(cursor, ['', '']);
  const rows = (await deps.ledger.rectifications()).filter(
    (row) =>
      sees(caller.viewer, row.unit) &&
      (unit === undefined || row.unit === unit) &&
      (after === null || isAfter(row, after)),
  );
  return pageAnswer(call, rows.toSorted(inOrder), limit, shown, placeOf);
}

function placeOf({ unit, id }: RectificationRow): [string, string] {
  return [unit ?? '', id];
}

/** Not the database's order, which differs from place to place. */
function inOrder(one: RectificationRow, other: RectificationRow): number {
  return isAfter(one, placeOf(other)) ? 1 : isAfter(other, placeOf(one)) ? -1 : 0;
}

function isAfter(row: RectificationRow, [unit, id]: readonly [string, string]): boolean {
  const [ownUnit, ownId] = placeOf(row);
  return ownUnit === unit ? ownId > id : ownUnit > unit;
}

async function show(call: Call): Promise<Response> {
  const { row, people, person } = await rectificationAt(call);
  return call.c.json({
    ...shown(row),
    people: people.map(({ id, name, roles, department }) => ({
      ...{ id, name, department },
      roles: roles.split(' ').filter((role) => role !== ''),
    })),
    as: person,
    may: await mayAt(call, row.workflow, person),
  });
}

function shown(row: RectificationRow) {
  const { id, workflow, unit, stage, lamp, sequence } = row;
  return {
    ...{ id, workflow, unit, stage, lamp, sequence },
    ...{ feedbackOn: row.feedback_on, changedAt: row.changed_at },
  };
}
