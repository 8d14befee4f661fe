/** For machines: is the process there, can it serve people, and how does it do. Reached without a sign-in. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { sameText } from '../security';
import type { Part, WebContext, WebSettings } from '../web-env';
import { probe } from './probes';

export const health: Part = (app, deps) => {
  app.get('/health', (c) => c.json({ status: 'up' }));
  app.get('/ready', async (c) => {
    const probes = await probe(deps);
    const isThere = probes.ledger !== null && probes.temporal !== null;
    const status = deps.stopping.aborted ? 'stopping' : isThere ? 'ready' : 'notReady';
    const body = {
      status,
      ledger: probes.ledger !== null,
      temporal: probes.temporal !== null,
    };
    return c.json(body, status === 'ready' ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    if (!mayRead(c, deps.settings)) return c.text('', 403);
    c.header('content-type', deps.metrics.contentType);
    return c.body(await deps.metrics.read(deps));
  });
};

/** From this machine itself, not passed on by a proxy of it; from elsewhere with the token, where one is set. */
function mayRead(c: WebContext, { metricsToken }: WebSettings): boolean {
  const given = c.req.header('authorization')?.replace(/^Bearer /i, '');
  if (metricsToken !== null && given !== undefined && sameText(given, metricsToken)) return true;
  return metricsToken === null && isPassedOn(c) === false && isLoopback(addressOf(c));
}

function isPassedOn(c: WebContext): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-real-ip'].some(
    (name) => c.req.header(name) !== undefined,
  );
}

function addressOf(c: WebContext): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    // Asked without a connection: nobody from elsewhere.
    return '';
  }
}

function isLoopback(address: string): boolean {
  return address === '' || address === '::1' || /^(::ffff:)?127\./.test(address);
}
