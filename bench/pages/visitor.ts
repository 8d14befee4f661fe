/** A browser as far as the server can tell: signs in, opens a page, listens, and asks the page's live part anew as our scripts do. */
import { Agent, request, type IncomingMessage } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Until all of it is here. */
  readonly ms: number;
}

export interface Visitor {
  readonly get: (path: string, headers?: Headers) => Promise<Answer>;
  /** A command through the API, in the visitor's session. */
  readonly post: (path: string, body: object, key: string) => Promise<Answer>;
  /** Opens a page, and listens for changes until the next one is opened. */
  readonly open: (path: string) => Promise<Answer>;
  /** The live part as it was shown last, and as it is now. */
  readonly shownAndFresh: () => Promise<{ readonly shown: string; readonly fresh: string } | null>;
  readonly close: () => void;
}

type Headers = Readonly<Record<string, string>>;

/** As `web/browser/calm.js`: between two questions of one part, ms. */
const calm = { least: 3000, spread: 1500 };

/** @param onLive is told of each answer of a live part */
export async function visit(
  base: string,
  account: string,
  onLive: (answer: Answer) => void,
): Promise<Visitor> {
  // Browsers open six connections to a server; one of them listens.
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const ask = asking(base, agent);
  const cookie = await signIn(ask, account);
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

function listen(
  base: string,
  path: string,
  agent: Agent,
  cookie: string,
  onEvent: (name: string) => void,
): () => void {
  const asked = request(`${base}${path}`, {
    agent,
    headers: { cookie, accept: 'text/event-stream' },
  });
  asked.on('response', (answer: IncomingMessage) => {
    let rest = '';
    answer.setEncoding('utf8').on('data', (text: string) => {
      const events = `${rest}${text}`.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) onEvent(/^event: (.*)$/m.exec(event)?.[1] ?? '');
    });
    answer.on('error', () => undefined);
  });
  asked.on('error', () => undefined);
  asked.end();
  return () => asked.destroy();
}

type Ask = (method: string, path: string, headers: Headers, body?: string) => Promise<Asked>;
type Asked = Answer & { readonly cookies: readonly string[] };

function asking(base: string, agent: Agent): Ask {
  return (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const asked = request(`${base}${path}`, { method, agent, headers });
      asked.on('error', reject).on('response', (answer: IncomingMessage) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('error', reject).on('end', () =>
          resolve({
            ...{ status: answer.statusCode ?? 0, text, ms: performance.now() - began },
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        );
      });
      asked.end(body);
    });
}

async function signIn(ask: Ask, account: string): Promise<string> {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const { cookies } = await ask('POST', '/sign-in', form, `account=${account}`);
  const cookie = cookies.map((each) => each.split(';')[0] ?? '').join('; ');
  if (cookie === '') throw new Error(`${account} could not sign in`);
  return cookie;
}

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
