/** What may happen to a parcel, at random. */
import fc, { type Arbitrary } from 'fast-check';
import type { ConformanceOptions } from './conforms';
import { parcelReturn } from './parcel';
import type { Event } from './virtual-host';

const hour = 3_600_000;
const simple = ['hold', 'hold', 'release', 'release', 'release', 'giveUp', 'giveUp'];

export const parcelEvents: Arbitrary<Event> = fc.oneof(
  {
    arbitrary: fc.constantFrom(500, 500, 499).map((amount) => ({ type: 'pay', amount })),
    weight: 4,
  },
  {
    arbitrary: fc
      .constantFrom('nobodyThere', 'nobodyThere', 'handedOver')
      .map((result) => ({ type: 'attempt', result })),
    weight: 12,
  },
  { arbitrary: fc.constantFrom('eva', 'kim').map((to) => ({ type: 'redirect', to })), weight: 2 },
  { arbitrary: fc.constantFrom({ type: 'scan', depot: 'south' }, { type: 'lose' }), weight: 1 },
  { arbitrary: fc.constantFrom(...simple).map((type) => ({ type })), weight: 3 },
);

export const parcelOptions: ConformanceOptions = {
  becomes: [parcelReturn],
  input: fc.constantFrom(900, 5000).map((grams) => ({ sender: 'anna', to: 'ben', grams })),
  by: fc.constantFrom(
    null,
    { name: 'anna' },
    { name: 'anna' },
    { role: 'driver' },
    { role: 'driver' },
  ),
  waits: fc.constantFrom(0, hour, hour, 24 * hour, 24 * hour, 72 * hour),
  outputs: {
    quote: fc.constantFrom(24, 48).map((hours) => ({ price: 500, hours })),
    findRoute: fc.constantFrom('north', 'west').map((depot) => ({ depot })),
  },
};
