/** What one step costs in memory, by machine: everything between a command's envelope and the next state with its effects. */
import { step as take, type State } from '../../engine/core';
import type { Figure, Row } from '../figure';
import { estimateMedian, median } from '../statistics';
import { at, atRest, stepCases, type StepCase } from '../step-cases';

/** Each block's median is a sample, so that the interval says how much it differs from one moment to another. */
const blocks = 12;

export const step: Figure = {
  name: 'step',
  title: 'A step in memory',
  measure: ({ options, say }) => {
    const size = options.quick ? 200 : 1000;
    const runs = stepCases.map((each) => {
      say(`step: ${each.name}`);
      return { name: each.name, samples: microseconds(each, size) };
    });
    const rows = runs.map(({ name, samples }): Row => ({
      what: `a step of ${name}`,
      unit: 'µs',
      values: { ours: estimateMedian(samples.map((block) => median(block.map(({ us }) => us)))) },
      ...(name === 'timeLimited' ? { target: { of: 'ours', bound: 'atMost', value: 40 } } : {}),
    }));
    const raw = Object.fromEntries(
      runs.map(({ name, samples }) => [name, byEvent(samples.flat())]),
    );
    return Promise.resolve({ rows, raw });
  },
};

interface Taken {
  readonly event: string;
  readonly us: number;
}

/** Blocks of steps; the first block warms up and is dropped. */
function microseconds(of: StepCase, size: number): readonly (readonly Taken[])[] {
  let state = of.start();
  let count = 0;
  const takeOne = (): Taken => {
    const command = of.circle[count % of.circle.length];
    if (command === undefined) throw new Error(`${of.name} has no commands`);
    count += 1;
    const { us, next } = timed(state, { id: `c${count}`, at, ...command });
    state = atRest(next);
    return { event: command.event.type, us };
  };
  return Array.from({ length: blocks + 1 }, () => Array.from({ length: size }, takeOne)).slice(1);
}

function timed(state: State, envelope: Parameters<typeof take>[1]) {
  const before = performance.now();
  const result = take(state, envelope);
  const us = (performance.now() - before) * 1000;
  if (result.kind !== 'accepted')
    throw new Error(`${envelope.event.type}: ${JSON.stringify(result)}`);
  return { us, next: result.state };
}

/** Medians by event, microseconds. */
function byEvent(all: readonly Taken[]): { readonly [event: string]: number } {
  const events = [...new Set(all.map(({ event }) => event))];
  return Object.fromEntries(
    events.map((event) => [
      event,
      median(all.filter((each) => each.event === event).map(({ us }) => us)),
    ]),
  );
}
