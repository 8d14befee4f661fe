/** Where a request came from: the connection's other end, or what the proxy before us says of it. */
import type { IncomingMessage } from 'node:http';
import type { WebContext, WebDeps } from './web-env';

/** Null where it is not known. */
export function clientAddress(
  c: WebContext,
  { settings }: Pick<WebDeps, 'settings'>,
): string | null {
  const forwarded = settings.behindProxy ? lastOf(c.req.header('x-forwarded-for')) : null;
  if (forwarded !== null) return forwarded;
  const { incoming } = (c.env ?? {}) as { readonly incoming?: Pick<IncomingMessage, 'socket'> };
  return incoming?.socket.remoteAddress ?? null;
}

/** What our own proxy added: whoever sends the request writes the ones before. */
function lastOf(header: string | undefined): string | null {
  const last = header?.split(',').at(-1)?.trim() ?? '';
  return last === '' ? null : last;
}
