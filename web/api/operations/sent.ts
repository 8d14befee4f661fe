/** How a command came out, as an answer. */
import type { Sent } from '../../../client';
import type { FieldFault, Refused } from '../../../engine/core';
import { noteRefused } from '../../layout/refused';
import type { Call } from '../operation';
import { ApiProblem } from '../problem-details';

/** @throws ApiProblem for all but an accepted one */
export async function answerTo(call: Call, sent: Sent): Promise<Response> {
  const { c } = call;
  const { workflow, commandId } = sent;
  c.header('idempotency-key', commandId);
  switch (sent.outcome) {
    case 'accepted': {
      const { sequence, duplicate, state, shown } = sent.answer;
      return c.json({ workflow, commandId, sequence, duplicate, state, shown });
    }
    case 'refused': {
      const { why, accepts } = sent.refused;
      const detail = why.map(({ text }) => text).join('; ');
      const faults = why.flatMap((each) => each.faults);
      if (faults.length > 0) throw invalid(faults);
      await noteForbidden(call, sent.refused);
      if (why.some(({ code }) => code === 'tooLarge')) throw new ApiProblem('too-large', detail);
      throw new ApiProblem('refused', detail, { why, accepts, commandId });
    }
    case 'notFound':
      throw new ApiProblem('not-found', `There is no ${workflow}.`);
    case 'unreachable':
      throw new ApiProblem('away', 'Temporal does not answer. Send it again.', { commandId });
    case 'unknown':
      throw new ApiProblem('unknown', 'Send it again under the same Idempotency-Key.', {
        commandId,
      });
  }
}

/** Who may not do it is noted as in the pages; that it is not the time for it is no attempt at anything. */
async function noteForbidden({ c, deps }: Call, { why }: Refused): Promise<void> {
  for (const { code, guard } of why)
    if (code === 'forbidden') await noteRefused(c, deps, guard ?? code);
}

/** What is wrong with which field. */
export function invalid(errors: readonly FieldFault[]): ApiProblem {
  return new ApiProblem('invalid', 'The fields are not as described.', { errors });
}
