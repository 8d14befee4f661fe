/** Problems: lists with filters, one of them, its journal. */
import { z } from 'zod';
import { kinds, lamps } from '../../../domain/words';
import type { ProblemFilter, ProblemRow } from '../../../ledger';
import { stages } from '../../../machines';
import { sees } from '../../access/access';
import { readCursor } from '../cursor';
import type { Call, Operation } from '../operation';
import { mayAt, problemAt } from '../place';
import { journalOf } from './journal';
import { pageAnswer, paging, type Paging } from './paging';

const one = '/rectifications/{rectification}/problems/{seq}';

const filter = z.strictObject({
  rectification: z.string().optional(),
  kind: z.array(z.enum(kinds)).optional(),
  stage: z.array(z.enum(stages)).optional(),
  lamp: z.array(z.enum(lamps)).optional(),
  department: z.string().optional(),
  responsibleLeader: z.string().optional(),
  person: z
    .string()
    .optional()
    .meta({ description: 'An id or a name: handler, head of the department or leader' }),
  text: z.string().max(200).optional().meta({ description: 'All of its words must occur' }),
  open: z.enum(['true', 'false']).optional(),
  ...paging,
});

export const problemOperations: readonly Operation[] = [
  {
    id: 'listProblems',
    method: 'get',
    path: '/problems',
    summary: 'Problems of the units that the caller sees, by rectification and number',
    tag: 'problems',
    scope: 'read',
    query: filter,
    answers: { kind: 'page', of: 'Problem' },
    answer: list,
  },
  {
    id: 'getProblem',
    method: 'get',
    path: one,
    summary: 'One problem: where it stands, its facts, what the caller can send',
    tag: 'problems',
    scope: 'read',
    answers: { kind: 'one', of: 'OneProblem' },
    answer: show,
  },
  {
    id: 'readProblemJournal',
    method: 'get',
    path: `${one}/journal`,
    summary: 'The journal of the problem, in order',
    tag: 'problems',
    scope: 'read',
    query: z.strictObject(paging),
    answers: { kind: 'page', of: 'Line' },
    answer: async (call) => journalOf(call, (await problemAt(call)).problem.workflow),
  },
];

async function list(call: Call): Promise<Response> {
  const query = call.query as unknown as Paging & z.infer<typeof filter>;
  const after = readCursor(query.cursor, ['', 0]);
  const problems = await call.deps.ledger.problems(
    { ...asked(query), rectifications: await seenBy(call, query.rectification) },
    {
      limit: query.limit + 1,
      ...(after === null ? {} : { after: { rectification: after[0], seq: after[1] } }),
    },
  );
  return pageAnswer(call, problems, query.limit, shown, ({ rectification, seq }) => [
    rectification,
    seq,
  ]);
}

async function seenBy(
  { deps, caller }: Call,
  rectification: string | undefined,
): Promise<readonly string[]> {
  const rows = await deps.ledger.rectifications(
    rectification === undefined ? undefined : [rectification],
  );
  return rows.filter(({ unit }) => sees(caller.viewer, unit)).map(({ id }) => id);
}

function asked(query: z.infer<typeof filter>): ProblemFilter {
  const { kind, stage, lamp, department, responsibleLeader, person, text, open } = query;
  return {
    ...(kind === undefined ? {} : { kinds: kind }),
    ...(stage === undefined ? {} : { stages: stage }),
    ...(lamp === undefined ? {} : { lamps: lamp }),
    ...(department === undefined ? {} : { department }),
    ...(responsibleLeader === undefined ? {} : { responsibleLeader }),
    ...(person === undefined ? {} : { person }),
    ...(text === undefined ? {} : { text }),
    ...(open === undefined ? {} : { open: open === 'true' }),
  };
}

async function show(call: Call): Promise<Response> {
  const { problem, person } = await problemAt(call);
  return call.c.json({
    ...shown(problem),
    facts: problem.facts,
    as: person,
    may: await mayAt(call, problem.workflow, person),
  });
}

function shown(row: ProblemRow) {
  const { rectification, seq, workflow, unit, section, title, kind, stage, lamp, status } = row;
  return {
    ...{ rectification, seq, workflow, unit, section, title, kind, stage, lamp, status },
    ...{ round: row.round, dueOn: row.due_on, department: row.department },
    responsibleLeader: row.responsible_leader,
    ...{ changedAt: row.changed_at, sequence: row.sequence },
  };
}
