/** What an envelope must be before a machine is asked at all: small enough, known, of the described shape, in time. */
import type { EventDescription } from './definition';
import { envelopeLimit, type Envelope } from './envelope';
import { checkFields } from './fields';
import { isRecord, jsonBytes } from './json';
import { because, type Why } from './refusal';
import type { State } from './state';

/** What speaks against an envelope whatever the machine would say; nothing when it may be tried. Never throws. */
export function unacceptable(state: State, { event, by }: Envelope): readonly Why[] {
  const oversized = tooLarge(event);
  if (oversized !== null) return [oversized];
  if (!isRecord(event)) return [because('fields', 'an event is an object with a type')];
  const { type, by: _by, ...payload } = event;
  const description = Object.hasOwn(state.definition.events, type)
    ? state.definition.events[type]
    : undefined;
  if (description === undefined) return [because('unknownEvent', `no event is called ${type}`)];
  const ill = [...intrusion(type, description, by), ...illShaped(description, payload)];
  if (ill.length > 0) return ill;
  return state.snapshot.status === 'active'
    ? []
    : [because('finished', 'the machine has finished')];
}

/** What speaks against an event of that size; null when it may be sent. */
export function tooLarge(event: unknown): Why | null {
  return jsonBytes(event) <= envelopeLimit
    ? null
    : because('tooLarge', `an event may have ${envelopeLimit} bytes`);
}

/** Another workflow says who it is as `{ workflow }`, or nothing. */
function intrusion(
  type: string,
  { internal }: EventDescription,
  by: Envelope['by'],
): readonly Why[] {
  return internal && by !== null && typeof by.workflow !== 'string'
    ? [because('forbidden', `${type} is sent by other workflows only`)]
    : [];
}

/** Faults that a refusal names; the rest is counted. */
const namedFaults = 20;

function illShaped({ fields }: EventDescription, payload: unknown): readonly Why[] {
  const faults = checkFields(fields, payload);
  if (faults.length === 0) return [];
  const named = faults.slice(0, namedFaults);
  const more = faults.length > named.length ? [`and ${faults.length - named.length} more`] : [];
  const text = [...named.map((fault) => `${fault.path}: ${fault.expected}`), ...more].join('; ');
  return [because('fields', text, named)];
}
