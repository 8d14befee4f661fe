import {
  ApplicationFailure,
  defaultPayloadConverter,
  type Payload,
  type SerializationContext,
} from '@temporalio/common';
import { EncryptionCodec, MissingKeyError, noKeys, parseKeys } from '../../../codec';
import { failureConverter } from '../../../codec/failure-converter';
import { payloadConverter } from '../../../engine/temporal/payload-converter';

const key = (id: string, byte: number): string =>
  `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const ring = (...lines: readonly string[]) => parseKeys(lines.join('\n'), '');

const keys = ring(key('new', 1), key('old', 2));
const codec = new EncryptionCodec(keys);
const value = { title: '固定资产台账不清', reason: '缺3笔' };
const plain = (): Payload => defaultPayloadConverter.toPayload(value);
const toWorkflow: SerializationContext = { type: 'workflow', namespace: 'n', workflowId: 'w' };
const ofActivity: SerializationContext = { type: 'activity', namespace: 'n', isLocal: false };

async function encrypted(by = codec): Promise<Payload> {
  const [payload = {}] = await by.encode([plain()]);
  return payload;
}

async function read(payload: Payload, by = codec): Promise<unknown> {
  const [decoded = {}] = await by.decode([payload]);
  return defaultPayloadConverter.fromPayload(decoded);
}

const text = (payload: Payload): string =>
  [...Object.values(payload.metadata ?? {}), payload.data ?? []]
    .map((bytes) => Buffer.from(bytes).toString('latin1'))
    .join('|');

test('what was encrypted is read again, metadata and all, and shows nothing but the id of its key', async () => {
  const payload = await encrypted();
  expect(await read(payload)).toEqual(value);
  expect(text(payload)).toMatch(/^binary\/encrypted\|new\|/);
  expect(text(payload)).not.toMatch(/json|title/);
});

test('the same value is encrypted differently each time', async () => {
  const [one, other] = [await encrypted(), await encrypted()];
  expect(text(one)).not.toBe(text(other));
});

test('after a change of keys the old is read, and the new is written with the first', async () => {
  const before = await encrypted(new EncryptionCodec(ring(key('old', 2))));
  expect(await read(before)).toEqual(value);
  expect(text(await encrypted())).toContain('|new|');
});

test('what is not encrypted is read as it is, with and without keys', async () => {
  expect(await read(plain())).toEqual(value);
  expect(await read(plain(), new EncryptionCodec(noKeys))).toEqual(value);
});

test('without keys nothing is encrypted', async () => {
  const payloads = [plain()];
  expect(await new EncryptionCodec(noKeys).encode(payloads)).toBe(payloads);
});

test('a missing key is named, with what to do, whether there are others or none', async () => {
  const payload = await encrypted();
  const others = new EncryptionCodec(ring(key('old', 2)), { passOnAltered: true });
  const none = new EncryptionCodec(noKeys, { passOnAltered: true });
  await expect(others.decode([payload], toWorkflow)).rejects.toThrow(/缺少密钥 new：.*没有它/);
  await expect(none.decode([payload], toWorkflow)).rejects.toThrow(
    /缺少密钥 new：.*没有设置 ENCRYPTION_KEYS/,
  );
  await expect(none.decode([payload])).rejects.toBeInstanceOf(MissingKeyError);
});

const changes: Readonly<Record<string, (data: Buffer) => Buffer>> = {
  'one bit of the text': (data) =>
    data.map((byte, index) => (index === 20 ? byte ^ 1 : byte)) as Buffer,
  'one bit of the tag': (data) =>
    data.map((byte, index) => (index === data.length - 1 ? byte ^ 1 : byte)) as Buffer,
  'one bit of the nonce': (data) =>
    data.map((byte, index) => (index === 0 ? byte ^ 1 : byte)) as Buffer,
  'its end': (data) => data.subarray(0, -1),
  'all but a few bytes': (data) => data.subarray(0, 20),
  everything: () => Buffer.alloc(0),
};

test.each(Object.entries(changes))(
  'altered in %s it is refused by name of its key',
  async (_what, change) => {
    const payload = await encrypted();
    const altered = { ...payload, data: change(Buffer.from(payload.data ?? [])) };
    await expect(codec.decode([altered])).rejects.toThrow(/密文不能解开（密钥 new）/);
  },
);

test('a key of the same id and other bytes does not open it', async () => {
  const stranger = new EncryptionCodec(ring(key('new', 9)));
  await expect(stranger.decode([await encrypted()])).rejects.toThrow(/另一把同编号/);
});

test('a worker hands an altered message on as unreadable, with the reason; the result of an activity it refuses', async () => {
  const worker = new EncryptionCodec(keys, { passOnAltered: true });
  const altered = { ...(await encrypted()), data: Buffer.alloc(40) };
  const [marked = {}] = await worker.decode([altered], toWorkflow);
  expect(payloadConverter.fromPayload(marked)).toEqual({
    unreadable: true,
    why: expect.stringContaining('密文不能解开（密钥 new）'),
  });
  await expect(worker.decode([altered], ofActivity)).rejects.toThrow(/密文不能解开/);
  await expect(worker.decode([altered])).rejects.toThrow(/密文不能解开/);
});

test('what names no key is none of ours, and no key file will open it: it holds up nobody', async () => {
  const foreign = await encrypted();
  delete foreign.metadata?.['encryption-key-id'];
  const worker = new EncryptionCodec(noKeys, { passOnAltered: true });
  const [marked = {}] = await worker.decode([foreign], toWorkflow);
  expect(payloadConverter.fromPayload(marked)).toMatchObject({ why: /没有注明/ });
});

test('what a lost key encrypted holds up nobody: it is unreadable for good', async () => {
  const before = await encrypted(new EncryptionCodec(ring(key('gone', 3))));
  const worker = new EncryptionCodec(ring(key('new', 1), 'gone:lost'), { passOnAltered: true });
  const [marked = {}] = await worker.decode([before], toWorkflow);
  expect(payloadConverter.fromPayload(marked)).toMatchObject({ why: /gone.*遗失/ });
});

test('the words of a failure are in a payload; those of a missing key are not', () => {
  const told = (error: Error): unknown => {
    const failure = failureConverter.errorToFailure(error, defaultPayloadConverter);
    return failure.message;
  };
  expect(told(ApplicationFailure.create({ message: '台账不清' }))).toBe('Encoded failure');
  expect(told(new MissingKeyError('k', true))).toContain('缺少密钥 k');
  expect(told(ApplicationFailure.fromError(new MissingKeyError('k', true)))).toContain(
    '缺少密钥 k',
  );
  const failure = failureConverter.errorToFailure(new Error('台账不清'), defaultPayloadConverter);
  expect(failureConverter.failureToError(failure, defaultPayloadConverter).message).toBe(
    '台账不清',
  );
});
