import fc from 'fast-check';
import { dated, datedEvents } from './charts/dated';
import { everything, everythingEvents, everythingOptions } from './charts/everything';
import { passing, passingEvents } from './charts/passing';
import { anyChart, eventOf } from './charts/random';
import { sameId, sameIdEvents } from './charts/same-id';
import { allConform, conforms, report } from './conforms';
import { parcel } from './parcel';
import { parcelEvents, parcelOptions } from './parcel-events';

/** `npm run conformance` runs for minutes. */
const patience = 540_000;

afterAll(() => report('machines'));

test(
  'a chart with every supported feature lives as in the live actor',
  () => conforms(everything, everythingEvents, { runs: 300, ...everythingOptions }),
  patience,
);

test(
  'a parcel travels as in the live actor',
  () => conforms(parcel, parcelEvents, parcelOptions),
  patience,
);

test(
  'a state passed through leaves no timer and no invoke behind',
  () => conforms(passing, passingEvents, { waits: fc.constantFrom(0, 1, 7, 50, 100, 300) }),
  patience,
);

test(
  'an id scheduled twice fires twice and cancels once',
  () => conforms(sameId, sameIdEvents),
  patience,
);

test(
  'delays computed from now fall on the same instants',
  () => conforms(dated, datedEvents),
  patience,
);

const machines = Number(process.env.CONFORMANCE_CHARTS ?? 80);
/** Of each, at most. */
const runs = process.env.CONFORMANCE_CHARTS === undefined ? 10 : 20;

test(
  'charts that nobody drew live as in the live actor',
  () => {
    const waits = fc.constantFrom(0, 5, 10, 20, 60);
    const outputs = { job: fc.constantFrom('done', '') };
    allConform(anyChart, eventOf, { machines, runs, waits, outputs, wild: true });
  },
  patience,
);
