/** Server-sent events: `changed`, with the rectifications that have changed and that the viewer sees. Pages ask anew for what they show of them. */
import { setTimeout as pause } from 'node:timers/promises';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { sees } from '../access/access';
import { farIn, type Heads } from '../record/looks';
import type { Part } from '../web-env';
import type { Changed } from './pulse';

/** Keeps connections through proxies, ms. */
const heartbeat = 25_000;

export const live: Part = (app, { pulse, stopping }) => {
  app.get('/live', (c) => {
    const viewer = c.get('viewer');
    const since = Number(c.req.query('since') ?? Date.now());
    return streamSSE(c, async (stream) => {
      const tell = (changed: readonly Changed[]): Promise<void> =>
        write(
          stream,
          changed.filter(({ unit }) => sees(viewer, unit)).map(({ id }) => id),
          pulse.told(),
        );
      const end = pulse.subscribe((changed) => void tell(changed).catch(() => undefined));
      const cut = (): void => stream.abort();
      stream.onAbort(end);
      stopping.addEventListener('abort', cut, { once: true });
      if (stopping.aborted) cut();
      // What happened between the making of the page and its listening here.
      await tell(await pulse.changedSince(since)).catch(() => undefined);
      await beats(stream);
      stopping.removeEventListener('abort', cut);
    });
  });
};

/**
 * At once: everybody is told in the same moment. How far the record had come goes with it as the event's id: a page says so when it
 * asks anew, since another process may be the one to answer.
 */
async function write(
  stream: SSEStreamingApi,
  changed: readonly string[],
  told: Heads | null,
): Promise<void> {
  if (changed.length === 0) return;
  const far = told === null ? 0 : farIn(told, null);
  // Ids hold no line ends.
  const eventOf = (event: string, data: string): string =>
    `event: ${event}\nid: ${far}\ndata: ${data}\n\n`;
  const each = changed.map((id) => eventOf(`changed-${id}`, id));
  await stream.write([...each, eventOf('changed', changed.join(' '))].join(''));
}

async function beats(stream: SSEStreamingApi): Promise<void> {
  const aborted = new Promise<void>((resolve) => stream.onAbort(resolve));
  while (!stream.aborted) {
    await stream.writeSSE({ event: 'beat', data: '' });
    await Promise.race([pause(heartbeat, undefined, { ref: false }), aborted]);
  }
}
