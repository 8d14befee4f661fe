import { defaultPayloadConverter } from '@temporalio/common';
import { createCodecServer, EncryptionCodec, parseKeys } from '../../../codec';

const key = (id: string, byte: number): string =>
  `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const codec = new EncryptionCodec(parseKeys(key('k1', 1), ''));
const stranger = new EncryptionCodec(parseKeys(key('k2', 2), ''));
const ui = 'http://127.0.0.1:8233';

let signedIn: boolean;
beforeEach(() => {
  signedIn = true;
});

const server = createCodecServer({
  codec,
  origins: [ui],
  authorised: (request) =>
    Promise.resolve(signedIn || request.headers.get('authorization') === 'Bearer right'),
});

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function ask({ method = 'POST', path = 'decode', origin = ui, headers = {}, body }: Asked) {
  return server(
    new Request(`http://127.0.0.1:8080/temporal-codec/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(origin === null ? {} : { origin }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    }),
  );
}

interface JsonPayload {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}

const text = (base64 = ''): string => Buffer.from(base64, 'base64').toString('utf8');
const value = { title: '固定资产台账不清' };

async function encryptedJson(by = codec): Promise<JsonPayload> {
  const [payload = {}] = await by.encode([defaultPayloadConverter.toPayload(value)]);
  return {
    metadata: Object.fromEntries(
      Object.entries(payload.metadata ?? {}).map(([name, bytes]) => [
        name,
        Buffer.from(bytes).toString('base64'),
      ]),
    ),
    data: Buffer.from(payload.data ?? []).toString('base64'),
  };
}

async function payloadsIn(response: Response): Promise<readonly JsonPayload[]> {
  expect(response.status).toBe(200);
  return ((await response.json()) as { readonly payloads: readonly JsonPayload[] }).payloads;
}

test('what is encrypted comes back readable, what is readable as it was', async () => {
  const plain = { metadata: { encoding: btoa('json/plain') }, data: btoa('"as it was"') };
  const body = JSON.stringify({ payloads: [await encryptedJson(), plain] });
  const [first, second] = await payloadsIn(await ask({ body }));
  expect(JSON.parse(text(first?.data))).toEqual(value);
  expect(text(first?.metadata['encoding'])).toBe('json/plain');
  expect(second).toEqual(plain);
});

test('what is encoded is encrypted with the current key, and decodes again', async () => {
  const plain = { metadata: { encoding: btoa('json/plain') }, data: btoa('{"by":"li-na"}') };
  const encoded = await payloadsIn(
    await ask({ path: 'encode', body: JSON.stringify({ payloads: [plain] }) }),
  );
  expect(text(encoded[0]?.metadata['encryption-key-id'])).toBe('k1');
  const decoded = await ask({ body: JSON.stringify({ payloads: encoded }) });
  expect(await payloadsIn(decoded)).toEqual([plain]);
});

test('one whose key is missing says so in its place; the others are read', async () => {
  const payloads = [await encryptedJson(stranger), await encryptedJson()];
  const [missing, read] = await payloadsIn(await ask({ body: JSON.stringify({ payloads }) }));
  expect(text(missing?.data)).toContain('缺少密钥 k2');
  expect(JSON.parse(text(read?.data))).toEqual(value);
});

test('nobody who is not signed in is answered, and is told what to do', async () => {
  signedIn = false;
  const body = JSON.stringify({ payloads: [await encryptedJson()] });
  for (const path of ['decode', 'encode']) {
    const refused = await ask({ path, body });
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('请先登录');
    // Else the page of the UI could not read the reason.
    expect(refused.headers.get('access-control-allow-origin')).toBe(ui);
  }
  const headers = { authorization: 'Bearer right' };
  expect((await ask({ origin: null, headers, body })).status).toBe(200);
});

test('a page from elsewhere is answered nothing, signed in or not', async () => {
  for (const origin of [
    'http://elsewhere.example',
    'null',
    'http://127.0.0.1:8233.elsewhere.example',
  ]) {
    for (const method of ['POST', 'OPTIONS']) {
      const refused = await ask({ method, origin, ...(method === 'POST' ? { body: '{}' } : {}) });
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
  }
});

test('the browser is told before it asks: the origin of the UI, with its cookies, and no other', async () => {
  signedIn = false;
  const { status, headers } = await ask({ method: 'OPTIONS' });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-origin')).toBe(ui);
  expect(headers.get('access-control-allow-credentials')).toBe('true');
  expect(headers.get('access-control-allow-headers')).toContain('x-namespace');
  expect(headers.get('vary')).toBe('origin');
});

test.each([
  ['another path', { path: 'keys', body: '{}' }, 404],
  ['another method', { method: 'GET' }, 405],
  ['another kind of content', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
  ['no JSON', { body: '{' }, 400],
  ['no payloads', { body: '{"payloads":7}' }, 400],
  ['too much', { body: `{"payloads":[],"x":"${'x'.repeat(9_000_000)}"}` }, 413],
])('%s is refused, in JSON', async (_what, asked, status) => {
  const refused = await ask(asked);
  expect(refused.status).toBe(status);
  expect(await refused.json()).toEqual({ message: expect.any(String) });
  expect(refused.headers.get('cache-control')).toBe('no-store');
});
