import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { listenWhereAsked } from '../../../cli/web/listen-where-asked';
import type { WebApp } from '../../../web';

const app = new Hono() as unknown as WebApp;
const host = '127.0.0.1';

test('a port that another program has is named, with what to do', async () => {
  const other = createServer().listen(0, host);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(listenWhereAsked(app, host, port)).rejects.toMatchObject({
    name: 'CliFailure',
    message: expect.stringMatching(
      new RegExp(`端口 ${port}.*已被别的程序占用.*--web-port`),
    ) as string,
  });
  other.close();
});

test('a free one is listened on', async () => {
  const { url, stop } = await listenWhereAsked(app, host, 0);
  expect((await fetch(url)).status).toBe(404);
  await stop();
});
