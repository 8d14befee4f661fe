/** What came of a form, said on the page that follows: carried there once by a cookie. */
import type { FC } from 'hono/jsx';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebContext } from '../web-env';

export interface Notice {
  readonly kind: 'done' | 'refused' | 'told';
  readonly text: string;
}

const cookie = 'zhenggai-notice';
const kinds: readonly Notice['kind'][] = ['done', 'refused', 'told'];
/** Browsers keep 4 KiB a cookie; a Chinese character takes nine bytes of it. */
const longest = 300;

/** @param to a path of ours */
export function seeOther(c: WebContext, to: string, { kind, text }: Notice): Response {
  setCookie(c, cookie, `${kind} ${[...text].slice(0, longest).join('')}`, {
    ...{ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 60 },
  });
  return c.redirect(to, 303);
}

/** The notice that this page is to show; it is shown once. */
export function takeNotice(c: WebContext): Notice | null {
  const value = getCookie(c, cookie) ?? '';
  if (value === '') return null;
  deleteCookie(c, cookie, { path: '/' });
  const kind = kinds.find((each) => value.startsWith(`${each} `));
  return kind === undefined ? null : { kind, text: value.slice(kind.length + 1) };
}

export const NoticeBox: FC<{ notice: Notice | null }> = ({ notice }) =>
  notice === null ? null : (
    <p class={`notice ${notice.kind}`} role={notice.kind === 'refused' ? 'alert' : 'status'}>
      {notice.text}
    </p>
  );

/** A path of ours, as a form names where it came from: `//elsewhere` and `/\elsewhere` are other machines to a browser. */
export function pathOfOurs(to: string | undefined | null, otherwise: string): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : otherwise;
}
