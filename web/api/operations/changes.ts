/** What changes, as it changes: server-sent events that can be taken up again where they were left. */
import { setTimeout as pause } from 'node:timers/promises';
import { streamSSE } from 'hono/streaming';
import { sees } from '../../access/access';
import type { Changed } from '../../live/pulse';
import type { Call, Operation } from '../operation';

/** Keeps connections through proxies, ms. */
const heartbeat = 25_000;

export const changeOperations: readonly Operation[] = [
  {
    id: 'streamChanges',
    method: 'get',
    path: '/changes',
    summary:
      'Server-sent events `changed`, data `{ "rectification": … }`; with Last-Event-ID also what changed since',
    tag: 'rectifications',
    scope: 'read',
    answers: { kind: 'events' },
    answer: (call) => Promise.resolve(stream(call)),
  },
];

function stream({ c, deps: { pulse, stopping, now }, caller }: Call): Response {
  const since = Date.parse(c.req.header('last-event-id') ?? now());
  return streamSSE(c, async (events) => {
    const tell = async (changed: readonly Changed[]): Promise<void> => {
      for (const { id, unit } of changed)
        if (sees(caller.viewer, unit))
          await events.writeSSE({
            ...{ event: 'changed', id: now() },
            data: JSON.stringify({ rectification: id }),
          });
    };
    const end = pulse.subscribe((changed) => void tell(changed).catch(() => undefined));
    const cut = (): void => events.abort();
    const aborted = new Promise<void>((resolve) => events.onAbort(resolve));
    void aborted.then(end);
    stopping.addEventListener('abort', cut, { once: true });
    if (stopping.aborted) cut();
    if (!Number.isNaN(since)) await tell(await pulse.changedSince(since)).catch(() => undefined);
    while (!events.aborted) {
      await events.writeSSE({ event: 'beat', data: '' });
      await Promise.race([pause(heartbeat, undefined, { ref: false }), aborted]);
    }
    stopping.removeEventListener('abort', cut);
  });
}
