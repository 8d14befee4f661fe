/**
 * 企业微信, 钉钉 and 飞书 as their robots' documents describe them: keys, signatures, sizes, codes. Written apart from what it
 * checks, so that the same mistake is not made twice.
 */
import { createHmac } from 'node:crypto';
import { json, type Got, type Handler } from '../http/local-server';

export const key = '693a91f6-0000-4bc4-97a0-0ec2sifa5aaa';
export const dingSecret = 'SEC0123456789abcdef0123456789abcdef';
export const larkSecret = 'larkSecretOfTheGroup';

const hour = 3_600_000;

interface Body {
  readonly msgtype?: string;
  readonly markdown?: {
    readonly content?: string;
    readonly title?: string;
    readonly text?: string;
  };
  readonly text?: { readonly content?: string };
  readonly timestamp?: string;
  readonly sign?: string;
  readonly msg_type?: string;
  readonly card?: object;
}

const bytes = (text = ''): number => new TextEncoder().encode(text).length;
const read = ({ body }: Got): Body => JSON.parse(body) as Body;

/** `/cgi-bin/webhook/send?key=` */
export const wecomServer: Handler = (got, response) => {
  const { msgtype, markdown, text } = read(got);
  const errcode = (code: number, errmsg: string): void =>
    json(response, { errcode: code, errmsg: `${errmsg}, hint: [1], from ip: 192.0.2.1` });
  if (got.url.searchParams.get('key') !== key) return errcode(93000, 'invalid webhook url');
  if (msgtype === 'markdown' && bytes(markdown?.content) > 4096)
    return errcode(40058, 'markdown.content exceed max length 4096');
  if (msgtype === 'text' && bytes(text?.content) > 2048)
    return errcode(40058, 'text.content exceed max length 2048');
  return json(response, { errcode: 0, errmsg: 'ok' });
};

/** `/robot/send?access_token=&timestamp=&sign=`; @param now ms */
export function dingtalkServer(now: () => number): Handler {
  return (got, response) => {
    const { searchParams } = got.url;
    const timestamp = searchParams.get('timestamp') ?? '';
    const expected = createHmac('sha256', Buffer.from(dingSecret))
      .update(Buffer.from([timestamp, dingSecret].join('\n')))
      .digest()
      .toString('base64');
    if (searchParams.get('access_token') !== key)
      return json(response, { errcode: 300001, errmsg: 'token is not exist' });
    if (Math.abs(Number(timestamp) - now()) > hour)
      return json(response, { errcode: 310000, errmsg: 'invalid timestamp' });
    if (searchParams.get('sign') !== expected)
      return json(response, { errcode: 310000, errmsg: 'sign not match' });
    if (bytes(got.body) > 20_000)
      return json(response, { errcode: 460101, errmsg: 'message too long' });
    return json(response, { errcode: 0, errmsg: 'ok' });
  };
}

/** `/open-apis/bot/v2/hook/<token>`; @param now ms */
export function feishuServer(now: () => number): Handler {
  return (got, response) => {
    const { timestamp = '', sign, msg_type: type, card } = read(got);
    const expected = createHmac('sha256', Buffer.from([timestamp, larkSecret].join('\n')))
      .digest()
      .toString('base64');
    if (!got.url.pathname.endsWith(`/hook/${key}`))
      return json(response, {
        code: 19001,
        msg: 'param invalid: incoming webhook access token invalid',
      });
    if (sign !== expected || Math.abs(Number(timestamp) * 1000 - now()) > hour)
      return json(response, {
        code: 19021,
        msg: 'sign match fail or timestamp is not within one hour from current time',
      });
    if (bytes(got.body) > 20_480 || type !== 'interactive' || card === undefined)
      return json(response, { code: 9499, msg: 'Bad Request', data: {} }, 400);
    return json(response, { StatusCode: 0, StatusMessage: 'success', code: 0, msg: 'success' });
  };
}
