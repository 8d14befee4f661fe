/**
 * Ids of spans that whoever knows a step can work out. A rectification outlives every request and every process by years, so
 * nothing of a trace is carried through a workflow: its history, its input and what it keeps are the same with and without traces.
 */
import { createHash, randomBytes } from 'node:crypto';

/** Which span, as OpenTelemetry names it: 32 and 16 hexadecimal digits. */
export interface SpanRef {
  readonly traceId: string;
  readonly spanId: string;
}

/** What a workflow did at once, its line of that number: the trace is that step's, from the command to the last activity. */
export function stepSpan(workflow: string, sequence: number): SpanRef {
  return spanOf(workflow, sequence, 'step');
}

/** The command that was accepted as this step. */
export function commandSpan(workflow: string, sequence: number): SpanRef {
  return spanOf(workflow, sequence, 'command');
}

/** An activity, by its effect's id, and the step that asked for it. Null for an id of another form. */
export function spansOfEffect(
  id: string,
): { readonly step: SpanRef; readonly effect: SpanRef } | null {
  const [, workflow = '', sequence = '', index = ''] = /^(.+)\/(\d+)\/(\d+)$/.exec(id) ?? [];
  if (index === '') return null;
  const number = Number(sequence);
  return { step: stepSpan(workflow, number), effect: spanOf(workflow, number, `effect ${index}`) };
}

/** A span of its own, in a trace of its own or in that given. */
export function newSpan(traceId: string = randomBytes(16).toString('hex')): SpanRef {
  return { traceId, spanId: randomBytes(8).toString('hex') };
}

function spanOf(workflow: string, sequence: number, what: string): SpanRef {
  const step = `${workflow}/${sequence}`;
  return { traceId: digits(step, 32), spanId: digits(`${step} ${what}`, 16) };
}

/** Never all zeros, which would be no id: chances are those of finding two texts of one hash. */
function digits(text: string, count: number): string {
  return createHash('sha256').update(`zhenggai ${text}`).digest('hex').slice(0, count);
}
