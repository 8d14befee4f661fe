/** 钉钉 group robots, signed: the instant and a signature of it go into the URL and are good for an hour. 20,000 bytes a message. */
import { createHmac } from 'node:crypto';
import type { Lamp } from '../../../domain/words';
import { byCode, type Codes } from './answer-code';
import { briefOf, plainMarkdown, type Style } from './brief';
import { bytesOf, clip, fitting } from './fit';
import { jsonHeaders, type RobotKind } from './robot';

const colours: Readonly<Record<Lamp, string>> = {
  overdue: '#d93026',
  behind: '#b26a00',
  approaching: '#1a66cc',
  normal: '#666666',
};

/** A line ends only at an empty one. */
const style: Style = {
  heading: (subject) => `#### ${subject}`,
  lamp: ({ lamp, lampTerm }) => `<font color="${colours[lamp]}">【${lampTerm}】</font>`,
  detail: (text) => `> ${text}`,
  link: (url) => `[查看办理](${url})`,
  small: (text) => `<font color="#888888">${text}</font>`,
  mention: (user) => `@${plainMarkdown(user)}`,
  newLine: '\n\n',
  plain: plainMarkdown,
};

const settings = '请核对机器人的加签密钥、关键词和 IP 白名单，并校准本机时钟';
const content = '内容未通过检查';

const codes: Codes = {
  limits: [130101, 410100, 660026],
  silencedMs: 600_000,
  refused: {
    300001: '地址中的 access_token 不存在，请在群里重新取地址',
    310000: settings,
    400013: '群已解散',
    400101: '地址中的 access_token 不存在，请在群里重新取地址',
    400102: '机器人已停用，请在群里启用',
    400105: '不支持的消息类型',
    400106: '机器人不存在，请在群里重新添加',
    40035: '消息不合格式',
    43004: '消息不合格式',
    430101: content,
    430102: content,
    430103: content,
    430104: content,
    460101: '消息过长',
  },
};

export const dingtalk: RobotKind = {
  channel: 'dingtalk',
  rates: [{ count: 20, withinMs: 60_000 }],
  request: (message, { url, secret }, mention, at) => {
    const body = fitting(
      (measure) => {
        const text = briefOf(message, mention, style, measure);
        const markdown = { title: clip(message.subject, 60), text };
        return JSON.stringify({ msgtype: 'markdown', markdown, at: calling(mention) });
      },
      bytesOf,
      20_000,
    );
    return { url: signedUrl(url, secret, at), headers: jsonHeaders, body };
  },
  judge: (answer) => byCode(answer, codes),
};

/** People are called by mobile number or by user id. */
function calling(mention: string | null) {
  const isMobile = mention !== null && /^\+?[\d-]{11,}$/.test(mention);
  return {
    atMobiles: isMobile ? [mention] : [],
    atUserIds: mention !== null && !isMobile ? [mention] : [],
    isAtAll: false,
  };
}

/** The signature is of `<ms>\n<secret>`, by the secret. */
function signedUrl(url: string, secret: string, at: number): string {
  const signed = new URL(url);
  const sign = createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64');
  signed.searchParams.set('timestamp', String(at));
  signed.searchParams.set('sign', sign);
  return signed.href;
}
