/** Events: an operation each, with the fields that its machine describes. */
import { z } from 'zod';
import type { By } from '../../../client';
import {
  checkFields,
  type EventDescription,
  type FieldFault,
  type Fields,
} from '../../../engine/core';
import { problemEvents, rectificationEvents } from '../../../machines';
import { eventWords } from '../../../words/events';
import { actingOn, type EventType } from '../../forms/targets';
import { recordedBases, senderIn } from '../../forms/sender-form';
import { noteRefused } from '../../layout/refused';
import { fieldsSchema } from '../field-schema';
import type { Call, Operation } from '../operation';
import { notSeen, problemIn } from '../place';
import { ApiProblem } from '../problem-details';
import { jsonBody } from '../json-body';
import { answerTo, invalid } from './sent';

/** On whose behalf; only the office may record what somebody else decided. */
const recording = z.strictObject({
  decidedBy: z
    .string()
    .optional()
    .meta({ description: 'The person who decided, where the office records it' }),
  basis: z.enum(recordedBases).optional().meta({ description: 'On what basis that is recorded' }),
});

const rectification = '/rectifications/{rectification}';

export const eventOperations: readonly Operation[] = [
  ...operationsOf(problemEvents, `${rectification}/problems/{seq}`, 'problems', problemIn),
  ...operationsOf(
    rectificationEvents,
    rectification,
    'rectifications',
    ({ path }) => `rectification/${path('rectification')}`,
  ),
];

function operationsOf(
  events: Readonly<Record<string, EventDescription>>,
  at: string,
  tag: 'problems' | 'rectifications',
  targetOf: (call: Call) => string,
): readonly Operation[] {
  return Object.entries(events)
    .filter(([, { internal }]) => internal !== true)
    .map(([event, description]) => ({
      id: `${tag === 'problems' ? 'problem' : 'rectification'}_${event}`,
      method: 'post',
      path: `${at}/events/${event}`,
      summary: `${description.title} · ${eventWords.en.titles[event as EventType]}`,
      ...{ tag, scope: 'act', query: recording, isCommand: true },
      body: { kind: 'json', schema: fieldsSchema(description.fields) },
      answers: { kind: 'one', of: 'Accepted' },
      answer: (call) => send(call, event as EventType, description.fields, targetOf(call)),
    }));
}

async function send(
  call: Call,
  event: EventType,
  described: Fields,
  target: string,
): Promise<Response> {
  const { c, deps, caller } = call;
  const acting = await actingOn(deps, caller.viewer, { event, targets: [target] });
  if (acting === 'notSeen') throw await notSeen(call);
  if (typeof acting === 'string') {
    await noteRefused(c, deps, acting, { account: caller.viewer.account.id });
    throw new ApiProblem('not-allowed', 'You look here and do nothing.');
  }
  const by = senderOf(call, { ...acting, people: acting.about.people });
  const fields = await jsonBody(c);
  const faults = [
    ...checkFields(described, fields),
    ...(await missingFiles(call, described, fields)),
  ];
  if (faults.length > 0) throw invalid(faults);
  const commandId = c.req.header('idempotency-key');
  const [sent] = await deps.zhenggai.send(target, event, {
    ...{ fields: fields as Readonly<Record<string, unknown>>, ...by },
    ...(commandId === undefined ? {} : { commandId }),
  });
  if (sent === undefined) throw new ApiProblem('failed', 'Nothing was sent.');
  return answerTo(call, sent);
}

function senderOf({ query }: Call, whoever: Parameters<typeof senderIn>[1]): By {
  const { decidedBy: decider = '', basis = '' } = query as z.infer<typeof recording>;
  const sender = senderIn({ decider, basis }, whoever, 'en');
  if ('by' in sender) return sender.by;
  const [detail = ''] = Object.values(sender.faults);
  throw new ApiProblem(whoever.mayRecord ? 'invalid' : 'not-allowed', detail);
}

/** A file must have been filed before an event says that it proves something. */
async function missingFiles(
  { deps }: Call,
  described: Fields,
  fields: unknown,
): Promise<readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [name, field] of Object.entries(described)) {
    if (field.type !== 'list' || field.of.type !== 'file') continue;
    const files = (fields as Readonly<Record<string, unknown>>)[name];
    for (const [index, file] of (Array.isArray(files) ? files : []).entries()) {
      const { sha256 } = file as { readonly sha256?: unknown };
      if (typeof sha256 === 'string' && (await deps.evidence.has(sha256))) continue;
      const path = `${name}.${index}.sha256`;
      faults.push({ path, code: 'value', expected: 'a file that was filed as evidence before' });
    }
  }
  return faults;
}
