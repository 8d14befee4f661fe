/** Tells of each activity and of each step that was recorded, as spans of the step's trace. */
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import {
  commandSpan,
  newSpan,
  spansOfEffect,
  stepSpan,
  type SpanRef,
  type Tracing,
} from '../tracing';

/** What an activity may be called with: `ActivityRequest` or `RecordRequest`, else nothing that is known here. */
interface Asked {
  readonly key?: unknown;
  readonly workflow?: unknown;
  readonly lines?: readonly Recorded[];
}

/** What is needed of a line here. */
interface Recorded {
  readonly sequence: number;
  readonly at?: unknown;
  readonly kind?: unknown;
  readonly event?: unknown;
  readonly cause?: unknown;
  readonly by?: unknown;
}

interface Place {
  readonly ref: SpanRef;
  readonly parent: SpanRef | null;
}

/** Must not change what an activity does, or how it fails. */
export function traceActivities(tracing: Tracing): ActivityInterceptorsFactory {
  return ({ info }) => ({
    inbound: {
      execute: async (input, next) => {
        const asked = askedIn(input.args[0]);
        const { workflowId = '' } = info.workflowExecution ?? {};
        const began = Date.now();
        const tell = (failure?: string): void => {
          tracing.tell({
            ...{ name: `activity ${info.activityType}`, kind: 'internal' },
            ...placeOf(asked, failure !== undefined),
            ...{ beganAt: began, endedAt: Date.now() },
            attributes: { 'zhenggai.workflow': workflowId, 'zhenggai.attempt': info.attempt },
            ...(failure === undefined ? {} : { failure }),
          });
        };
        const result = await next(input).catch((error: unknown) => {
          tell(error instanceof Error ? error.name : 'Error');
          throw error;
        });
        tell();
        tellSteps(tracing, asked);
        return result;
      },
    },
  });
}

/** Nothing of what is not as expected: other machines' activities may be called with anything. */
function askedIn(argument: unknown): Asked {
  if (typeof argument !== 'object' || argument === null) return {};
  const { key, workflow, lines } = argument as Asked;
  const isRecord = Array.isArray(lines) && lines.every((line: unknown) => hasSequence(line));
  return { key, ...(isRecord ? { workflow, lines } : {}) };
}

function hasSequence(line: unknown): boolean {
  return typeof (line as Partial<Recorded> | null)?.sequence === 'number';
}

/** The attempt that succeeds has the effect's own span, which what follows from it refers to. */
function placeOf({ key, workflow, lines = [] }: Asked, hasFailed: boolean): Place {
  if (typeof key === 'string') {
    const spans = spansOfEffect(key);
    const own = hasFailed ? undefined : spans?.effect;
    return { ref: own ?? newSpan(spans?.step.traceId), parent: spans?.step ?? null };
  }
  const [first] = lines;
  const parent =
    typeof workflow === 'string' && first !== undefined ? stepSpan(workflow, first.sequence) : null;
  return { ref: newSpan(parent?.traceId), parent };
}

/** A line is recorded by one activity, which may be tried again: told when it is done. */
function tellSteps(tracing: Tracing, { workflow, lines = [] }: Asked): void {
  if (typeof workflow !== 'string') return;
  for (const line of lines) {
    const { sequence, kind, event, cause, at } = line;
    if (!isStep(line)) continue;
    const origin = kind === 'outcome' && typeof cause === 'string' ? spansOfEffect(cause) : null;
    const now = Date.now();
    const beganAt = Date.parse(String(at)) || now;
    tracing.tell({
      ...{ name: `step ${String(event)}`, kind: 'internal', ref: stepSpan(workflow, sequence) },
      parent: isCommand(line) ? commandSpan(workflow, sequence) : null,
      links: origin === null ? [] : [origin.effect],
      // The server's clock, by which it began, may be ahead of this machine's.
      ...{ beganAt, endedAt: Math.max(beganAt, now) },
      attributes: {
        ...{ 'zhenggai.workflow': workflow, 'zhenggai.sequence': sequence },
        ...{
          'zhenggai.kind': String(kind),
          'zhenggai.cause': typeof cause === 'string' ? cause : '',
        },
      },
    });
  }
}

/** What is said in the course of a step, and remarks of the engine, ask for nothing. */
function isStep({ kind }: Recorded): boolean {
  return kind !== 'emitted' && kind !== 'notice';
}

/** What people send comes with a span of its sender's; what workflows send each other does not. */
function isCommand({ kind, by }: Recorded): boolean {
  return kind === 'accepted' && typeof by === 'object' && by !== null && !('workflow' in by);
}
