import { createServer as createSecureServer } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { AddressError, createAddresses } from '../../../../../activities/channels/http/addresses';
import { createPost, type Posted } from '../../../../../activities/channels/http/post';
import { createRedaction } from '../../../../../activities/channels/http/redaction';
import { serve } from './local-server';

const nowhere = createAddresses([]);
const here = createAddresses(['127.0.0.0/8', '::1']);

const post = (url: string, addresses = nowhere, timeoutMs = 500): Promise<Posted> =>
  createPost(addresses, timeoutMs)({ url, headers: {}, body: '{}' });

test.each([
  ...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '169.254.169.254', '100.100.100.200', '224.0.0.1', '255.255.255.255'],
  ...['::1', '::', 'fe80::1', 'fd00:ec2::254', 'fc00::1', 'ff02::1', '::ffff:127.0.0.1'],
  ...['::ffff:a9fe:a9fe', '64:ff9b::7f00:1', '2002:7f00:1::', '::127.0.0.1', 'not an address'],
])('%s is no address that messages go out to', (address) => {
  expect(nowhere.permit(address, false)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '101.91.40.24', '2408:4001::1', '::ffff:8.8.8.8'])(
  '%s is one, but not without encryption',
  (address) => {
    expect(nowhere.permit(address, false)).toBe(true);
    expect(nowhere.permit(address, true)).toBe(false);
  },
);

test('what is allowed by name is, without encryption too, and nothing beside it', () => {
  const some = createAddresses(['10.20.0.0/16', 'fd12::/16']);
  expect(some.permit('10.20.3.4', true)).toBe(true);
  expect(some.permit('fd12::9', true)).toBe(true);
  expect(some.permit('10.21.0.1', false)).toBe(false);
  expect(some.permit('169.254.169.254', false)).toBe(false);
});

test.each(['', 'intranet', '10.0.0.0/33', '10.0.0.0/x', '::1/129', '10.0.0'])(
  '%j cannot be allowed',
  (address) => {
    expect(() => createAddresses([address])).toThrow(AddressError);
  },
);

describe('nothing is sent', () => {
  test.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '[::1]'])(
    'to this machine, called %s',
    async (host) => {
      const server = await serve((_got, response) => response.end());
      const { port } = new URL(server.url);
      expect(await post(`http://${host}:${port}/`)).toMatchObject({ kind: 'forbidden' });
      expect(await post(`https://${host}:${port}/`)).toMatchObject({ kind: 'forbidden' });
      expect(server.got).toEqual([]);
    },
  );

  test('to a name that resolves to this machine, judged at the moment of connecting', async () => {
    const server = await serve((_got, response) => response.end());
    const url = server.url.replace('127.0.0.1', 'localhost');
    expect(await post(url)).toMatchObject({
      kind: 'forbidden',
      reason: expect.stringMatching(/只能发往 allow 中列出的地址/) as string,
    });
    expect(await post(url, here)).toMatchObject({ kind: 'answer', status: 200 });
    expect(server.got).toHaveLength(1);
  });

  test('to a server whose certificate nobody vouches for, or that speaks no TLS', async () => {
    const secure = createSecureServer({}, (_request, response) => response.end());
    secure.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const { port } = secure.address() as AddressInfo;
    expect(await post(`https://127.0.0.1:${port}/`, here)).toMatchObject({ kind: 'unreached' });
    secure.close();
    const plain = await serve((_got, response) => response.end());
    const url = plain.url.replace('http:', 'https:');
    expect(await post(url, here)).toMatchObject({ kind: 'unreached' });
  });

  test('to a server that takes the connection and says no word of TLS within the time', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await post(`https://127.0.0.1:${port}/`, here, 100)).toEqual({
      kind: 'unreached',
      reason: '0.1 秒内没有应答',
    });
    server.close();
  });
});

test('of an answer that has no end only the first 64 KiB are read', async () => {
  const server = await serve((_got, response) => {
    const drip = setInterval(() => response.write('x'.repeat(32_768)), 1);
    response.on('close', () => clearInterval(drip));
  });
  const posted = await post(server.url, here, 3000);
  expect(posted).toMatchObject({ kind: 'answer', status: 200 });
  expect(posted.kind === 'answer' && posted.body.length).toBe(65_536);
});

test('a date in retry-after is as good as seconds', async () => {
  const server = await serve((_got, response) =>
    response.writeHead(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end(),
  );
  const posted = await post(server.url, here);
  const wait = posted.kind === 'answer' ? (posted.retryAfterMs ?? 0) : 0;
  expect(wait).toBeGreaterThan(50_000);
  expect(wait).toBeLessThanOrEqual(60_000);
});

test('an error says what failed and never the path of the URL', async () => {
  const server = await serve((_got, response) => response.destroy());
  const posted = await post(`${server.url}/hook/secret-token-of-a-robot?key=abcdef`, here);
  expect(posted.kind).toBe('unanswered');
  expect(JSON.stringify(posted)).not.toMatch(/secret-token|abcdef/);
});

test('secrets are taken out of what another system says, whole or in part, and it is one short line', () => {
  const redact = createRedaction([
    'https://open.example.org/hook/0123456789abcdef0123?key=topsecret&x=1',
    'SEC+/=',
  ]);
  expect(redact('no 0123456789abcdef0123,\n topsecret, SEC+/=, SEC%2B%2F%3D')).toBe(
    'no ***, ***, ***, ***',
  );
  expect(redact('x'.repeat(1000))).toHaveLength(201);
});
