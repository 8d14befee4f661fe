/** Random commands of a machine, made from the descriptions of its events: mostly of the right shape, seldom at the right time. */
import fc, { type Arbitrary } from 'fast-check';
import type { EventDescriptions, FieldShape, Json, JsonObject } from '../../../engine/core';
import { people } from '../../workflow/cast';
import type { Event } from '../engine/virtual-host';

const ids = people.map(({ id }) => id);

/** Any described event, with fields of the described shapes. */
export function eventsOf(descriptions: EventDescriptions): Arbitrary<Event> {
  const each = Object.entries(descriptions).map(([type, { fields }]) =>
    objectOf(fields).map((given): Event => ({ ...given, type })),
  );
  return fc.oneof(...each);
}

/** A person's own act, sometimes recorded by another; seldom nobody. */
export const senders: Arbitrary<JsonObject | null> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...ids).map((id) => sender(id, id, 'ownSignIn')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...ids).map((id) => sender(id, 'office', 'signedSheet')),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

function sender(decidedBy: string, recordedBy: string, basis: string): JsonObject {
  return { decidedBy, recordedBy, basis };
}

type Fields = EventDescriptions[string]['fields'];

function objectOf(fields: Fields): Arbitrary<JsonObject> {
  const values = Object.entries(fields).map(([name, field]) => {
    const value = valueOf(field);
    return [name, field.optional ? fc.option(value, { nil: null }) : value] as const;
  });
  return fc.record(Object.fromEntries(values)).map(withoutNulls);
}

function withoutNulls(given: Readonly<Record<string, Json>>): JsonObject {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function valueOf(shape: FieldShape): Arbitrary<Json> {
  switch (shape.type) {
    case 'text':
      return fc.constantFrom(...ids, '财务科', '已整改');
    case 'integer':
      return fc.integer({ min: shape.min, max: Math.min(shape.max, 4) });
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.constantFrom('2026-03-10', '2026-06-30', '2026-12-31', '2027-05-01');
    case 'oneOf':
      return fc.constantFrom(...shape.values);
    case 'list':
      return fc.array(valueOf(shape.of), { maxLength: 2 });
    case 'object':
      return objectOf(shape.fields);
    case 'file':
      return fc.constant({ sha256: 'ab'.repeat(32), name: '照片.jpg', size: 7 });
    case 'json':
      return fc.constantFrom<Json>({ any: 'json' }, 'text', 7);
  }
}
