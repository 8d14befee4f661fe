/** A browser as far as the server can tell: signs in, opens a page, listens, and asks the page's live parts anew as our scripts do. */
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { asForm, asking, cookieOf, type Answer, type Ask, type Headers } from './asking';
import { livePartsOf, streamOf } from './live-parts';

export interface Visitor {
  readonly get: (path: string, headers?: Headers) => Promise<Answer>;
  /** A command through the API, in the visitor's session. */
  readonly post: (path: string, body: object, key: string) => Promise<Answer>;
  /** A form of ours, in the visitor's session. */
  readonly submit: (path: string, fields: URLSearchParams) => Promise<Answer>;
  /** Opens a page, and listens for changes until the next one is opened. */
  readonly open: (path: string) => Promise<Answer>;
  /** Each live part as it was shown last, alone or within its page, and as it is now. */
  readonly shownAndFresh: () => Promise<readonly Compared[]>;
  readonly close: () => void;
}

export interface Compared {
  readonly path: string;
  readonly shown: string;
  readonly fresh: string;
}

/** What the server says of a part is in what is shown. */
export function isUpToDate({ shown, fresh }: Compared): boolean {
  return fresh !== '' && shown.includes(fresh);
}

/** As `web/browser/calm.js`: between two questions of one part, ms. */
const calm = { least: 5000, spread: 2500 };

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
  let page: Showing | null = null;
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
      page?.close();
      const answer = await get(path);
      csrf = /x-csrf-token&quot;:&quot;([^&]+)/.exec(answer.text)?.[1] ?? csrf;
      page = showing(answer.text, base, agent, cookie, async (own, told) => {
        const fresh = await get(own, { 'hx-request': 'true', ...toldHeader(told) });
        onLive(fresh);
        return fresh.text;
      });
      return answer;
    },
    shownAndFresh: async () => {
      const pairs = (page?.parts() ?? []).map(async ({ path: own, shown }) => {
        const fresh = await get(own, { 'hx-request': 'true' });
        return { path: own, shown: settled(shown), fresh: settled(fresh.text) };
      });
      return Promise.all(pairs);
    },
    close: () => {
      page?.close();
      agent.destroy();
    },
  };
}

/** What the page was told of last. */
const toldHeader = (told: number): Headers => (told > 0 ? { 'x-told': String(told) } : {});

interface Showing {
  /** Each live part by its path: what is shown of it, be it still within the page it came with. */
  readonly parts: () => readonly { readonly path: string; readonly shown: string }[];
  readonly close: () => void;
}

/** Keeps the live parts of a page as they are told to ask anew. */
function showing(
  page: string,
  base: string,
  agent: Agent,
  cookie: string,
  askAnew: (path: string, told: number) => Promise<string>,
): Showing {
  let told = 0;
  const parts = livePartsOf(page).map((part) => {
    let shown = part.onLoad ? '' : page;
    const ask = async (): Promise<void> => {
      shown = await askAnew(part.path, told);
    };
    const anew = part.calm ? calmly(ask) : atOnce(ask);
    if (part.onLoad) void ask().catch(() => undefined);
    return { ...part, anew, shown: () => shown };
  });
  const stream = streamOf(page);
  const end =
    stream === null
      ? () => undefined
      : listen(base, stream, agent, cookie, (name, far) => {
          told = Math.max(told, far);
          for (const { events, anew } of parts) if (events.includes(name)) anew.ask();
        });
  return {
    parts: () => parts.map(({ path, shown }) => ({ path, shown: shown() })),
    close: () => {
      parts.forEach(({ anew }) => anew.stop());
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

interface Anew {
  readonly ask: () => void;
  readonly stop: () => void;
}

function atOnce(work: () => Promise<void>): Anew {
  return { ask: () => void work().catch(() => undefined), stop: () => undefined };
}

/** At most once every few seconds, and always after the last change. */
function calmly(work: () => Promise<void>): Anew {
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
  onEvent: (name: string, far: number) => void,
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
        for (const event of events) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
          onEvent(field('event') ?? '', Number(field('id') ?? 0));
        }
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
