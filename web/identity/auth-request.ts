/** What better-auth is asked with, and its cookies handed on. */
import { APIError } from 'better-auth/api';
import { clientAddress } from '../client-address';
import type { WebContext, WebDeps } from '../web-env';
import { addressHeader } from './auth';

/** The cookies of the request, and where it came from as we see it. */
export function authHeaders(c: WebContext, deps: Pick<WebDeps, 'settings'>): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  const address = clientAddress(c, deps);
  if (address !== null) headers.set(addressHeader, address);
  return headers;
}

export function handOn(c: WebContext, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}

/** The code of what better-auth refuses; what is no refusal goes on. @throws what was no refusal */
export function refusalCode(error: unknown): string {
  if (!(error instanceof APIError)) throw error;
  return error.body?.code ?? '';
}
