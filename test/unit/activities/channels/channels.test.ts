import type { Channel } from '../../../../activities/channels/channel';
import { createChannels, UnknownChannel } from '../../../../activities/channels/channels';
import { person } from '../../domain/people/unit';

const channel = (name: string): Channel => ({
  name,
  send: () => Promise.reject(new Error('not sent in this test')),
});
const outbox = channel('outbox');
const channels = createChannels([outbox]);

test('a channel is found by its name', () => {
  expect(channels.get('outbox')).toBe(outbox);
  expect(channels.names).toEqual(['outbox']);
});

test('an unknown channel is an error that names those in use', () => {
  expect(() => channels.get('sms')).toThrow(UnknownChannel);
  expect(() => channels.get('sms')).toThrow(
    '渠道“sms”没有启用。请核对渠道名称，或改用已启用的渠道（outbox），或删去该渠道：消息即进入发件箱文件夹。',
  );
});

test('people with a channel that is not in use are found when they are set', () => {
  const people = [
    person('he', ['office'], { channels: [{ channel: 'outbox', address: 'he' }] }),
    person('zhang', ['handler'], {
      name: '张伟',
      channels: [
        { channel: 'outbox', address: 'zhang' },
        { channel: 'email', address: 'zhang@example.org' },
      ],
    }),
  ];
  expect(channels.check(people)).toEqual([
    {
      level: 'error',
      code: 'unknownChannel',
      message:
        '张伟的渠道“email”没有启用。请设置 SMTP_URL 启用邮件，或改用已启用的渠道（outbox），或删去该渠道：消息即进入发件箱文件夹。',
      path: 'people[1].channels[1].channel',
    },
  ]);
  expect(createChannels([outbox, channel('email')]).check(people)).toEqual([]);
});
