import fc from 'fast-check';
import { assign, createMachine, type AnyStateMachine } from 'xstate';
import type { MachineDefinition } from '../../../engine/core';
import { compared, conforms, allConform } from './conforms';
import { define } from './define';

// That conformance can fail: a machine that is not pure lives one way in the engine and another in the live actor.

const go = fc.constant({ type: 'GO' });

/** Counts its GOs outside of itself once there were as many as told. */
function impureAfter(limit: number): MachineDefinition {
  let outside = 0;
  const machine = createMachine({
    id: 'impure',
    context: { count: 0, outside: 0 },
    on: {
      GO: {
        actions: assign(({ context }) => ({
          count: context.count + 1,
          outside: context.count >= limit ? (outside += 1) : 0,
        })),
      },
    },
  }) as unknown as AnyStateMachine;
  return define(machine, ['GO']);
}

test('a machine that differs fails, with the shortest run that shows it', () => {
  const before = compared.differences;
  expect(() => conforms(impureAfter(2), go, { runs: 50 })).toThrow(/Counterexample/);
  expect(compared.differences).toBe(before + 1);
});

test('of generated machines the smallest that differs is shown', () => {
  const machines = fc.nat(30).map((size) =>
    Object.assign(impureAfter(size < 3 ? Infinity : 0), {
      [fc.toStringMethod]: () => `a machine of size ${size}`,
    }),
  );
  const options = { machines: 50, runs: 5 };
  expect(() => allConform(machines, go, options)).toThrow('a machine of size 3');
});

test('machines that do not differ pass', () => {
  expect(() => conforms(impureAfter(Infinity), go, { runs: 20 })).not.toThrow();
});
