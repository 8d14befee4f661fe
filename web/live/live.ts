/** Server-sent events: `changed`, with the rectifications that have changed and that the viewer sees. Pages ask anew for what they show of them. */
import { streamSSE } from 'hono/streaming';
import { sees } from '../access/access';
import type { Part } from '../web-env';

/** Keeps connections through proxies, ms. */
const heartbeat = 25_000;

export const live: Part = (app, { pulse, ledger }) => {
  app.get('/live', (c) => {
    const viewer = c.get('viewer');
    return streamSSE(c, async (stream) => {
      const tell = async (changed: readonly string[]): Promise<void> => {
        const seen = (await ledger.rectifications(changed)).filter(({ unit }) =>
          sees(viewer, unit),
        );
        for (const { id } of seen) await stream.writeSSE({ event: `changed-${id}`, data: id });
        if (seen.length > 0)
          await stream.writeSSE({ event: 'changed', data: seen.map(({ id }) => id).join(' ') });
      };
      const end = pulse.subscribe((changed) => void tell(changed).catch(() => undefined));
      stream.onAbort(end);
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'beat', data: '' });
        await stream.sleep(heartbeat);
      }
    });
  });
};
