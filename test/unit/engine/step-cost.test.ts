import { begin, createRegistry, recorded, step, type State } from '../../../engine/core';
import { everything } from './charts/everything';

const at = '2026-03-02T01:00:00.000Z';
const types = ['NEXT', 'PAUSE', 'RESUME_DEEP', 'START', 'STOP', 'MANY', 'note.add', 'UP'];

// No benchmark: the machine may be busy. What is ten times too slow is found here, the rest by bench/.
const microseconds = 500;

test('a step of a machine with four regions is far from a millisecond', () => {
  const registry = createRegistry([everything]);
  let { state } = begin(registry, { name: 'everything', version: '1' }, null, {
    workflow: 'w',
    at,
  });
  const times = Array.from({ length: 4000 }, (_, index) => {
    const event = { type: types[index % types.length] ?? '' };
    const before = performance.now();
    const result = step(state, { id: `c${index}`, at, event, by: null });
    const spent = performance.now() - before;
    if (result.kind === 'accepted') state = tidied(result.state);
    return spent * 1000;
  });
  const [median = Infinity] = times
    .slice(2000)
    .sort((a, b) => a - b)
    .slice(1000);

  expect(median).toBeLessThan(microseconds);
});

/** Recorded, and with everything it asked for done. */
function tidied(state: State): State {
  return recorded({ ...state, work: [] }, state.sequence);
}
