/** The language of who has not signed in, and where a page goes back to. */
import { getCookie, setCookie } from 'hono/cookie';
import { languages, type Language } from '../../words/catalogue';
import { cookieIn } from '../cookie-in';
import { pathOfOurs } from '../layout/notice';
import type { WebContext } from '../web-env';

const cookie = 'zhenggai-language';

export function languageOf(word: string | undefined): Language {
  return languages.find((language) => language === word) ?? 'zh';
}

export function languageHere(c: WebContext): Language {
  return languageOf(getCookie(c, cookie));
}

export function languageIn(request: Request): Language {
  return languageOf(cookieIn(request, cookie));
}

export function keepLanguage(c: WebContext, language: Language): void {
  setCookie(c, cookie, language, { sameSite: 'Lax', path: '/', maxAge: 365 * 86_400 });
}

/** To the page that was shown; only ever to one of ours. */
export function backOf(c: WebContext): string {
  const referrer = c.req.header('referer') ?? '';
  const url = URL.canParse(referrer) ? new URL(referrer) : null;
  return url === null ? '/' : pathOfOurs(`${url.pathname}${url.search}`, '/');
}
