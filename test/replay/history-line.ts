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
  ...['workflowRunTimeout', 'workflowExecutionTimeout', 'userMetadata'],
  ...[
    'workflowExecutionExpirationTime',
    'namespaceId',
    'eagerExecutionAccepted',
    'useWorkflowBuildId',
  ],
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

/** Of a recording only what became of each line: the longest inputs by far, and replay compares no inputs. */
function shorter(line: Line): Line {
  if ((line.activityType as Fields | undefined)?.name !== 'record') return line;
  const { payloads } = line.input as { readonly payloads: readonly [{ readonly $: Recording }] };
  const lines = payloads[0].$.lines.map(({ sequence, kind, event, to }) => ({
    ...{ sequence, kind, event, to },
  }));
  return { ...line, input: { payloads: [{ $: { lines } }] } };
}

interface Recording {
  readonly lines: readonly Fields[];
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
  return Object.fromEntries(kept.map(([name, inner]) => [name, readable(inner)]));
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
