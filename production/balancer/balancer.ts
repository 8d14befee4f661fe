/** Before the page processes, as deploy/nginx.conf would be: takes what people ask, and gives it to one that is ready. */
import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { choose } from './choice';
import { passOn, type Passed, type Passing } from './pass-on';
import { watchReadiness, type Target } from './readiness';

export interface Balancer {
  readonly tally: () => Tally;
  readonly stop: () => Promise<void>;
}

export interface Tally {
  readonly requests: number;
  /** Left unanswered by one, and given to the other. */
  readonly retried: number;
  /** Of those, such as change something. */
  readonly retriedPosts: number;
  /** Of those, cut off in the middle of their answer. */
  readonly cutOff: number;
  /** Nobody had said that they were ready. */
  readonly lastResorts: number;
  /** Answered with 502: both left it. */
  readonly givenUp: number;
  /** Live pages that were open when they were cut off. */
  readonly liveCut: number;
}

const nothing: Tally = {
  ...{ requests: 0, retried: 0, retriedPosts: 0, cutOff: 0 },
  ...{ lastResorts: 0, givenUp: 0, liveCut: 0 },
};

/** How long somebody is waited for when there is nobody, and how long until they are looked for again, ms. */
const nobodyFor = 10_000;
const again = 200;
/** For machines within. */
const within = /^\/(metrics|health|ready)$/;

export async function startBalancer(targets: readonly Target[], port: number): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const all = targets.map((target) => ({ target, readiness: watchReadiness(target) }));
  const count: { -readonly [Name in keyof Tally]: number } = { ...nothing };

  const attempt = async (asked: Passing, tried: Set<number>): Promise<Passed | null> => {
    const standings = all.map(({ readiness }) => readiness);
    const chosen = choose(standings, count.requests, tried);
    if (chosen === null) return null;
    if (chosen.isLastResort) count.lastResorts += 1;
    tried.add(chosen.index);
    const found = all[chosen.index];
    if (found === undefined) return null;
    const { target, readiness } = found;
    const passed = await passOn(target.url, agent, asked);
    if (passed === 'unanswered' || passed === 'cutOff') readiness.failed();
    return passed;
  };

  const note = ({ method }: IncomingMessage, passed: Passed): void => {
    count.retried += 1;
    if (method !== 'GET') count.retriedPosts += 1;
    if (passed === 'cutOff') count.cutOff += 1;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (within.test(request.url ?? '')) return void response.writeHead(404).end();
    const asked = { request, response, body: await bodyOf(request) };
    count.requests += 1;
    const tried = new Set<number>();
    for (let waited = 0; waited < nobodyFor;) {
      const passed = await attempt(asked, tried);
      if (passed === 'answered' || passed === 'gone') return;
      if (passed === 'liveCut') return void (count.liveCut += 1);
      if (passed !== null) note(request, passed);
      else {
        await pause(again);
        waited += again;
        tried.clear();
      }
    }
    count.givenUp += 1;
    response.writeHead(502).end();
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    tally: () => ({ ...count }),
    stop: async () => {
      all.forEach(({ readiness }) => readiness.stop());
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Kept whole, so that it can be given to another one. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
