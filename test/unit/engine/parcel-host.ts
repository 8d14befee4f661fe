/** Parcels on the way, for tests that begin in the middle. */
import { hosting } from './define';
import { parcel, parcelReturn } from './parcel';
import type { Event, VirtualHost } from './virtual-host';

export const anna = { name: 'anna' };
export const driver = { name: 'dora', role: 'driver' };

export const pay: Event = { type: 'pay', amount: 500 };
export const nobodyThere: Event = { type: 'attempt', result: 'nobodyThere' };
export const handOver: Event = { type: 'attempt', result: 'handedOver' };

/** Just handed in at the counter: the postage is being reckoned. */
export function posted(options: Parameters<typeof hosting>[2] = {}): VirtualHost {
  return hosting([parcel, parcelReturn], { sender: 'anna', to: 'ben', grams: 900 }, options);
}

/** The postage is known and not paid. */
export function quoted(options?: Parameters<typeof hosting>[2]): VirtualHost {
  const host = posted(options);
  host.succeed(invokeOf(host, 'quote'), { price: 500, hours: 48 });
  return host;
}

/** Paid; the route is being looked for. */
export function routing(options?: Parameters<typeof hosting>[2]): VirtualHost {
  const host = quoted(options);
  host.send(pay, anna);
  return host;
}

/** On the road. */
export function moving(options?: Parameters<typeof hosting>[2]): VirtualHost {
  const host = routing(options);
  host.succeed(invokeOf(host, 'route'), { depot: 'north' });
  return host;
}

/** The effect's id of the invoke that runs under this actor id. */
export function invokeOf(host: VirtualHost, actor: string): string {
  const found = host.invokes.find((each) => each.actor === actor);
  if (found === undefined) throw new Error(`no invoke ${actor} is under way`);
  return found.id;
}

/** Where it stands. */
export function at(host: VirtualHost): unknown {
  return host.state.snapshot.value;
}
