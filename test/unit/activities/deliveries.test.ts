import { createLedgerDeliveries } from '../../../activities';
import { createDeliver } from '../../../activities/deliver';
import { createChannels } from '../../../activities/channels/channels';
import type { Channel, Message } from '../../../activities/channels/channel';
import { onEachDatabase } from '../ledger/databases';
import { openTestLedger, type Opened } from '../ledger/open';
import { digest } from './channels/digest';

const now = () => '2026-11-23T01:00:00.000Z';

/** Sends nothing; says what it was given, and fails while it is told to. */
function post(name: string) {
  const given: Message[] = [];
  const state = { fails: false };
  const channel: Channel = {
    name,
    send: (message) => {
      given.push(message);
      if (state.fails) return Promise.reject(new Error('no answer'));
      return Promise.resolve({
        ...{ key: message.key, channel: name, outcome: 'sent', at: now(), detail: 'taken' },
      });
    },
  };
  return { channel, given, state };
}

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
  }, 120_000);
  afterAll(async () => opened.close());

  test('a message has one row, from claimed to sent, and is not sent again after that', async () => {
    const { ledger } = opened;
    const { channel, given } = post('outbox');
    const deliver = createDeliver(
      createChannels([channel]),
      'outbox',
      createLedgerDeliveries(ledger, now),
    );
    const sent = digest({ key: 'digest/once' });
    await deliver(sent);
    const again = await deliver(sent);
    expect(again).toMatchObject([{ outcome: 'alreadySent', at: now(), detail: 'taken' }]);
    expect(given).toHaveLength(1);
    const rows = await ledger.deliveries({ limit: 10 });
    const own = rows.filter(({ key }) => key.startsWith('digest/once'));
    expect(own).toMatchObject([{ status: 'sent', attempts: 2, channel: 'outbox' }]);
  });

  test('what failed says why, and is sent by a later attempt', async () => {
    const { ledger } = opened;
    const { channel, state } = post('outbox');
    const deliver = createDeliver(
      createChannels([channel]),
      'outbox',
      createLedgerDeliveries(ledger, now),
    );
    const failing = digest({ key: 'digest/failing' });
    state.fails = true;
    await expect(deliver(failing)).rejects.toThrow('no answer');
    const rows = () =>
      ledger
        .deliveries({ limit: 10 })
        .then((all) => all.filter(({ key }) => key.startsWith('digest/failing')));
    expect(await rows()).toMatchObject([{ status: 'failed', detail: 'no answer', attempts: 1 }]);
    state.fails = false;
    await deliver(failing);
    expect(await rows()).toMatchObject([{ status: 'sent', detail: 'taken', attempts: 2 }]);
  });

  test('one whose sender was stopped with it in hand stays claimed, and is listed', async () => {
    const { ledger } = opened;
    const claim = {
      ...{ key: 'digest/cut/email', channel: 'email', address: 'a@example.org', person: 'li-na' },
      ...{ name: '李娜', day: '2026-11-23', subject: '提醒', red: false, claimed_at: now() },
    };
    await ledger.claimDelivery(claim);
    const unsettled = await ledger.deliveries({ statuses: ['claimed', 'failed'], limit: 10 });
    expect(unsettled).toMatchObject([{ key: 'digest/cut/email', status: 'claimed' }]);
    expect(await ledger.deliveries({ person: '李娜', limit: 10 })).toHaveLength(1);
    await Promise.all([ledger.claimDelivery(claim), ledger.claimDelivery(claim)]);
    expect(await ledger.deliveries({ person: 'li-na', limit: 10 })).toMatchObject([
      { attempts: 3 },
    ]);
  });
});

test('a database that is away keeps no message back', async () => {
  const { channel, given } = post('outbox');
  const away = {
    claimDelivery: () => Promise.reject(new Error('away')),
    settleDelivery: () => Promise.reject(new Error('away')),
    deliveries: () => Promise.reject(new Error('away')),
  };
  const deliver = createDeliver(
    createChannels([channel]),
    'outbox',
    createLedgerDeliveries(away, now),
  );
  expect(await deliver(digest({ key: 'digest/away' }))).toMatchObject([{ outcome: 'sent' }]);
  expect(given).toHaveLength(1);
});

test('whoever sends while late rows are written waits for them, and so does a worker that shuts down', async () => {
  let isAway = true;
  const written: string[] = [];
  const rows = {
    claimDelivery: () => Promise.reject(new Error('away')),
    settleDelivery: async ({ key }: { readonly key: string }) => {
      if (isAway) throw new Error('away');
      await new Promise((resolve) => setTimeout(resolve, 5));
      written.push(key);
    },
    deliveries: () => Promise.resolve([]),
  };
  const deliveries = createLedgerDeliveries(rows, now);
  const sent = (key: string) =>
    deliveries.sent({ key, channel: 'outbox', outcome: 'sent', at: now(), detail: 'taken' });
  for (const key of ['a', 'b', 'c', 'd']) await sent(key);
  isAway = false;
  const first = sent('e');
  await sent('f');
  expect(written.sort()).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd', 'f']));
  await first;
});

onEachDatabase((database) => {
  test('what was sent while the database was away has its row when it is back, and is not sent again', async () => {
    const { ledger, close } = await openTestLedger(database);
    let isAway = true;
    const rows = {
      claimDelivery: (claim: Parameters<typeof ledger.claimDelivery>[0]) =>
        isAway ? Promise.reject(new Error('away')) : ledger.claimDelivery(claim),
      settleDelivery: (settlement: Parameters<typeof ledger.settleDelivery>[0]) =>
        isAway ? Promise.reject(new Error('away')) : ledger.settleDelivery(settlement),
      deliveries: ledger.deliveries,
    };
    const { channel, given } = post('outbox');
    const channels = createChannels([channel]);
    const deliver = createDeliver(channels, 'outbox', createLedgerDeliveries(rows, now));
    await deliver(digest({ key: 'digest/meanwhile' }));
    expect(await deliver(digest({ key: 'digest/meanwhile' }))).toMatchObject([
      { outcome: 'alreadySent', at: now(), detail: 'taken' },
    ]);
    isAway = false;
    await deliver(digest({ key: 'digest/after' }));
    expect(given).toHaveLength(2);
    const kept = await ledger.deliveries({ limit: 10 });
    expect(kept.map(({ key, status }) => `${key} ${status}`).sort()).toEqual([
      'digest/after/outbox sent',
      'digest/meanwhile/outbox sent',
    ]);
    await close();
  }, 60_000);
});
