/** The messages that are sent while lines are recorded: each to one person through two channels. Pure. */
import type { Digest } from '../../domain/digest';

/** Messages are sent one after another in each. */
export const lanes: readonly string[] = ['a', 'b', 'c', 'd'];

/** Two ways to a person: one that knows what it has sent, and one that does not. */
export const telling = 'outbox';
export const blind = 'blind';

/** @param number counts the lane's messages from 1 */
export function digestOf(lane: string, number: number): Digest {
  const person = `person-${lane}`;
  return {
    key: keyOf(lane, number),
    rectification: '2026-water',
    unit: '水利局',
    person: {
      ...{ id: person, name: person, roles: ['handler'], department: null, deputies: [] },
      channels: [telling, blind].map((channel) => ({ channel, address: person, always: true })),
    },
    planDay: '2026-03-02',
    red: number % 5 === 0,
    items: [
      {
        ...{ key: `${lane}/${number}`, problem: null, role: 'handler', wait: 'work' },
        ...{ lamp: 'normal', why: '还有一周', missed: [], todo: '请报送进展' },
      },
    ],
  };
}

/** A message's key in the ledger and in its channel. */
export function deliveryKey(lane: string, number: number, channel: string): string {
  return `${keyOf(lane, number)}/${channel}`;
}

function keyOf(lane: string, number: number): string {
  return `digest/2026-water/${lane}/${number}`;
}
