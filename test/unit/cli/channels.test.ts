import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDeliver } from '../../../activities/deliver';
import { noDeliveries } from '../../../activities';
import { CliFailure } from '../../../cli/command';
import { messagingOf } from '../../../cli/worker/channels';
import { serve, json } from '../activities/channels/http/local-server';
import { digest, zhang } from '../activities/channels/digest';
import { filesBelow, temporaryFolder } from '../activities/channels/message';

const now = (): string => '2026-11-23T01:00:00.000Z';

function installation(settings: string | null, env: Record<string, string> = {}) {
  const cwd = temporaryFolder();
  if (settings !== null) writeFileSync(join(cwd, 'channels.yaml'), settings);
  const file = settings === null ? {} : { CHANNELS_FILE: 'channels.yaml' };
  const folders = { outbox: join(cwd, 'outbox'), sent: join(cwd, 'sent') };
  return {
    cwd,
    folders,
    messaging: () => messagingOf({ cwd, now, env: { ...file, ...env } }, folders),
  };
}

test('without settings there is the outbox alone', () => {
  expect(installation(null).messaging().channels.names).toEqual(['outbox']);
});

test('a message goes to the group that the settings name, with a link, and through the outbox where the group is gone', async () => {
  let code = 0;
  const server = await serve((_got, response) => json(response, { errcode: code, errmsg: 'x' }));
  const { cwd, folders, messaging } = installation(
    'allow: [127.0.0.1]\nwecom:\n  - { name: 整改群, url: file:secrets/wecom }\n',
    { WEB_URL: 'https://zhenggai.example.org' },
  );
  expect(messaging).toThrow('第3行 wecom[0].url：secrets/wecom（');
  writeFileSync(join(cwd, 'secrets'), '');
  expect(messaging).toThrow('不能读取（ENOTDIR）');
  const settings = `allow: [127.0.0.1]\nwecom:\n  - { name: 整改群, url: file:wecom }\n`;
  writeFileSync(join(cwd, 'channels.yaml'), settings);
  writeFileSync(join(cwd, 'wecom'), `${server.url}/cgi-bin/webhook/send?key=k\n`);
  const { channels, delivering } = messaging();
  expect(channels.names).toEqual(['outbox', 'wecom']);
  const deliver = createDeliver(channels, 'outbox', noDeliveries, { ...delivering, now });
  const both = ['wecom', 'outbox'].map((channel) => ({ channel, address: '整改群' }));
  const sent = digest({ person: { ...zhang, channels: both } });
  expect(await deliver(sent)).toMatchObject([{ channel: 'wecom', outcome: 'sent' }]);
  expect(server.got[0]?.body).toContain('https://zhenggai.example.org/problems/yunchuan-2026/1');
  code = 93000;
  expect(await deliver({ ...sent, key: 'another' })).toMatchObject([{ channel: 'outbox' }]);
  expect(await filesBelow(folders.outbox)).toHaveLength(1);
});

test('another system that wants every message is told of everybody’s', () => {
  const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
  const { messaging } = installation(
    `webhook:\n  - { name: 平台, url: https://p.example.org, secret: env:KEY, everyone: true }\n`,
    { KEY: secret },
  );
  expect(messaging().delivering.everyone).toEqual([{ channel: 'webhook', address: '平台' }]);
});

test.each<[string, string | null, Record<string, string>, RegExp]>([
  [
    'no such file',
    null,
    { CHANNELS_FILE: 'none.yaml' },
    /^CHANNELS_FILE（.*none\.yaml）：没有这个文件$/,
  ],
  ['mistakes in it', 'wecom: 1', {}, /^渠道设置 channels\.yaml 有1处错误：\n {2}第1行 wecom：/],
  [
    'a secret that is not set',
    'feishu: [{ name: 甲, url: env:FEISHU_URL, secret: s }]',
    {},
    /feishu\[0\]\.url：没有设置环境变量 FEISHU_URL/,
  ],
  ['pages at no address', '{}', { WEB_URL: 'zhenggai' }, /^网页地址应如 .*（WEB_URL/],
])('settings with %s are a usage error in words', (_what, settings, env, words) => {
  const { messaging } = installation(settings, env);
  expect(messaging).toThrow(CliFailure);
  expect(messaging).toThrow(words);
});
