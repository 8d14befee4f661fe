/** Somebody at a browser: keeps cookies, sends forms with the token of the page. */
import type { WebApp } from '../../../../web';

export interface Browser {
  readonly get: (path: string) => Promise<Response>;
  /** Sends a form; with the session's token where it has been seen on a page. */
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly cookies: Map<string, string>;
}

/** @param address where its requests come from */
export function browser(app: WebApp, address = '10.1.2.3'): Browser {
  const cookies = new Map<string, string>();
  const env = { incoming: { socket: { remoteAddress: address } } };
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const answer = await app.request(path, { ...init, headers }, env);
    for (const set of answer.headers.getSetCookie()) keep(cookies, set);
    return answer;
  };
  const get = (path: string) => ask(path, { headers: { accept: 'text/html' } });
  return {
    ...{ cookies, get },
    post: async (path, fields = {}, headers = {}) => {
      const page = await (await get('/settings')).text();
      const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      return ask(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf, ...fields }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
    },
  };
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split(';');
  const at = pair.indexOf('=');
  const isOver = attributes.some((each) => /^\s*max-age=0$/i.test(each));
  if (isOver) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}
