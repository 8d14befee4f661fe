import fc from 'fast-check';
import type { Scenario, ScenarioStep } from '../../../domain/scenario';
import { roles } from '../../../domain/words';
import { persist, restore, type State } from '../../../engine/core';
import type { Rehearsal } from '../../../client/rehearse';
import { problemEvents, rectificationEvents } from '../../../machines';
import { sample, until } from './unit';

const day = fc
  .integer({ min: 0, max: 300 })
  .map((days) =>
    new Date(Date.parse('2026-03-02T02:00:00.000Z') + days * 86_400_000).toISOString(),
  );

const date = fc.constantFrom('2026-04-10', '2026-08-31', '2026-12-31');

const fields = fc.record(
  {
    text: fc.constant('已办理'),
    reason: fc.constant('客观原因'),
    due: date,
    until: date,
    progress: fc.constant('过半'),
    kind: fc.constantFrom('immediate', 'timeLimited', 'longTerm'),
    verdict: fc.constantFrom('passed', 'relapsed'),
    department: fc.constant('财务审计科'),
  },
  { requiredKeys: [] },
);

const step = fc.record({
  line: fc.constant(null),
  at: day,
  problems: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ seqs: [1, 4, 7] }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  event: fc.constantFrom(...Object.keys({ ...problemEvents, ...rectificationEvents })),
  by: fc.oneof(
    fc.constantFrom(...roles).map((role) => ({ kind: 'role', role }) as const),
    fc.constant({ kind: 'reviewer' } as const),
    fc.constant({ kind: 'person', id: 'nobody' } as const),
  ),
  recordedBy: fc.constant(null),
  basis: fc.constant(null),
  fields,
}) as fc.Arbitrary<ScenarioStep>;

/** Accepted and under way, so that there is something to do wrong. */
const start: readonly ScenarioStep[] = [
  {
    line: null,
    at: '2026-03-03T02:00:00.000Z',
    problems: {},
    event: 'accept',
    by: { kind: 'role', role: 'departmentHead' },
    recordedBy: null,
    basis: null,
    fields: {},
  },
];

const scenario: fc.Arbitrary<Scenario> = fc
  .array(step, { maxLength: 40 })
  .map((steps) => ({ name: null, steps: [...start, ...steps] }));

const small = { ...sample, problems: sample.problems.filter(({ seq }) => [1, 4, 7].includes(seq)) };

const carry = (state: State): State =>
  restore(state.registry, JSON.parse(JSON.stringify(persist(state))) as never);

/** Compared as one text: a deep comparison of a year of journals takes longer than the year. */
const text = ({ journals, timetable, problems }: Rehearsal): string =>
  JSON.stringify([[...journals], timetable, problems]);

test('whatever people try, a rehearsal comes to its end, and persisting every state changes nothing', () => {
  fc.assert(
    fc.property(scenario, (tried) => {
      const plain = until('2026-10-15', small, tried);
      const carried = until('2026-10-15', small, tried, { carry });
      expect(text(carried) === text(plain)).toBe(true);
    }),
    { numRuns: 5 },
  );
}, 60_000);
