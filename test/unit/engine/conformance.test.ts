import { dated, datedEvents } from './charts/dated';
import { everything, everythingEvents, everythingOptions } from './charts/everything';
import { passing, passingEvents } from './charts/passing';
import { sameId, sameIdEvents } from './charts/same-id';
import { compared, conforms } from './conforms';

const minute = 60_000;

afterAll(() => {
  const { runs, steps, milliseconds } = compared;
  console.info(`conformance: ${runs} runs, ${steps} steps, ${Math.round(milliseconds)} ms`);
});

test(
  'a chart with every supported feature lives as in the live actor',
  () => conforms(everything, everythingEvents, { runs: 500, ...everythingOptions }),
  minute,
);

test(
  'a state passed through leaves no timer and no invoke behind',
  () => conforms(passing, passingEvents, { runs: 500 }),
  minute,
);

test(
  'an id scheduled twice fires twice and cancels once',
  () => conforms(sameId, sameIdEvents, { runs: 500 }),
  minute,
);

test(
  'delays computed from now fall on the same instants',
  () => conforms(dated, datedEvents, { runs: 500 }),
  minute,
);
