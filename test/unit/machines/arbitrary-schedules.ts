/** Random answers of the schedule: windows of milestones ahead, behind and on the same instant. */
import fc, { type Arbitrary } from 'fast-check';
import type { Json } from '../../../engine/core';
import { lamps, roles } from '../../../domain/words';
import { start } from '../engine/virtual-host';

const day = 86_400_000;
/** As JSON gives them back. */
const plain = { noNullPrototype: true } as const;
const instant = fc
  .integer({ min: -5, max: 400 })
  .map((days) => new Date(start + days * day).toISOString());

const milestones = fc
  .uniqueArray(
    fc.record({
      at: instant,
      lamp: fc.constantFrom(...lamps),
      audience: fc.subarray([...roles]),
      ordinal: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 5, selector: ({ at }) => at },
  )
  .map((found) =>
    [...found]
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map((each, rung) => ({ ...each, rung, id: `rung-${rung}`, why: `第${rung}次` })),
  );

export const schedules: { readonly [name: string]: Arbitrary<Json> } = {
  schedule: fc.record(
    {
      dueOn: fc.constantFrom('2026-03-20', '2026-09-02'),
      dueAt: instant,
      milestones,
      more: fc.boolean(),
      because: fc.constant(['推算']),
      provisional: fc.boolean(),
      unknownYears: fc.constant([]),
    },
    plain,
  ),
  scheduleMeasures: fc.record({ milestones }, plain),
  deliver: fc.constant<Json>([]),
};
