/** Before the page processes, as deploy/nginx.conf would be: takes what people ask, and gives it to one that is ready. */
import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { choose } from './choice';
import { passOn, type Passed, type Passing } from './pass-on';
import { watchReadiness, type Readiness, type Target } from './readiness';
import { startTally, type Counting, type Tally } from './tally';

export interface Balancer {
  readonly tally: () => Tally;
  /** How many requests that change something wait for that process just now. */
  readonly changesAt: (name: string) => number;
  readonly stop: () => Promise<void>;
}

interface Backend {
  readonly target: Target;
  readonly readiness: Readiness;
  changes: number;
}

interface Balancing {
  readonly backends: readonly Backend[];
  readonly agent: Agent;
  readonly count: Counting;
}

/** How long somebody is waited for when there is nobody, and how long until they are looked for again, ms. */
const nobodyFor = 10_000;
const again = 200;
/** As nginx's: longer than anybody looks at a page, so that no request meets a connection that is just being closed. */
const keepAliveTimeout = 75_000;
/** For machines within. */
const within = /^\/(metrics|health|ready)$/;

export async function startBalancer(targets: readonly Target[], port: number): Promise<Balancer> {
  const backends = targets.map((target): Backend => ({
    target,
    readiness: watchReadiness(target),
    changes: 0,
  }));
  const balancing: Balancing = {
    ...{ backends, agent: new Agent({ keepAlive: true }), count: startTally() },
  };
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    handle(balancing, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    tally: () => ({ ...balancing.count }),
    changesAt: (name) => backends.find(({ target }) => target.name === name)?.changes ?? 0,
    stop: async () => {
      backends.forEach(({ readiness }) => readiness.stop());
      balancing.agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(
  balancing: Balancing,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { count } = balancing;
  if (within.test(request.url ?? '')) return void response.writeHead(404).end();
  const asked = { request, response, body: await bodyOf(request) };
  count.requests += 1;
  const tried = new Set<number>();
  for (let waited = 0; waited < nobodyFor;) {
    const passed = await attempt(balancing, asked, tried);
    if (passed === 'answered' || passed === 'gone') return;
    if (passed === 'liveCut') return void (count.liveCut += 1);
    if (passed !== null) noteRetry(count, request, passed);
    else {
      await pause(again);
      waited += again;
      tried.clear();
    }
  }
  count.givenUp += 1;
  response.writeHead(502).end();
}

/** Null: nobody is left to be asked. */
async function attempt(
  { backends, agent, count }: Balancing,
  asked: Passing,
  tried: Set<number>,
): Promise<Passed | null> {
  const standings = backends.map(({ readiness }) => readiness);
  const chosen = choose(standings, count.requests, tried);
  const backend = backends[chosen?.index ?? -1];
  if (chosen === null || backend === undefined) return null;
  if (chosen.isLastResort) count.lastResorts += 1;
  tried.add(chosen.index);
  const change = isChange(asked.request) ? 1 : 0;
  backend.changes += change;
  const passed = await passOn(backend.target.url, agent, asked);
  backend.changes -= change;
  if (passed === 'unanswered' || passed === 'cutOff') backend.readiness.failed();
  return passed;
}

function noteRetry(count: Counting, request: IncomingMessage, passed: Passed): void {
  count.retried += 1;
  if (isChange(request)) count.retriedPosts += 1;
  if (passed === 'cutOff') count.cutOff += 1;
}

const isChange = ({ method }: IncomingMessage): boolean => method !== 'GET';

/** Kept whole, so that it can be given to another one. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
