/** Listens for browsers; stops without cutting anybody off who is being answered. */
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { WebApp } from './web-env';

export interface Listening {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** How long an answer under way may still take when it stops, ms. */
const grace = 5000;

/**
 * @param port 0: any that is free
 * @throws the system's error where the port is taken
 */
export async function listen(app: WebApp, host: string, port: number): Promise<Listening> {
  const server = serve({ fetch: app.fetch, hostname: host, port });
  const { port: got } = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('listening', () => resolve(server.address() as AddressInfo));
    server.once('error', reject);
  });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${got}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        // Live pages hold their connection open for ever.
        const cut = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, grace);
        cut.unref();
      }),
  };
}
