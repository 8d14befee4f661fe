import { ApplicationFailure } from '@temporalio/common';
import { createLedgerDeliveries, noDeliveries, type Deliveries } from '../../../activities';
import type { Channel, Message } from '../../../activities/channels/channel';
import { createChannels } from '../../../activities/channels/channels';
import {
  DeliveryFailed,
  DeliveryRefused,
  DeliveryUncertain,
} from '../../../activities/channels/delivery-errors';
import { createFileOutbox } from '../../../activities/channels/file-outbox';
import { createDeliver, type DeliverOptions } from '../../../activities/deliver';
import type { ChannelAddress } from '../../../domain/people';
import type { Claim, Settlement } from '../../../ledger/deliveries';
import type { DeliveryRow } from '../../../ledger';
import { digest, zhang } from './channels/digest';
import { temporaryFolder } from './channels/message';

const morning = '2026-11-23T01:00:00.000Z';
const hour = 3_600_000;

type Failing = (message: Message) => Error | null;

function channel(name: string, fail: Failing = () => null) {
  const sent: Message[] = [];
  const send: Channel['send'] = (message) => {
    const error = fail(message);
    if (error !== null) return Promise.reject(error);
    sent.push(message);
    const { key } = message;
    return Promise.resolve({ key, channel: name, outcome: 'sent', at: morning, detail: 'taken' });
  };
  return { name, sent, send };
}

/** The ledger's rows, in memory. */
function rowsOf(now: () => string) {
  const rows = new Map<string, DeliveryRow>();
  const ledger = {
    claimDelivery: (claim: Claim) => {
      const before = rows.get(claim.key);
      const fresh = { ...claim, attempts: 0, settled_at: null, detail: null };
      const row = { ...fresh, ...before, attempts: (before?.attempts ?? 0) + 1 };
      const taken = { ...row, status: before?.status === 'sent' ? 'sent' : 'claimed' } as const;
      rows.set(claim.key, taken);
      return Promise.resolve(taken);
    },
    settleDelivery: ({ key, status, at, detail }: Settlement) => {
      const row = rows.get(key);
      if (row !== undefined && row.status !== 'sent')
        rows.set(key, { ...row, status, settled_at: at, detail });
      return Promise.resolve();
    },
    deliveries: ({ keys = [] }: { readonly keys?: readonly string[] }) =>
      Promise.resolve(
        keys.flatMap((key) => rows.get(key) ?? []).filter(({ status }) => status === 'sent'),
      ),
  };
  const told = () =>
    [...rows.values()].map(({ channel: name, status, detail }) => [name, status, detail] as const);
  return { deliveries: createLedgerDeliveries(ledger, now), told };
}

const facts = { channel: 'wecom', key: 'k', person: 'zhang-wei' };
const refused = () => new DeliveryRefused(facts, '机器人已停用');
const failed = () => new DeliveryFailed(facts, '对方服务暂停');
const group = { channel: 'wecom', address: '整改群' };
const mail = { channel: 'email', address: 'zhang@example.org' };
const to = (...channels: readonly ChannelAddress[]) => digest({ person: { ...zhang, channels } });

function delivery(
  channels: readonly Channel[],
  deliveries: Deliveries = noDeliveries,
  options: DeliverOptions = {},
) {
  const all = [channel('outbox'), ...channels];
  return createDeliver(createChannels(all), 'outbox', deliveries, options);
}

async function failureOf(sending: Promise<unknown>): Promise<ApplicationFailure> {
  const error: unknown = await sending.catch((thrown: unknown) => thrown);
  if (error instanceof ApplicationFailure) return error;
  throw new Error(`no ApplicationFailure but ${String(error)}`);
}

describe('a channel that fails', () => {
  test('for good gives way to the next, and the record says so', async () => {
    const { deliveries, told } = rowsOf(() => morning);
    const email = channel('email');
    const deliver = delivery([channel('wecom', refused), email], deliveries);
    expect(await deliver(to(group, mail))).toMatchObject([{ channel: 'email', outcome: 'sent' }]);
    expect(email.sent).toHaveLength(1);
    expect(told()).toEqual([
      ['wecom', 'replaced', '已改用 email：机器人已停用'],
      ['email', 'sent', 'taken'],
    ]);
  });

  test('for now is tried again, and the next is left alone', async () => {
    const email = channel('email');
    const deliver = delivery([channel('wecom', failed), email]);
    expect(await failureOf(deliver(to(group, mail)))).toMatchObject({ nonRetryable: false });
    expect(email.sent).toEqual([]);
  });

  test('for longer than it may gives way to the next', async () => {
    let now = morning;
    const { deliveries, told } = rowsOf(() => now);
    const email = channel('email');
    const options = { now: () => now, fallbackAfterMs: hour };
    const deliver = delivery([channel('wecom', failed), email], deliveries, options);
    await failureOf(deliver(to(group, mail)));
    now = '2026-11-23T01:59:00.000Z';
    await failureOf(deliver(to(group, mail)));
    now = '2026-11-23T02:00:00.000Z';
    expect(await deliver(to(group, mail))).toMatchObject([{ channel: 'email' }]);
    expect(told()[0]?.slice(0, 2)).toEqual(['wecom', 'replaced']);
  });

  test('without anybody knowing whether it arrived is tried again, then gives way and stays unknown', async () => {
    const { deliveries, told } = rowsOf(() => morning);
    const again = [true, false];
    const doubtful = channel(
      'wecom',
      () => new DeliveryUncertain(facts, '没有应答', again.shift() ?? false),
    );
    const deliver = delivery([doubtful, channel('email')], deliveries);
    expect(await failureOf(deliver(to(group, mail)))).toMatchObject({ nonRetryable: false });
    expect(told()).toEqual([['wecom', 'claimed', '没有应答']]);
    expect(await deliver(to(group, mail))).toMatchObject([{ channel: 'email' }]);
    expect(told()[0]).toEqual(['wecom', 'claimed', '已改用 email：没有应答']);
  });

  test('as the last fails the activity with all the reasons, and is not tried again', async () => {
    const { deliveries, told } = rowsOf(() => morning);
    const broken = channel(
      'email',
      () => new DeliveryRefused({ ...facts, channel: 'email' }, '550'),
    );
    const deliver = delivery([channel('wecom', refused), broken], deliveries);
    const failure = await failureOf(deliver(to(group, mail)));
    expect(failure).toMatchObject({ type: 'DeliveryRefused', nonRetryable: true });
    expect(failure.message).toMatch(/机器人已停用\n.*550/);
    expect(told().map(([name, status]) => [name, status])).toEqual([
      ['wecom', 'replaced'],
      ['email', 'failed'],
    ]);
  });

  test('and is not even in use gives way too', async () => {
    const deliver = delivery([channel('email')]);
    expect(await deliver(to({ channel: 'sms', address: '1' }, mail))).toMatchObject([
      { channel: 'email' },
    ]);
  });
});

test('what the second channel has sent is not sent by the first when it is mended', async () => {
  const { deliveries } = rowsOf(() => morning);
  let isBroken = true;
  const wecom = channel('wecom', () => (isBroken ? refused() : null));
  const deliver = delivery([wecom, channel('email')], deliveries);
  await deliver(to(group, mail));
  isBroken = false;
  expect(await deliver(to(group, mail))).toMatchObject([
    { channel: 'email', outcome: 'alreadySent' },
  ]);
  expect(wecom.sent).toEqual([]);
});

test('the same without a ledger, by the memory of the channel', async () => {
  let isBroken = true;
  const wecom = channel('wecom', () => (isBroken ? refused() : null));
  const outbox = createFileOutbox({ folder: temporaryFolder(), now: () => morning });
  const deliver = createDeliver(createChannels([outbox, wecom]), 'outbox');
  const both = to(group, { channel: 'outbox', address: 'zhang' });
  await deliver(both);
  isBroken = false;
  expect(await deliver(both)).toMatchObject([{ channel: 'outbox', outcome: 'alreadySent' }]);
  expect(wecom.sent).toEqual([]);
});

test('how long a channel wants to be left alone is what the server waits; the shortest where there are several', async () => {
  const wait = (ms: number) => () => new DeliveryFailed(facts, '过于频繁', ms);
  const deliver = delivery([channel('wecom', wait(600_000)), channel('feishu', wait(60_000))]);
  const always = [group, { channel: 'feishu', address: '群' }].map((one) => ({
    ...one,
    always: true,
  }));
  expect(await failureOf(deliver(to(...always)))).toMatchObject({ nextRetryDelay: 60_000 });
  const mixed = delivery([channel('wecom', wait(600_000)), channel('feishu', failed)]);
  expect((await failureOf(mixed(to(...always)))).nextRetryDelay).toBeUndefined();
});

describe('in quiet hours', () => {
  const night = '2026-11-23T15:00:00.000Z';
  const quietHours = { from: '22:00', to: '07:00' };

  test('what rings waits until they end, what is silent goes out, and nothing gives way for that', async () => {
    let now = night;
    const { deliveries, told } = rowsOf(() => now);
    const [wecom, email] = [channel('wecom'), channel('email')];
    const outbox = { ...channel('outbox'), silent: true } as const;
    const options = { now: () => now, quietHours, fallbackAfterMs: hour };
    const channels = createChannels([outbox, wecom, email]);
    const deliver = createDeliver(channels, 'outbox', deliveries, options);
    const person = to({ channel: 'outbox', address: 'z', always: true }, group, mail);
    const failure = await failureOf(deliver(person));
    expect(failure).toMatchObject({ nonRetryable: false, nextRetryDelay: 8 * hour });
    expect(failure.message).toBe('免打扰时段，到时自动发出（还有 480 分钟）');
    expect([outbox.sent.length, wecom.sent.length, email.sent.length]).toEqual([1, 0, 0]);
    expect(told().map(([name]) => name)).toEqual(['outbox']);
    now = '2026-11-23T23:00:00.000Z';
    expect(await deliver(person)).toMatchObject([{ outcome: 'alreadySent' }, { channel: 'wecom' }]);
    expect(email.sent).toEqual([]);
  });
});

test('other systems that want everything get everybody’s messages', async () => {
  const webhook = channel('webhook');
  const everyone = [{ channel: 'webhook', address: '平台' }];
  const deliver = delivery([webhook], noDeliveries, { everyone });
  expect(await deliver(digest())).toMatchObject([{ channel: 'webhook' }, { channel: 'outbox' }]);
  await deliver(to({ channel: 'webhook', address: '平台' }));
  expect(webhook.sent).toHaveLength(2);
});
