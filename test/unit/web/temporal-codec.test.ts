import { defaultPayloadConverter } from '@temporalio/common';
import { EncryptionCodec, parseKeys } from '../../../codec';
import { given, viewer } from './given';

const codec = new EncryptionCodec(parseKeys(`k1:${Buffer.alloc(32, 1).toString('base64')}`, ''));
const temporalUi = 'http://127.0.0.1:8233';
const administrator = viewer({
  account: { id: 'admin', name: '管理员', email: 'admin@example.org', administrator: true },
  grants: [],
});

/** The page of the Temporal UI, which knows nothing of our tokens. */
async function asked(world: Parameters<typeof given>[0]) {
  const { app, audit } = given({ codec, temporalUi, ...world });
  const [payload = {}] = await codec.encode([defaultPayloadConverter.toPayload('台账不清')]);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const metadata = Object.fromEntries(
    Object.entries(payload.metadata ?? {}).map(([name, bytes]) => [name, base64(bytes)]),
  );
  const data = base64(payload.data ?? new Uint8Array());
  const answer = await app.request('/temporal-codec/decode', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: temporalUi,
      'sec-fetch-site': 'same-site',
    },
    body: JSON.stringify({ payloads: [{ metadata, data }] }),
  });
  return { answer, audit };
}

test('who looks after the system and is signed in reads in the Temporal UI what is encrypted', async () => {
  const { answer, audit } = await asked({ viewer: administrator });
  expect(answer.status).toBe(200);
  const { payloads } = (await answer.json()) as { payloads: readonly { data: string }[] };
  expect(Buffer.from(payloads[0]?.data ?? '', 'base64').toString()).toBe('"台账不清"');
  expect(audit).toEqual([]);
});

test.each([
  ['nobody signed in', null],
  ['somebody of a unit', viewer()],
  [
    'a link of a message',
    { ...administrator, only: { workflow: 'problem/x/1', event: 'approve', link: 'l' } },
  ],
])('%s reads nothing there, and the attempt is noted', async (_who, who) => {
  const { answer, audit } = await asked({ viewer: who });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBe(temporalUi);
  expect(audit).toMatchObject([{ what: 'refused', subject: '/temporal-codec/decode' }]);
});

test('where nothing is encrypted there is no such address', async () => {
  const { app } = given({ viewer: administrator, temporalUi });
  expect((await app.request('/temporal-codec/decode', { method: 'POST' })).status).toBe(403);
});
