/** Incidents: what was given up after its tries, and trying it again. */
import { z } from 'zod';
import { jsonBody } from '../json-body';
import type { Call, Operation } from '../operation';
import { ApiProblem } from '../problem-details';
import { answerTo } from './sent';

const which = z.strictObject({ workflow: z.string().min(1), effect: z.string().min(1) });

export const incidentOperations: readonly Operation[] = [
  {
    id: 'listIncidents',
    method: 'get',
    path: '/incidents',
    summary: 'What was given up after its tries and waits for somebody',
    tag: 'operations',
    scope: 'operate',
    answers: { kind: 'page', of: 'Incident' },
    answer: async ({ c, deps }) => c.json({ items: await deps.zhenggai.incidents(), next: null }),
  },
  {
    id: 'retryIncident',
    method: 'post',
    path: '/incidents/retry',
    summary: 'Takes an incident up again; nothing takes effect twice',
    tag: 'operations',
    scope: 'operate',
    isCommand: true,
    body: { kind: 'json', schema: z.toJSONSchema(which) },
    answers: { kind: 'one', of: 'Accepted' },
    answer: retry,
  },
];

async function retry(call: Call): Promise<Response> {
  const { c, deps, caller } = call;
  const read = which.safeParse(await jsonBody(c));
  if (!read.success) throw new ApiProblem('invalid', z.prettifyError(read.error));
  const { workflow, effect } = read.data;
  const by = { by: caller.viewer.account.id };
  const commandId = c.req.header('idempotency-key');
  return answerTo(call, await deps.zhenggai.retryIncident(workflow, effect, by, commandId));
}
