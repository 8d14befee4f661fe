/** A browser as far as the server can tell: signs in, opens a page, listens, and asks the page's live part anew as our scripts do. */
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { asForm, asking, cookieOf, type Answer, type Ask, type Headers } from './asking';

export interface Visitor {
  readonly get: (path: string, headers?: Headers) => Promise<Answer>;
  /** A command through the API, in the visitor's session. */
  readonly post: (path: string, body: object, key: string) => Promise<Answer>;
  /** A form of ours, in the visitor's session. */
  readonly submit: (path: string, fields: URLSearchParams) => Promise<Answer>;
  /** Opens a page, and listens for changes until the next one is opened. */
  readonly open: (path: string) => Promise<Answer>;
  /** The live part as it was shown last, and as it is now. */
  readonly shownAndFresh: () => Promise<{ readonly shown: string; readonly fresh: string } | null>;
  readonly close: () => void;
}

/** As `web/browser/calm.js`: between two questions of one part, ms. */
const calm = { least: 3000, spread: 1500 };

export interface Coming {
  readonly base: string;
  /** Gives the cookie of a session. */
  readonly signIn: (ask: Ask) => Promise<string>;
  /** Told of each answer of a live part. */
  readonly onLive: (answer: Answer) => void;
  /** Goes between the visitor and all requests but the one that listens. */
  readonly through?: (ask: Ask) => Ask;
}

export async function visit({ base, signIn, onLive, through }: Coming): Promise<Visitor> {
  // Browsers open six connections to a server; one of them listens.
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const plainly = asking(base, agent);
  const ask = through === undefined ? plainly : through(plainly);
  const cookie = await signIn(ask);
  let csrf = '';
  let part: LivePart | null = null;
  const get = (path: string, headers: Headers = {}) =>
    ask('GET', path, { cookie, accept: 'text/html', ...headers });
  return {
    get,
    post: (path, body, key) =>
      ask(
        'POST',
        path,
        {
          ...{ cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' },
          'idempotency-key': key,
        },
        JSON.stringify(body),
      ),
    submit: (path, fields) => {
      const headers = { cookie, 'x-csrf-token': csrf, ...asForm };
      return ask('POST', path, headers, fields.toString());
    },
    open: async (path) => {
      part?.close();
      const answer = await get(path);
      csrf = /x-csrf-token&quot;:&quot;([^&]+)/.exec(answer.text)?.[1] ?? csrf;
      part = livePart(answer.text, base, agent, cookie, async (own) => {
        const fresh = await get(own, { 'hx-request': 'true' });
        onLive(fresh);
        return fresh.text;
      });
      return answer;
    },
    shownAndFresh: async () => {
      if (part === null) return null;
      const { path, shown } = part;
      const [before, now] = [shown(), await get(path, { 'hx-request': 'true' })];
      return { shown: settled(before), fresh: settled(now.text) };
    },
    close: () => {
      part?.close();
      agent.destroy();
    },
  };
}

interface LivePart {
  readonly path: string;
  readonly shown: () => string;
  readonly close: () => void;
}

/** Null for a page on which nothing is live. */
function livePart(
  page: string,
  base: string,
  agent: Agent,
  cookie: string,
  askAnew: (path: string) => Promise<string>,
): LivePart | null {
  const stream = /sse-connect="([^"]+)"/.exec(page)?.[1];
  const element = /<[^>]*hx-trigger="sse:[^>]*>/.exec(page)?.[0] ?? '';
  const path = plain(/hx-get="([^"]+)"/.exec(element)?.[1] ?? '');
  const event = /hx-trigger="sse:([\w-]+)/.exec(element)?.[1] ?? '';
  if (stream === undefined || path === '') return null;
  let shown = '';
  const anew = calmly(async () => {
    shown = await askAnew(path);
  });
  const end = listen(base, plain(stream), agent, cookie, (name) => {
    if (name === event) anew.ask();
  });
  // What the page shows of it first is the part as it was asked for just now.
  anew.ask();
  return {
    ...{ path, shown: () => shown },
    close: () => {
      anew.stop();
      end();
    },
  };
}

/** With one click, where the installation is a demonstration. */
export function byOneClick(account: string): (ask: Ask) => Promise<string> {
  return async (ask) => {
    const cookie = cookieOf(await ask('POST', '/sign-in', asForm, `account=${account}`));
    if (cookie === '') throw new Error(`${account} could not sign in`);
    return cookie;
  };
}

/** At most once every few seconds, and always after the last change. */
function calmly(work: () => Promise<void>): {
  readonly ask: () => void;
  readonly stop: () => void;
} {
  let [next, waiting, stopped] = [0, false, false];
  const run = (): void => {
    next = Date.now() + calm.least + Math.random() * calm.spread;
    if (!stopped) void work().catch(() => undefined);
  };
  return {
    ask: () => {
      if (waiting) return;
      const left = next - Date.now();
      if (left <= 0) return run();
      waiting = true;
      setTimeout(() => {
        waiting = false;
        run();
      }, left);
    },
    stop: () => void (stopped = true),
  };
}

/** As EventSource does: a connection that ends is asked for again, at the same address. */
function listen(
  base: string,
  path: string,
  agent: Agent,
  cookie: string,
  onEvent: (name: string) => void,
): () => void {
  let [stopped, current] = [false, null as ClientRequest | null];
  const again = (): void => {
    if (!stopped) setTimeout(connect, reconnects).unref();
  };
  const connect = (): void => {
    if (stopped) return;
    const asked = request(`${base}${path}`, {
      agent,
      headers: { cookie, accept: 'text/event-stream' },
    });
    current = asked;
    asked.on('response', (answer: IncomingMessage) => {
      let rest = '';
      answer.setEncoding('utf8').on('data', (text: string) => {
        const events = `${rest}${text}`.split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) onEvent(/^event: (.*)$/m.exec(event)?.[1] ?? '');
      });
      answer.on('error', () => undefined);
    });
    asked.on('error', () => undefined).on('close', again);
    asked.end();
  };
  connect();
  return () => {
    stopped = true;
    current?.destroy();
  };
}

/** After the end of a connection, ms. */
const reconnects = 1000;

/** What is made anew with every answer is no change. */
function settled(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '')
    .replaceAll(/"[0-9a-f]{8}-(?=[\w.-]+")/g, '"')
    .replaceAll(/since=\d+/g, '');
}

function plain(attribute: string): string {
  return attribute.replaceAll('&amp;', '&');
}
