import { ApplicationFailure } from '@temporalio/common';
import type { Channel, Delivery, Message } from '../../../../activities/channels/channel';
import { createChannels, UnknownChannel } from '../../../../activities/channels/channels';
import { DeliveryFailed, DeliveryRefused } from '../../../../activities/channels/delivery-errors';
import { createFileOutbox } from '../../../../activities/channels/file-outbox';
import { createDeliver } from '../../../../activities/deliver';
import type { ChannelAddress } from '../../../../domain/people';
import { digest, zhang } from './digest';
import { at, filesBelow, temporaryFolder } from './message';

/** A channel that remembers keys and fails when told. */
function channel(name: string, fail: (message: Message) => Error | null = () => null) {
  const sent: Message[] = [];
  const send = async (message: Message): Promise<Delivery> => {
    const error = fail(message);
    if (error !== null) throw error;
    const known = sent.some(({ key }) => key === message.key);
    if (!known) sent.push(message);
    const outcome = known ? 'alreadySent' : 'sent';
    return { key: message.key, channel: name, outcome, at, detail: '' };
  };
  return { name, sent, send } satisfies Channel & { sent: Message[] };
}

const facts = { channel: 'email', key: 'k', person: 'zhang-wei' };
const to = (...channels: readonly ChannelAddress[]) => digest({ person: { ...zhang, channels } });
const email = { channel: 'email', address: 'zhang@example.org' };
const toOutbox = { channel: 'outbox', address: '张伟', always: true };

async function failureOf(sending: Promise<unknown>): Promise<ApplicationFailure> {
  const error: unknown = await sending.catch((thrown: unknown) => thrown);
  if (error instanceof ApplicationFailure) return error;
  throw new Error(`no ApplicationFailure but ${String(error)}`);
}

test('a person without channels gets the digest in the default channel', async () => {
  const [outbox, mail] = [channel('outbox'), channel('email')];
  const deliver = createDeliver(createChannels([outbox, mail]), 'outbox');
  expect(await deliver(digest())).toEqual([
    { key: `${digest().key}/outbox`, channel: 'outbox', outcome: 'sent', at, detail: '' },
  ]);
  expect(outbox.sent).toMatchObject([
    {
      day: '2026-11-23',
      to: { channel: 'outbox', address: 'zhang-wei', person: 'zhang-wei', name: '张伟' },
      subject: '【整改提醒】1项临近（云川县水务局）',
      red: false,
    },
  ]);
  expect(mail.sent).toEqual([]);
});

test('a person gets it in each channel that they want always, and in the first of the others', async () => {
  const deliver = createDeliver(createChannels([channel('outbox'), channel('email')]), 'outbox');
  const deliveries = await deliver(to(email, toOutbox));
  expect(deliveries.map(({ key }) => key)).toEqual([
    `${digest().key}/outbox`,
    `${digest().key}/email`,
  ]);
});

test('two addresses in one channel are two messages, the same address twice is one', async () => {
  const mail = channel('email');
  const deliver = createDeliver(createChannels([channel('outbox'), mail]), 'outbox');
  const always = { ...email, always: true };
  await deliver(to(always, { ...always, address: 'home@example.org' }, always));
  expect(mail.sent.map(({ key, to: { address } }) => [key, address])).toEqual([
    [`${digest().key}/email`, 'zhang@example.org'],
    [`${digest().key}/email/home@example.org`, 'home@example.org'],
  ]);
});

test('a digest with nothing in it sends nothing', async () => {
  const outbox = channel('outbox');
  const deliver = createDeliver(createChannels([outbox]), 'outbox');
  expect(await deliver(digest({ items: [] }))).toEqual([]);
  expect(outbox.sent).toEqual([]);
});

test('a channel that fails does not keep the others from delivering, and a retry repeats it alone', async () => {
  let down = true;
  const outbox = channel('outbox');
  const mail = channel('email', () => (down ? new DeliveryFailed(facts, '451') : null));
  const deliver = createDeliver(createChannels([outbox, mail]), 'outbox');
  const failure = await failureOf(deliver(to(email, toOutbox)));
  expect(failure).toMatchObject({
    type: 'DeliveryFailed',
    nonRetryable: false,
    details: [{ deliveries: [{ channel: 'outbox', outcome: 'sent' }] }],
  });
  expect(failure.message).toBe('渠道“email”暂时无法把消息发给zhang-wei，将重试：451');
  down = false;
  const outcomes = (await deliver(to(email, toOutbox))).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['alreadySent', 'sent']);
  expect(outbox.sent).toHaveLength(1);
});

test.each<[string, Error, boolean]>([
  ['refused for good', new DeliveryRefused(facts, '550'), true],
  ['failed for now', new DeliveryFailed(facts, '451'), false],
  ['broke in a way nobody foresaw', new TypeError('x is not a function'), false],
  ['has a full disk', Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }), false],
])('a channel that %s makes the activity fail (case %#)', async (_, error, nonRetryable) => {
  const deliver = createDeliver(createChannels([channel('outbox', () => error)]), 'outbox');
  expect(await failureOf(deliver(digest()))).toMatchObject({ nonRetryable });
});

test('one channel refused and one failed is retried, for the sake of the one that may work', async () => {
  const refused = channel('email', () => new DeliveryRefused(facts, '550'));
  const failed = channel('outbox', () => new DeliveryFailed(facts, '451'));
  const deliver = createDeliver(createChannels([failed, refused]), 'outbox');
  expect(await failureOf(deliver(to(email, toOutbox)))).toMatchObject({ nonRetryable: false });
});

test('a channel that is not in use fails for good with its remedy, after the others were tried', async () => {
  const outbox = channel('outbox');
  const deliver = createDeliver(createChannels([outbox]), 'outbox');
  const failure = await failureOf(deliver(to(email, toOutbox)));
  expect(failure).toMatchObject({ type: 'DeliveryRefused', nonRetryable: true });
  expect(failure.message).toMatch(/^渠道“email”没有启用。请设置 SMTP_URL/);
  expect(outbox.sent).toHaveLength(1);
});

test('a default channel that is not there is refused at start', () => {
  expect(() => createDeliver(createChannels([]), 'outbox')).toThrow(UnknownChannel);
});

test('the same digest delivered to a real outbox again is one file', async () => {
  const folder = temporaryFolder();
  const channels = createChannels([createFileOutbox({ folder, now: () => at })]);
  const [first] = await createDeliver(channels, 'outbox')(digest());
  const [second] = await createDeliver(channels, 'outbox')(digest());
  expect(second).toEqual({ ...first, outcome: 'alreadySent' });
  expect(await filesBelow(folder)).toHaveLength(1);
});
