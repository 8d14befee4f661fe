import { createServer, get, request, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startBalancer, type Balancer } from '../../../production/balancer/balancer';
import { freePort } from '../../../chaos/world/free-port';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function process_(name: string, answer: RequestListener): Promise<string> {
  const server: Server = createServer((asked, response) => {
    if (asked.url === '/ready') return void response.end();
    answer(asked, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function before(...answers: readonly RequestListener[]) {
  const targets = await Promise.all(
    answers.map(async (answer, index) => {
      const name = `pages-${index + 1}`;
      return { name, url: await process_(name, answer) };
    }),
  );
  const port = await freePort();
  const balancer: Balancer = await startBalancer(targets, port);
  open.push({ close: balancer.stop });
  return { url: `http://127.0.0.1:${port}`, balancer };
}

function ask(url: string, method = 'GET', body = '', headers = {}) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (answer) => {
      text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, text: said }), reject);
    });
    asked.on('error', reject).end(body);
  });
}

const echo: RequestListener = (asked, response) => {
  void text(asked).then((said) =>
    response.end(
      `${asked.method} ${asked.url} ${said} ${String(asked.headers['x-forwarded-for'])}`,
    ),
  );
};
const dies: RequestListener = (asked) => void asked.socket.destroy();
const diesHalfWay: RequestListener = (asked, response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('half', () => asked.socket.destroy());
};

test('a form that one process leaves unanswered is answered by the other, with all that was sent', async () => {
  const { url, balancer } = await before(dies, echo);
  for (let turn = 0; turn < 2; turn += 1)
    expect(await ask(`${url}/act/report`, 'POST', 'f.text=ja')).toEqual({
      ...{ status: 200, text: 'POST /act/report f.text=ja 127.0.0.1' },
    });
  expect(balancer.tally()).toMatchObject({ retried: 1, retriedPosts: 1, cutOff: 0 });
});

test('an answer that is cut off in the middle is asked for again, and nobody sees the half', async () => {
  const { url, balancer } = await before(diesHalfWay, echo);
  const answers = [await ask(`${url}/a`), await ask(`${url}/a`)];
  expect(answers.map(({ text: said }) => said)).toEqual(Array(2).fill('GET /a  127.0.0.1'));
  expect(balancer.tally()).toMatchObject({ retried: 1, cutOff: 1 });
});

test('where a request came from is said by the balancer, whatever it brings along', async () => {
  const { url } = await before(echo);
  const { text: said } = await ask(url, 'GET', '', { 'x-forwarded-for': '10.0.0.1' });
  expect(said).toContain('127.0.0.1');
  expect(said).not.toContain('10.0.0.1');
});

test('what is for machines within is not there for people', async () => {
  const { url } = await before(echo);
  for (const path of ['/metrics', '/health', '/ready'])
    expect((await ask(`${url}${path}`)).status).toBe(404);
});

test('events of a live page come as they are sent, and its end is the end', async () => {
  let end = (): void => undefined;
  const { url, balancer } = await before((asked, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: changed\n\n');
    end = () => asked.socket.destroy();
  });
  await new Promise<void>((resolve) => {
    get(`${url}/live`, { agent: false }, (answer) => {
      answer.on('error', () => undefined).on('close', resolve);
      answer.once('data', (chunk: Buffer) => {
        expect(chunk.toString()).toBe('event: changed\n\n');
        end();
      });
    }).on('error', () => undefined);
  });
  expect(balancer.tally()).toMatchObject({ liveCut: 1, retried: 0 });
});
