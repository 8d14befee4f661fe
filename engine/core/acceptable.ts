/** What an envelope must be before a machine is asked at all: known, small enough, of the described shape, in time. */
import { envelopeLimit, type Envelope } from './envelope';
import { checkFields } from './fields';
import { because, type Why } from './refusal';
import type { State } from './state';

/** What speaks against an envelope whatever the machine would say; nothing when it may be tried. */
export function unacceptable(state: State, envelope: Envelope): readonly Why[] {
  const { type, by: _by, ...payload } = envelope.event;
  const description = Object.hasOwn(state.definition.events, type)
    ? state.definition.events[type]
    : undefined;
  if (description === undefined) return [because('unknownEvent', `no event is called ${type}`)];
  if (JSON.stringify(envelope.event).length > envelopeLimit) {
    return [because('tooLarge', `an event may have ${envelopeLimit} bytes`)];
  }
  const faults = checkFields(description.fields, payload);
  if (faults.length > 0) {
    return [
      because(
        'fields',
        faults.map((fault) => `${fault.path}: ${fault.expected}`).join('; '),
        faults,
      ),
    ];
  }
  if (state.snapshot.status !== 'active') return [because('finished', 'the machine has finished')];
  return [];
}
