/** Between the link and the act its secret is in a cookie, so that no address on the way shows it. */
import { deleteCookie, setCookie } from 'hono/cookie';
import { cookieIn } from '../cookie-in';
import type { WebContext, WebDeps } from '../web-env';

const cookie = 'zhenggai-link';
/** A form may be open for as long, s. */
const openSeconds = 3600;

export function keepLinkToken(c: WebContext, { settings }: WebDeps, token: string): void {
  setCookie(c, cookie, token, {
    ...{ httpOnly: true, path: '/', maxAge: openSeconds },
    // It comes from a mail program: another site to a browser.
    sameSite: 'Lax',
    secure: settings.baseUrl.startsWith('https://'),
  });
}

export function dropLinkToken(c: WebContext): void {
  deleteCookie(c, cookie, { path: '/' });
}

export function linkTokenIn(request: Request): string | null {
  const token = cookieIn(request, cookie);
  return token === '' ? null : token;
}
