/**
 * A history as lines that people can read: one event a line, payloads as the JSON they hold, without what replay does not
 * need. The number of an event is that of its line; knows the protobuf JSON of `historyToJSON` and nothing of stories.
 */
import type { temporal } from '@temporalio/proto';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';

type History = temporal.api.history.v1.IHistory;
type Fields = Readonly<Record<string, unknown>>;

/** Who polled, by which request, through which queue: replay asks for none of it. */
const dropped: ReadonlySet<string> = new Set([
  ...['identity', 'requestId', 'taskQueue', 'header', 'binaryChecksum', 'workerVersion'],
  ...['workerVersioning', 'deploymentVersion', 'workerDeploymentName', 'meteringMetadata'],
  ...['retryPolicy', 'historySizeBytes', 'prevAutoResetPoints', 'scheduleToStartTimeout'],
  ...['startToCloseTimeout', 'scheduleToCloseTimeout', 'heartbeatTimeout', 'stackTrace'],
  ...['workflowRunTimeout', 'workflowExecutionTimeout', 'workflowExecutionExpirationTime'],
  ...['userMetadata', 'namespaceId', 'namespace', 'eagerExecutionAccepted', 'useWorkflowBuildId'],
  ...['inheritBuildId', 'workflowTaskCompletedEventId', 'acceptedRequestMessageId'],
  ...['lastCompletionResult', 'attempt'],
]);

/** One line of text for each event. */
export function linesOf(history: History): readonly string[] {
  const { events } = JSON.parse(historyToJSON(history)) as { readonly events: readonly Fields[] };
  return events.map((event) => JSON.stringify(lineOf(event)));
}

/** The history that the lines say, for `Worker.runReplayHistories`. */
export function historyOf(lines: readonly string[]): History {
  const events = lines.map((line, index) => eventOf(JSON.parse(line) as Line, index + 1));
  return historyFromJSON({ events });
}

/** `type` is that of the event in PascalCase, `at` its instant; the rest are its attributes. */
interface Line extends Fields {
  readonly at: string;
  readonly type: string;
}

function lineOf(event: Fields): Line {
  const key = Object.keys(event).find((name) => name.endsWith(attributesEnd)) ?? attributesEnd;
  const type = upperFirst(key.slice(0, -attributesEnd.length));
  const at = new Date(event.eventTime as string).toISOString();
  return shorter({ at, type, ...(readable(event[key]) as Fields) });
}

/** Replay compares no activity's input. Of a recording stays what became of each line, for whoever asks what is covered. */
function shorter(line: Line): Line {
  if (line.type !== 'ActivityTaskScheduled') return line;
  const { input, ...rest } = line;
  if ((line.activityType as Fields).name !== 'record') return rest;
  const { payloads } = input as { readonly payloads: readonly [{ readonly $: Recording }] };
  const lines = payloads[0].$.lines.map(({ kind, event, to }, index, all) =>
    to === all[index - 1]?.to ? { kind, event } : { kind, event, to },
  );
  return { ...line, input: { payloads: [{ $: { lines } }] } };
}

/** What a recording is kept as; `to` only where it differs from the line before. */
export interface Recording {
  readonly lines: readonly {
    readonly kind: string;
    readonly event: string;
    readonly to?: string;
  }[];
}

const attributesEnd = 'EventAttributes';

/** Replay stops dead where the first event names no queue; which one is the same to it. */
const taskQueue = { name: 'replayed' };

function eventOf({ at, type, ...attributes }: Line, number: number): Fields {
  return {
    eventId: String(number),
    eventTime: at,
    eventType: `EVENT_TYPE_${type.replace(/(?<=.)[A-Z]/g, '_$&').toUpperCase()}`,
    [`${lowerFirst(type)}${attributesEnd}`]: { taskQueue, ...(encoded(attributes) as Fields) },
  };
}

function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Fields;
  if (isPayload(fields)) return readablePayload(fields);
  const kept = Object.entries(fields).filter(([name]) => !dropped.has(name));
  const inner = kept.map(([name, value]) => [name, readable(value)] as const);
  return Object.fromEntries(inner.filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

interface Payload extends Fields {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data?: string;
}

function isPayload(fields: Fields): fields is Payload {
  const metadata = fields.metadata as Fields | undefined;
  return typeof metadata?.encoding === 'string';
}

/** `{ $: value }` with its further metadata; what is not JSON stays as it is. */
function readablePayload(payload: Payload): unknown {
  const { encoding, ...rest } = mapped(payload.metadata, fromBase64);
  if (encoding === 'binary/null') return { $undefined: true };
  if (encoding !== 'json/plain') return payload;
  return { $: JSON.parse(fromBase64(payload.data ?? '')) as unknown, ...rest };
}

function encoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encoded);
  if (typeof value !== 'object' || value === null) return value;
  if ('$undefined' in value) return { metadata: { encoding: toBase64('binary/null') } };
  if (!('$' in value)) return mapped(value as Fields, encoded);
  const { $: held, ...rest } = value as { readonly $: unknown } & Readonly<Record<string, string>>;
  const metadata = mapped({ encoding: 'json/plain', ...rest }, toBase64);
  return { metadata, data: toBase64(JSON.stringify(held)) };
}

function mapped<V, W>(
  fields: Readonly<Record<string, V>>,
  map: (value: V) => W,
): Record<string, W> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value)]));
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
const toBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
