/** What the API answers, as schemas: the document for programs is made from them, and tests hold answers against them. */
import { z } from 'zod';
import { standings } from '../viewer';
import { problemKinds } from './problem-details';
import { scopes } from './scopes';

const text = z.string();
const nullable = text.nullable();
const instant = text.meta({ format: 'date-time', description: 'ISO 8601, UTC' });
const date = text.meta({ format: 'date' });
const sequence = z.int().meta({ description: 'The number of its last line in the journal' });
const stage = nullable.meta({ description: 'Where it stands' });
const lamp = nullable.meta({
  description: 'normal, approaching (blue), behind (yellow) or overdue (red)',
});

export const rectification = z.strictObject({
  id: text,
  workflow: text,
  unit: nullable,
  feedbackOn: date.nullable(),
  stage,
  lamp,
  changedAt: instant,
  sequence,
});

export const may = z.strictObject({
  event: text,
  title: text.meta({ description: 'What people call it' }),
});

export const person = z.strictObject({
  id: text,
  name: text,
  roles: z.array(text),
  department: nullable,
});

export const oneRectification = rectification.extend({
  people: z.array(person),
  as: nullable.meta({ description: 'The person as whom the caller acts here' }),
  may: z
    .array(may)
    .nullable()
    .meta({ description: 'What that person can send now; null while no worker answers' }),
});

export const problem = z.strictObject({
  rectification: text,
  seq: z.int(),
  workflow: text,
  unit: nullable,
  section: nullable,
  title: nullable,
  kind: nullable,
  stage,
  lamp,
  status: nullable,
  round: z.int().nullable(),
  dueOn: date.nullable(),
  department: nullable,
  responsibleLeader: nullable.meta({ description: 'As the record shows them' }),
  changedAt: instant,
  sequence,
});

export const oneProblem = problem.extend({
  facts: z.record(text, z.unknown()).meta({ description: 'Measures, sub-findings and the rest' }),
  as: nullable.meta({ description: 'The person as whom the caller acts here' }),
  may: z
    .array(may)
    .nullable()
    .meta({ description: 'What that person can send now; null while no worker answers' }),
});

export const line = z
  .looseObject({
    sequence: z.int(),
    at: instant,
    kind: text,
    event: text,
    fields: z.unknown(),
    by: z.unknown(),
    from: text,
    to: text,
    reason: nullable,
  })
  .meta({ description: 'A line of the journal, as it was recorded' });

export const file = z.strictObject({
  sha256: text.regex(/^[0-9a-f]{64}$/),
  name: text,
  size: z.int().meta({ description: 'Bytes' }),
});

export const filed = file.extend({
  sequence: z.int().meta({ description: 'The line that it was filed with' }),
  event: text,
  at: instant,
  by: nullable,
});

export const accepted = z.strictObject({
  workflow: text,
  commandId: text,
  sequence,
  duplicate: z.boolean().meta({ description: 'It had been applied before under this id' }),
  state: text,
  shown: z.record(text, z.unknown()).meta({ description: 'Where it stands now' }),
});

export const received = z.strictObject({
  rectification: text.meta({ description: 'The workflow' }),
  started: z.boolean(),
  same: z.array(z.int()),
  added: z.array(z.int()),
  notAdded: z.array(z.int()),
  changed: z.array(z.strictObject({ seq: z.int(), outcome: text, others: z.array(text) })),
  gone: z.array(z.int()),
});

export const incident = z.strictObject({
  workflow: text,
  effect: text,
  name: text,
  at: text,
  message: text,
});

export const caller = z.strictObject({
  account: z.strictObject({ id: text, name: text, administrator: z.boolean() }),
  scopes: z.array(z.enum(scopes)),
  grants: z.array(z.strictObject({ unit: text, standing: z.enum(standings), person: nullable })),
});

const why = z.strictObject({ code: text, guard: nullable, text, faults: z.array(z.unknown()) });

export const problemDetails = z.object({
  type: text.meta({
    description: `/api#… : ${Object.keys(problemKinds).join(', ')}`,
  }),
  title: text,
  status: z.int(),
  detail: text,
  errors: z
    .array(z.strictObject({ path: text, code: text, expected: text }))
    .optional()
    .meta({ description: 'What is wrong with which field' }),
  why: z.array(why).optional().meta({ description: 'Why it was refused' }),
  accepts: z.array(text).optional().meta({ description: 'Events that can be sent now' }),
  commandId: text.optional(),
  requestId: text.optional(),
});

export const schemas = {
  ...{ Rectification: rectification, OneRectification: oneRectification },
  ...{ Problem: problem, OneProblem: oneProblem, Line: line, File: file, FiledFile: filed },
  ...{ Accepted: accepted, Received: received, Incident: incident, Caller: caller },
  ProblemDetails: problemDetails,
} as const;
export type SchemaName = keyof typeof schemas;

/** A page of a list. */
export function pageOf(item: SchemaName) {
  return {
    type: 'object',
    properties: {
      items: { type: 'array', items: { $ref: `#/components/schemas/${item}` } },
      next: {
        type: ['string', 'null'],
        description: 'Send it as `cursor` for the next page; null: there is none',
      },
    },
    required: ['items', 'next'],
    additionalProperties: false,
  };
}
