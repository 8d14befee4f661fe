import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  DeliveryFailed,
  DeliveryRefused,
} from '../../../../../activities/channels/delivery-errors';
import { createAddresses } from '../../../../../activities/channels/http/addresses';
import { createPost } from '../../../../../activities/channels/http/post';
import { SecretError } from '../../../../../activities/channels/webhook/signature';
import { createWebhook } from '../../../../../activities/channels/webhook/webhook';
import { serve, type Got, type Handler } from '../http/local-server';
import { at, message, temporaryFolder } from '../message';

const bytesOf = (seed: number): Buffer => Buffer.alloc(32, seed);
const secretOf = (seed: number): string => `whsec_${bytesOf(seed).toString('base64')}`;

/** As a receiver verifies it by the Standard Webhooks document: any of the signatures, within five minutes. */
function isGenuine({ headers, body }: Got, seed: number, now = Date.parse(at)): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`]),
  );
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) return false;
  const hmac = createHmac('sha256', bytesOf(seed));
  const expected = hmac.update(`${id}.${timestamp}.`).update(body).digest();
  return (signatures ?? '').split(' ').some((each) => {
    const [version, given = ''] = each.split(',');
    const signature = Buffer.from(given, 'base64');
    return version === 'v1' && signature.length === 32 && timingSafeEqual(signature, expected);
  });
}

const to = { channel: 'webhook', address: '政务平台', person: 'zhang-wei', name: '张伟' };

async function webhook(handler: Handler, seeds = [1], folder = temporaryFolder(), timeoutMs = 120) {
  const server = await serve(handler);
  const post = createPost(createAddresses(['127.0.0.1']), timeoutMs);
  const target = { name: '政务平台', url: `${server.url}/in/token`, secrets: seeds.map(secretOf) };
  const world = { post, sentFolder: folder, now: () => at };
  return { server, channel: createWebhook([target], world) };
}

const takes: Handler = (_got, response) => response.writeHead(202).end();

test('a digest arrives as a CloudEvent 1.0 with all its items', async () => {
  const { server, channel } = await webhook(takes);
  const delivery = await channel.send(message({ to, red: true }));
  expect(delivery).toMatchObject({ outcome: 'sent', detail: '政务平台：HTTP 202' });
  const [got] = server.got;
  expect(got?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  expect(JSON.parse(got?.body ?? '')).toEqual({
    specversion: '1.0',
    id: got?.headers['webhook-id'],
    source: '/zhenggai/rectifications/%E4%BA%91%E5%B7%9D-2026',
    type: 'zhenggai.digest.red',
    subject: 'zhang-wei',
    time: at,
    datacontenttype: 'application/json',
    data: {
      key: message().key,
      day: '2026-11-23',
      subject: '【整改提醒】1项临近（云川县水务局）',
      red: true,
      rectification: '云川-2026',
      unit: '云川县水务局',
      counts: '1项临近',
      person: { id: 'zhang-wei', name: '张伟' },
      items: message().summary.items,
    },
  });
});

test('the receiver can tell that it is genuine, with the new and the old secret while they are changed', async () => {
  const { server, channel } = await webhook(takes, [2, 1]);
  await channel.send(message({ to }));
  const [got] = server.got;
  if (got === undefined) throw new Error('nothing arrived');
  expect([1, 2, 3].map((seed) => isGenuine(got, seed))).toEqual([true, true, false]);
  expect(isGenuine({ ...got, body: got.body.replace('临近', '逾期') }, 1)).toBe(false);
  expect(isGenuine(got, 1, Date.parse(at) + 600_000)).toBe(false);
});

test('a repeat carries the same id, so that the receiver can tell; another message another', async () => {
  const states = [500];
  const { server, channel } = await webhook((_got, response) =>
    response.writeHead(states.shift() ?? 200).end(),
  );
  await expect(channel.send(message({ to }))).rejects.toThrow(DeliveryFailed);
  await channel.send(message({ to }));
  await channel.send(message({ to, key: 'another' }));
  const ids = server.got.map(({ headers }) => headers['webhook-id']);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

test.each<[string, Handler]>([
  ['hangs up', (_got, response) => void response.destroy()],
  ['never answers', () => undefined],
])('a receiver that %s gets it again as often as needed', async (_how, handler) => {
  const { server, channel } = await webhook(handler);
  for (let attempt = 0; attempt < 3; attempt += 1)
    await expect(channel.send(message({ to }))).rejects.toThrow(/按 webhook-id 识别重复/);
  expect(server.got).toHaveLength(3);
});

test.each([301, 401, 403, 404, 410, 422])(
  'a receiver that answers %d has refused for good, and the token stays secret',
  async (status) => {
    const { channel } = await webhook((_got, response) =>
      response.writeHead(status).end('in/token'),
    );
    const sending = channel.send(message({ to }));
    await expect(sending).rejects.toThrow(DeliveryRefused);
    await expect(sending).rejects.not.toThrow(/in.token/);
  },
);

test('another system that is not known by that name is refused with the names there are', async () => {
  const { channel } = await webhook(takes);
  const sending = channel.send(message({ to: { ...to, address: '别的' } }));
  await expect(sending).rejects.toThrow('没有名为“别的”的接收系统（有：政务平台）');
});

test.each(['secret', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_不是', `${secretOf(1)}!`])(
  '%j is no secret to sign with, and the error does not repeat it',
  (secret) => {
    const world = { post: createPost(createAddresses([])), sentFolder: '', now: () => at };
    const making = () =>
      createWebhook([{ name: 'x', url: 'https://x.example.org', secrets: [secret] }], world);
    expect(making).toThrow(SecretError);
    expect(making).toThrow(/openssl rand -base64 32/);
  },
);
