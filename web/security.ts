/** What every answer and every request is held to, before any page sees it. */
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { WebContext, WebEnv } from './web-env';

/** Nothing from elsewhere, no script or style written into a page, no frame around it. */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // ECharts and Graphviz place what they draw by style attributes.
    styleSrcAttr: ["'unsafe-inline'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
});

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What changes something must come from a page of ours, with this session's token. */
export function fromOurPages(
  refuse: (c: WebContext) => Response | Promise<Response>,
): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    return (await isFromOurPages(c)) ? next() : refuse(c);
  };
}

/** Of who is signed in; also true of what changes nothing. */
export async function isFromOurPages(c: WebContext): Promise<boolean> {
  return safe.has(c.req.method) || ((await isOurs(c)) && fromHere(c));
}

async function isOurs(c: WebContext): Promise<boolean> {
  const given = c.req.header('x-csrf-token') ?? (await tokenInForm(c));
  return given !== null && sameText(given, c.get('viewer').csrf);
}

/** The body is read once and kept by Hono: the page reads the same. */
async function tokenInForm(c: WebContext): Promise<string | null> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return null;
  const token = (await c.req.parseBody())['csrf'];
  return typeof token === 'string' ? token : null;
}

/** Browsers say where a request comes from; what says nothing is no browser, and has the token alone. */
export function fromHere(c: WebContext): boolean {
  const site = c.req.header('sec-fetch-site');
  return site === undefined || site === 'same-origin' || site === 'none';
}

export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
