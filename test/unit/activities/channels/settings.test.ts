import {
  ChannelSettingsError,
  readChannelSettings,
} from '../../../../activities/channels/settings';

const reveal = (reference: string): string => {
  if (reference === 'env:DING_SECRET') return 'SEC123';
  throw new Error('没有设置环境变量 X');
};
const read = (text: string) => readChannelSettings(text, 'channels.yaml', reveal);
const key = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

test('all that can be set is read; secrets by reference are looked up', () => {
  const settings = read(`
webUrl: https://zhenggai.example.org
quietHours: { from: "22:00", to: "07:00" }
fallbackAfterMinutes: 30
allow: [10.20.0.0/16]
wecom:
  - { name: 整改群, url: https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k, format: text }
dingtalk:
  - { name: 督办群, url: https://oapi.dingtalk.com/robot/send?access_token=t, secret: env:DING_SECRET }
webhook:
  - { name: 平台, url: http://10.20.1.1/in, secret: [${key}], everyone: true }
`);
  expect(settings).toMatchObject({
    webUrl: 'https://zhenggai.example.org',
    quietHours: { from: '22:00', to: '07:00' },
    fallbackAfterMinutes: 30,
    wecom: [{ name: '整改群', secret: '', markdown: false }],
    dingtalk: [{ name: '督办群', secret: 'SEC123', markdown: true }],
    feishu: [],
    webhook: [{ name: '平台', secrets: [key], everyone: true }],
  });
});

test('an empty file sets nothing: no quiet hours, an hour until the next channel', () => {
  expect(read('{}')).toMatchObject({ quietHours: null, fallbackAfterMinutes: 60, allow: [] });
});

test.each<[string, string, string]>([
  ['an unknown field', 'slack: []', '第1行：不认识的字段“slack”，请删去或改正'],
  [
    'no URL',
    'wecom:\n  - { name: 甲, url: qyapi }',
    '第2行 wecom[0].url：不是网址，应以 https:// 开头',
  ],
  [
    'a URL without encryption',
    'wecom:\n  - { name: 甲, url: http://q.example.org/?key=topsecret }',
    '第2行 wecom[0].url：应以 https:// 开头；http:// 只能用于 allow 中列出的地址',
  ],
  [
    'an address of this machine',
    'webhook:\n  - { name: 甲, url: https://127.0.0.1/topsecret, secret: KEY }',
    '第2行 webhook[0].url：这个地址属于本机、本网段或内网，须先列入 allow',
  ],
  [
    'a user and a password in it',
    'wecom:\n  - { name: 甲, url: "https://u:topsecret@q.example.org/" }',
    '第2行 wecom[0].url：网址中不能写用户和密码',
  ],
  [
    'no secret for a robot that signs',
    'feishu:\n  - { name: 甲, url: https://f.example.org/topsecret }',
    '第2行 feishu[0].secret：缺少，应填文字',
  ],
  [
    'a secret that is not set',
    'dingtalk:\n  - { name: 甲, url: https://d.example.org, secret: env:X }',
    '第2行 dingtalk[0].secret：没有设置环境变量 X',
  ],
  [
    'a secret that cannot sign',
    'webhook:\n  - { name: 甲, url: https://w.example.org, secret: topsecret }',
    '第2行 webhook[0].secret：',
  ],
  [
    'one name twice',
    'wecom:\n  - { name: 甲, url: https://a.example.org }\n  - { name: 甲, url: https://b.example.org }',
    '第3行 wecom[1].name：名称“甲”用了两次，请换一个',
  ],
  [
    'no time of day',
    'quietHours: { from: "9pm", to: "07:00" }',
    '第1行 quietHours.from：应是加引号的时刻，如 "22:00"',
  ],
  [
    'quiet hours without end',
    'quietHours: { from: "07:00", to: "07:00" }',
    '第1行 quietHours.to：不能与 from 相同',
  ],
  [
    'no network',
    'allow: [intranet]',
    '第1行 allow[0]：“intranet”不是网络地址，应如 10.20.0.0/16 或 127.0.0.1',
  ],
])('settings with %s are refused with line and field, and no secret', (_what, text, mistake) => {
  const reading = () => read(text.replace('KEY', key));
  expect(reading).toThrow(ChannelSettingsError);
  expect(reading).toThrow(mistake);
  expect(reading).not.toThrow(/topsecret/);
});
