import fc from 'fast-check';
import type { Json } from '../../../engine/core';
import { recurrences } from '../../../domain/words';
import {
  digestDefinition,
  problemDefinitions,
  problemEvents,
  rectificationContext,
  rectificationDefinition,
  rectificationEvents,
} from '../../../machines';
import { contextFor, defaultPolicy, people, received } from '../../workflow/cast';
import { conforms, report } from '../engine/conforms';
import { start } from '../engine/virtual-host';
import { eventsOf, senders } from './arbitrary-events';
import { schedules } from './arbitrary-schedules';
import { realTime } from '../../../domain/plan-clock';

const patience = 300_000;
/** `npm run conformance` makes more. */
const gateRuns = 100;

afterAll(() => report('own-machines'));
const waits = fc.constantFrom(0, 60_000, 86_400_000, 20 * 86_400_000);
const dated = { by: senders, waits, outputs: schedules };

const entries = [
  'unassigned',
  'accepting',
  'planning',
  'rectifying',
  'upkeep',
  'signedOff',
  'closed',
] as const;

test.each(problemDefinitions.map((definition) => [definition.name, definition] as const))(
  'a problem of the kind %s lives as in the live actor',
  (_name, definition) => {
    const input = fc
      .record({
        entry: fc.constantFrom(...entries),
        due: fc.constantFrom(null, '2026-03-12'),
        recurrence: fc.constantFrom(null, ...recurrences),
      })
      .map(({ entry, due, recurrence }) => {
        const measure = {
          ordinal: 1,
          text: '核对',
          department: null,
          due,
          recurrence,
          done: false,
        };
        const kind = definition.name as 'immediate';
        return contextFor({ kind, entry, measures: [measure] }) as unknown as Json;
      });
    const becomes = problemDefinitions.filter((other) => other !== definition);
    conforms(definition, eventsOf(problemEvents), { ...dated, input, becomes, runs: gateRuns });
  },
  patience,
);

test(
  'a rectification lives as in the live actor',
  () => {
    const { addProblems: _one, ...others } = rectificationEvents;
    const adding = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }).map((seqs) => ({
      type: 'addProblems',
      problems: seqs.map((seq) => ({ ...received, seq })) as unknown as Json,
    }));
    const input = fc.boolean().map((takenOver) => {
      const whole = {
        id: 'x',
        now: new Date(start).toISOString(),
        unit: '云川县水务局',
        inspectedBy: null,
        inspection: { from: null, to: null },
        feedbackOn: '2026-03-02',
      };
      return rectificationContext({
        ...whole,
        policy: defaultPolicy,
        clock: realTime,
        people,
        takenOver,
      }) as unknown as Json;
    });
    conforms(rectificationDefinition, fc.oneof(adding, eventsOf(others)), {
      ...dated,
      input,
      runs: gateRuns,
    });
  },
  patience,
);

test(
  'a digest lives as in the live actor',
  () => {
    const item = fc.constantFrom('a', 'b', 'c').map((key) => ({ type: 'add', item: { key } }));
    const [person] = people;
    const input = {
      now: new Date(start).toISOString(),
      key: 'digest/x',
      rectification: 'x',
      unit: '云川县水务局',
      person,
      planDay: '2026-03-02',
      red: false,
      collectSeconds: 60,
      openSeconds: 3600,
      items: [],
      sending: [],
      sent: 0,
    } as unknown as Json;
    const by = fc.constant({ workflow: 'problem/x/1' });
    conforms(digestDefinition, item, {
      by,
      input: fc.constant(input),
      outputs: schedules,
      waits,
      runs: gateRuns,
    });
  },
  patience,
);
