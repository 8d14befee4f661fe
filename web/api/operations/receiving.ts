/** 收件: one unit's feedback as JSON, with its people and rules; the same again changes nothing. */
import { z } from 'zod';
import { Refusal, type ReceiveResult } from '../../../client';
import { ImportError, importFeedback } from '../../../documents';
import { preparedReception } from '../../../documents/receiving/prepared';
import { readPeople } from '../../../domain/people-schema';
import { PeopleError } from '../../../domain/people-error';
import { clockOf } from '../../../domain/plan-clock';
import type { Policy } from '../../../domain/policy';
import { PolicyError } from '../../../domain/policy-error';
import { readPolicy } from '../../../domain/policy-schema';
import type { Reception } from '../../../domain/reception';
import { rectificationId } from '../../../domain/ids';
import { grantFor } from '../../access/access';
import { noteRefused } from '../../layout/refused';
import { jsonBody } from '../json-body';
import type { Call, Operation } from '../operation';
import { ApiProblem } from '../problem-details';

const body = z.strictObject({
  feedback: z
    .record(z.string(), z.unknown())
    .meta({ description: 'The list, as `zhenggai import … --preview` writes it' }),
  people: z
    .array(z.record(z.string(), z.unknown()))
    .min(1)
    .meta({ description: 'As in people.yaml' }),
  policy: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: 'What differs from the default policy, with a name and a version' }),
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u)
    .optional()
    .meta({ description: 'Made from date and unit where it is not given' }),
  unit: z.string().optional(),
  feedbackOn: z.iso.date().optional(),
  asIs: z
    .boolean()
    .optional()
    .meta({ description: 'Taken over in mid-life, with the status each problem states' }),
  amend: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Why what differs from what is there is taken in' }),
});
type Asked = z.infer<typeof body>;

const largest = 20 * 1024 * 1024;

export const receivingOperations: readonly Operation[] = [
  {
    id: 'receive',
    method: 'post',
    path: '/rectifications',
    summary: 'Takes feedback in: starts its rectification and a workflow for each problem',
    tag: 'rectifications',
    scope: 'receive',
    body: { kind: 'json', schema: z.toJSONSchema(body) },
    answers: { kind: 'one', of: 'Received' },
    answer: receive,
  },
];

async function receive(call: Call): Promise<Response> {
  const { c, deps } = call;
  const parsed = body.safeParse(await jsonBody(c, largest));
  if (!parsed.success) throw new ApiProblem('invalid', z.prettifyError(parsed.error));
  const reception = receptionOf(call, parsed.data);
  const by = await officeIn(call, reception);
  const { amend } = parsed.data;
  const compared = await deps.zhenggai.compare(reception);
  if (compared.standing !== 'new') await refuseOtherUnits(call, reception);
  const added = compared.standing === 'there' ? compared.added : [];
  if (amend === undefined && compared.changed.length + added.length > 0)
    throw new ApiProblem(
      'differs',
      `Changed: ${compared.changed.join(', ')}; new: ${added.join(', ')}. Say why in \`amend\`.`,
    );
  return c.json(shown(await received(call, reception, { by }, amend)));
}

async function received(
  { deps }: Call,
  reception: Reception,
  by: { readonly by: string },
  amend: string | undefined,
): Promise<ReceiveResult> {
  try {
    const receiving = { by, ...(amend === undefined ? {} : { amend: { reason: amend } }) };
    return await deps.zhenggai.receive(reception, receiving);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { why, accepts } = error.refused;
    throw new ApiProblem('refused', error.message, { why, accepts });
  }
}

function shown({ changed, ...result }: ReceiveResult): object {
  return {
    ...result,
    changed: changed.map(({ seq, outcome, others }) => ({ seq, outcome, others })),
  };
}

/** As the command line reads the same files: what is wrong is said in the same words. */
function receptionOf({ deps }: Call, asked: Asked): Reception {
  try {
    return read(asked, deps.standardPolicy, deps.now());
  } catch (error) {
    if (
      error instanceof ImportError ||
      error instanceof PeopleError ||
      error instanceof PolicyError
    )
      throw new ApiProblem('invalid', error.message);
    throw error;
  }
}

function read(asked: Asked, standard: Policy, now: string): Reception {
  const imported = importFeedback(Buffer.from(JSON.stringify(asked.feedback)), 'feedback.json');
  const people = readPeople(JSON.stringify({ people: asked.people }), 'people');
  const policy =
    asked.policy === undefined
      ? standard
      : readPolicy(JSON.stringify(asked.policy), 'policy', standard);
  const prepared = preparedReception(imported, {
    ...{ id: asked.id ?? null, unit: asked.unit ?? null, feedbackOn: asked.feedbackOn ?? null },
    ...{ policy, clock: clockOf(policy, now), people, asIs: asked.asIs ?? false },
  });
  if (prepared.kind === 'ready') return prepared.reception;
  const errors =
    prepared.kind === 'unfitPeople'
      ? prepared.findings.map(({ message }) => fault('people', message))
      : Object.entries(prepared.names).map(([how, names]) =>
          fault('people', `${how}: ${JSON.stringify(names)}`),
        );
  throw new ApiProblem('invalid', 'The people do not do for these problems.', { errors });
}

const fault = (path: string, expected: string) => ({ path, code: 'value', expected }) as const;

/** The office of the unit receives for it, as the person that the list of people has as office. */
async function officeIn(call: Call, { unit, people }: Reception): Promise<string> {
  const grant = grantFor(call.caller.viewer, unit);
  const office = people.find(({ id, roles }) => id === grant?.person && roles.includes('office'));
  if (grant?.standing === 'office' && office !== undefined) return office.id;
  throw await notForThem(call, unit);
}

/** An id is anybody's to name: what is there under it must be of the same unit. */
async function refuseOtherUnits(call: Call, { id, unit }: Reception): Promise<void> {
  const { context } = await call.deps.zhenggai.rectification(rectificationId(id));
  if (context.unit !== unit) throw await notForThem(call, unit);
}

async function notForThem({ c, deps, caller }: Call, unit: string): Promise<ApiProblem> {
  await noteRefused(c, deps, 'receive', { account: caller.viewer.account.id });
  return new ApiProblem('not-allowed', `Only the office of ${unit} receives for it, and only it.`);
}
