import {
  DeliveryFailed,
  DeliveryRefused,
  DeliveryUncertain,
} from '../../../../../activities/channels/delivery-errors';
import { createAddresses } from '../../../../../activities/channels/http/addresses';
import { createPost } from '../../../../../activities/channels/http/post';
import { dingtalk } from '../../../../../activities/channels/robots/dingtalk';
import { feishu } from '../../../../../activities/channels/robots/feishu';
import { createRobots, type RobotKind } from '../../../../../activities/channels/robots/robot';
import { wecom } from '../../../../../activities/channels/robots/wecom';
import { json, serve, type Handler, type LocalServer } from '../http/local-server';
import { at, filesBelow, message, summaryItem, temporaryFolder } from '../message';
import {
  dingSecret,
  dingtalkServer,
  feishuServer,
  key,
  larkSecret,
  wecomServer,
} from './providers';

const now = (): string => at;
const clock = (): number => Date.parse(at);

interface Case {
  readonly kind: RobotKind;
  readonly path: string;
  readonly secret: string;
  readonly server: Handler;
}

const cases: readonly Case[] = [
  { kind: wecom, path: `/cgi-bin/webhook/send?key=${key}`, secret: '', server: wecomServer },
  {
    ...{ kind: dingtalk, path: `/robot/send?access_token=${key}`, secret: dingSecret },
    server: dingtalkServer(clock),
  },
  {
    ...{ kind: feishu, path: `/open-apis/bot/v2/hook/${key}`, secret: larkSecret },
    server: feishuServer(clock),
  },
];
const each = cases.map((one) => [one.kind.channel, one] as const);

interface Given {
  readonly path?: string;
  readonly secret?: string;
  readonly markdown?: boolean;
  readonly folder?: string;
  readonly timeoutMs?: number;
  readonly now?: () => string;
}

function robot({ kind, path, secret }: Case, { url }: LocalServer, given: Given = {}) {
  const post = createPost(createAddresses(['127.0.0.1']), given.timeoutMs ?? 4000);
  const one = {
    ...{ name: '整改群', url: `${url}${given.path ?? path}` },
    ...{ secret: given.secret ?? secret, markdown: given.markdown ?? true },
  };
  const sentFolder = given.folder ?? temporaryFolder();
  return createRobots(kind, [one], { post, sentFolder, now: given.now ?? now });
}

const to = { channel: 'wecom', address: '整改群', person: 'zhang-wei', name: '张伟' };
const many = Array.from({ length: 5 }, (_each, index) => summaryItem(index + 1));
const long = '这是一段很长的话𠮷👩‍👩‍👧‍👦'.repeat(400);
const summary = (items = many) => ({ ...message().summary, items });

interface Shown {
  readonly content?: string;
  readonly text?: string;
  readonly elements?: readonly { readonly content: string }[];
}

/** What the provider shows, wherever it stands in the body. */
function shown(server: LocalServer): string {
  const body = JSON.parse(server.got[0]?.body ?? '{}') as Record<string, Shown>;
  const { markdown, text, card } = body;
  const [element] = card?.elements ?? [];
  return markdown?.content ?? markdown?.text ?? text?.content ?? element?.content ?? '';
}

async function failureOf(sending: Promise<unknown>): Promise<Error> {
  const error: unknown = await sending.catch((thrown: unknown) => thrown);
  if (error instanceof Error) return error;
  throw new Error('nothing was thrown');
}

describe.each(each)('%s', (_name, one) => {
  test('takes a message: whom it is for, the three most urgent with a link each, how many more', async () => {
    const server = await serve(one.server);
    const items = many.map((item) => ({ ...item, link: `https://z.example.org/p/${item.seq}` }));
    const delivery = await robot(one, server).send(message({ to, summary: summary(items) }));
    expect(delivery).toMatchObject({ outcome: 'sent', at, detail: '整改群：已接收' });
    const text = shown(server);
    expect(text).toContain('张伟同志');
    expect(text.match(/【临近】/g)).toHaveLength(3);
    expect(text.match(/https:\/\/z\.example\.org\/p\/[123]/g)).toHaveLength(3);
    expect(text).toContain('另有2项未列');
    expect(server.got[0]?.body).toContain('1项临近（云川县水务局）');
  });

  test('gets no link where the pages have no address, and nothing more where all is told', async () => {
    const server = await serve(one.server);
    await robot(one, server).send(message({ to }));
    expect(shown(server)).not.toMatch(/查看办理|未列/);
  });

  test('names one of the group where the address says whom', async () => {
    const server = await serve(one.server);
    await robot(one, server).send(message({ to: { ...to, address: '整改群@zhangwei' } }));
    expect(shown(server)).toMatch(/@zhangwei|at id=zhangwei/);
  });

  test('takes texts of any length, cut between characters', async () => {
    const server = await serve(one.server);
    const items = many.map((item) => ({ ...item, about: long, why: long, todo: long }));
    const given = message({ to: { ...to, name: long }, subject: long, summary: summary(items) });
    expect(await robot(one, server).send(given)).toMatchObject({ outcome: 'sent' });
    expect(server.got[0]?.body).not.toMatch(/\p{Surrogate}/u);
    expect(shown(server)).toMatch(/未列/);
  });

  test('is not made to link, call or shout by what people typed', async () => {
    const server = await serve(one.server);
    const about = '[点我](https://evil.example.org) <@all> **急** @所有人';
    await robot(one, server).send(message({ to, summary: summary([summaryItem(1, { about })]) }));
    const text = shown(server);
    expect(text).not.toMatch(/\[点我\]|<@all>|\*\*急|@所有人/);
    expect(text).toContain('［点我］');
  });

  test('gets one message for one key, across a restart too', async () => {
    const server = await serve(one.server);
    const folder = temporaryFolder();
    const first = await robot(one, server, { folder }).send(message({ to }));
    const again = robot(one, server, { folder });
    expect(await again.send(message({ to }))).toEqual({ ...first, outcome: 'alreadySent' });
    expect(await again.find?.(message({ to }))).toMatchObject({ outcome: 'alreadySent' });
    expect(server.got).toHaveLength(1);
    expect(await filesBelow(folder)).toHaveLength(1);
  });

  test('with a key that is not valid refuses for good, and nobody reads the key', async () => {
    const server = await serve(one.server);
    const wrong = 'ffffffff-1111-2222-3333-444444444444';
    const error = await failureOf(
      robot(one, server, { path: one.path.replace(key, wrong) }).send(message({ to })),
    );
    expect(error).toBeInstanceOf(DeliveryRefused);
    expect(error.message).toContain('请在群里重新取地址');
    expect(JSON.stringify([error.message, error])).not.toContain(wrong);
  });

  test('that repeats its key in an answer does not get it into the error', async () => {
    const server = await serve(({ url }, response) =>
      json(response, { errcode: 40035, code: 40035, errmsg: `bad: ${url.href} ${one.secret}` }),
    );
    const error = await failureOf(robot(one, server).send(message({ to })));
    expect(error.message).not.toContain(key);
    if (one.secret !== '') expect(error.message).not.toContain(one.secret);
  });

  test('that is not known by that name is refused with the names there are', async () => {
    const server = await serve(one.server);
    const error = await failureOf(
      robot(one, server).send(message({ to: { ...to, address: '别的群' } })),
    );
    expect(error).toBeInstanceOf(DeliveryRefused);
    expect(error.message).toContain('没有名为“别的群”的机器人（有：整改群）');
  });

  test('may be asked again after a 500 and a 429, which says when, and then has it', async () => {
    const states = [500, 429];
    const server = await serve((got, response) => {
      const status = states.shift();
      if (status === undefined) return one.server(got, response);
      response.writeHead(status, { 'retry-after': '7' }).end('not now');
    });
    const channel = robot(one, server);
    expect(await failureOf(channel.send(message({ to })))).toBeInstanceOf(DeliveryFailed);
    const second = await failureOf(channel.send(message({ to })));
    expect(second).toMatchObject({ name: 'DeliveryFailed', retryAfterMs: 7000 });
    expect(await channel.send(message({ to }))).toMatchObject({ outcome: 'sent' });
  });

  test.each<[string, Handler]>([
    ['hangs up', (_got, response) => response.destroy()],
    ['never answers', () => undefined],
    [
      'answers by half',
      (_got, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"errcode"');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['answers with a page', (_got, response) => response.end('<html>请登录</html>')],
    [
      'stands behind a gateway that waits in vain',
      (_got, response) => {
        response.writeHead(504).end();
      },
    ],
  ])('that %s is sent the message once more, and then no more', async (_how, handler) => {
    const server = await serve(handler);
    const channel = robot(one, server, { timeoutMs: 120 });
    const attempt = () => failureOf(channel.send(message({ to })));
    expect(await attempt()).toMatchObject({ name: 'DeliveryUncertain', again: true });
    expect(await attempt()).toMatchObject({ name: 'DeliveryUncertain', again: false });
    const third = await attempt();
    expect(third).toBeInstanceOf(DeliveryUncertain);
    expect(third.message).toContain('不再重发，请向本人核实');
    expect(server.got).toHaveLength(2);
  });

  test('that is not there has got nothing, and may be tried again and again', async () => {
    const server = await serve(one.server);
    const channel = robot(one, server);
    await server.close();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const error = await failureOf(channel.send(message({ to })));
      expect(error).toBeInstanceOf(DeliveryFailed);
      expect(error.message).toContain('对方没有开放服务');
    }
  });

  test('that sends elsewhere is not followed', async () => {
    const elsewhere = await serve(one.server);
    const server = await serve((_got, response) =>
      response.writeHead(302, { location: `${elsewhere.url}${one.path}` }).end(),
    );
    const error = await failureOf(robot(one, server).send(message({ to })));
    expect(error).toBeInstanceOf(DeliveryRefused);
    expect(error.message).toContain('HTTP 302，不跟随转址');
    expect(elsewhere.got).toEqual([]);
  });

  test('that answers slowly but in time has got it', async () => {
    const server = await serve((got, response) => setTimeout(() => one.server(got, response), 150));
    expect(await robot(one, server).send(message({ to }))).toMatchObject({ outcome: 'sent' });
  });

  test('is not spoken to more often than it allows, and has its turn later', async () => {
    const server = await serve(one.server);
    let time = clock();
    const channel = robot(one, server, { now: () => new Date(time).toISOString() });
    const allowed = Math.min(...one.kind.rates.map(({ count }) => count));
    const send = (index: number) => channel.send(message({ to, key: `k/${index}` }));
    for (let index = 0; index < allowed; index += 1) await send(index);
    const error = await failureOf(send(allowed));
    expect(error).toBeInstanceOf(DeliveryFailed);
    const { retryAfterMs } = error as DeliveryFailed;
    expect(retryAfterMs).toBeGreaterThan(0);
    time += retryAfterMs ?? 0;
    expect(await send(allowed)).toMatchObject({ outcome: 'sent' });
    expect(server.got).toHaveLength(allowed + 1);
  });
});

test.each<[string, RobotKind, object, number, string, number | null]>([
  [
    'wecom: too often',
    wecom,
    { errcode: 45009, errmsg: 'api freq out of limit' },
    200,
    'DeliveryFailed',
    60_000,
  ],
  ['wecom: busy', wecom, { errcode: -1, errmsg: 'system busy' }, 200, 'DeliveryFailed', null],
  ['wecom: stopped', wecom, { errcode: 93004, errmsg: 'x' }, 200, 'DeliveryRefused', null],
  ['wecom: expired', wecom, { errcode: 42001, errmsg: 'expired' }, 200, 'DeliveryRefused', null],
  ['wecom: a code nobody knows', wecom, { errcode: 1, errmsg: '?' }, 200, 'DeliveryFailed', null],
  [
    'dingtalk: too often',
    dingtalk,
    { errcode: 130101, errmsg: 'send too fast' },
    200,
    'DeliveryFailed',
    600_000,
  ],
  [
    'dingtalk: limited',
    dingtalk,
    { errcode: 660026, errmsg: 'limit' },
    200,
    'DeliveryFailed',
    600_000,
  ],
  [
    'dingtalk: keywords',
    dingtalk,
    { errcode: 310000, errmsg: 'keywords not in content' },
    200,
    'DeliveryRefused',
    null,
  ],
  [
    'dingtalk: group gone',
    dingtalk,
    { errcode: 400013, errmsg: 'x' },
    200,
    'DeliveryRefused',
    null,
  ],
  [
    'feishu: too often',
    feishu,
    { code: 9499, msg: 'too many request', data: {} },
    400,
    'DeliveryFailed',
    60_000,
  ],
  [
    'feishu: malformed',
    feishu,
    { code: 9499, msg: 'Bad Request', data: {} },
    400,
    'DeliveryRefused',
    null,
  ],
  [
    'feishu: busy hours',
    feishu,
    { code: 11232, msg: 'frequency limited' },
    200,
    'DeliveryFailed',
    60_000,
  ],
  ['feishu: IP', feishu, { code: 19022, msg: 'Ip Not Allowed' }, 200, 'DeliveryRefused', null],
])('a code is read as the provider means it: %s', async (_what, kind, body, status, name, wait) => {
  const one = cases.find((each) => each.kind === kind);
  const server = await serve((_got, response) => json(response, body, status));
  if (one === undefined) throw new Error('no case');
  const error = await failureOf(robot(one, server).send(message({ to })));
  expect(error.name).toBe(name);
  if (name === 'DeliveryFailed') expect(error).toMatchObject({ retryAfterMs: wait });
});

test.each(each.slice(1))(
  '%s refuses for good what is signed with another secret',
  async (_n, one) => {
    const server = await serve(one.server);
    const error = await failureOf(robot(one, server, { secret: 'another' }).send(message({ to })));
    expect(error).toBeInstanceOf(DeliveryRefused);
    expect(error.message).toContain('校准本机时钟');
  },
);

test.each(each.slice(1))('%s refuses for good what was signed two hours ago', async (_n, one) => {
  const server = await serve(one.server);
  const early = new Date(clock() - 7_200_000).toISOString();
  const error = await failureOf(robot(one, server, { now: () => early }).send(message({ to })));
  expect(error).toBeInstanceOf(DeliveryRefused);
});

test('wecom speaks plain text where it is told to, within its narrower limit', async () => {
  const [one] = cases;
  const server = await serve(wecomServer);
  if (one === undefined) throw new Error('no case');
  const items = many.map((item) => ({
    ...item,
    about: long,
    why: long,
    link: 'https://z.example.org',
  }));
  const channel = robot(one, server, { markdown: false });
  const given = message({ to: { ...to, address: '整改群@zhangwei' }, summary: summary(items) });
  expect(await channel.send(given)).toMatchObject({ outcome: 'sent' });
  const body = JSON.parse(server.got[0]?.body ?? '') as { msgtype: string; text: object };
  expect(body).toMatchObject({ msgtype: 'text', text: { mentioned_list: ['zhangwei'] } });
});
