import fc from 'fast-check';
import { family, familyEvents } from './charts/family';
import { eventOf, randomFamily } from './charts/random';
import { compared, conforms } from './conforms';

test(
  'parents and children live as in the live actors',
  () =>
    conforms(family, familyEvents, {
      runs: 400,
      waits: fc.constantFrom(0, 1, 7, 20, 30, 50, 60, 200),
    }),
  300_000,
);

const charts = Number(process.env.CONFORMANCE_CHARTS ?? 80);

test('families that nobody drew live as in the live actors', () => {
  const waits = fc.constantFrom(0, 5, 10, 20, 60);
  for (let number = 0; number < charts; number += 1)
    conforms(randomFamily(number), eventOf, { runs: 5, waits, wild: true });
  console.info(compared);
}, 300_000);
