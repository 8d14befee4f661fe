/** 企业微信 group robots: the key in the webhook's URL is all the proof they ask for. Markdown of 4096 bytes, text of 2048. */
import type { Lamp } from '../../../domain/words';
import { byCode, type Codes } from './answer-code';
import { briefOf, plainMarkdown, type Style } from './brief';
import { bytesOf, fitting } from './fit';
import { jsonHeaders, type RobotKind } from './robot';

const colours: Readonly<Record<Lamp, string>> = {
  overdue: 'warning',
  behind: 'warning',
  approaching: 'info',
  normal: 'comment',
};

const markdown: Style = {
  heading: (subject) => `**${subject}**`,
  lamp: ({ lamp, lampTerm }) => `<font color="${colours[lamp]}">【${lampTerm}】</font>`,
  detail: (text) => `> ${text}`,
  link: (url) => `[查看办理](${url})`,
  small: (text) => `<font color="comment">${text}</font>`,
  mention: (user) => `<@${plainMarkdown(user)}>`,
  newLine: '\n',
  plain: plainMarkdown,
};

/** Everybody is `@all` in a list of its own, so nobody can call all by typing it. */
const plainText: Style = {
  heading: (subject) => subject,
  lamp: ({ lampTerm }) => `【${lampTerm}】`,
  detail: (text) => `   ${text}`,
  link: (url) => `查看办理：${url}`,
  small: (text) => text,
  mention: () => '',
  newLine: '\n',
  plain: (text) => text,
};

const codes: Codes = {
  limits: [45009, 45033],
  silencedMs: 60_000,
  refused: {
    40001: '地址中的 key 无效或已过期，请在群里重新取地址',
    40014: '地址中的 key 无效或已过期，请在群里重新取地址',
    42001: '地址中的 key 已过期，请在群里重新取地址',
    40008: '不支持的消息类型',
    40058: '消息不合格式或过长',
    44004: '消息是空的',
    45002: '消息过长',
    93000: '地址中的 key 无效或机器人已被删除，请在群里重新取地址',
    93004: '机器人已停用，请在群里启用',
    93008: '机器人不在群里',
  },
};

export const wecom: RobotKind = {
  channel: 'wecom',
  rates: [{ count: 20, withinMs: 60_000 }],
  request: (message, { url, markdown: asMarkdown }, mention) => {
    const style = asMarkdown ? markdown : plainText;
    const content = fitting(
      (measure) => briefOf(message, asMarkdown ? mention : null, style, measure),
      bytesOf,
      asMarkdown ? 4096 : 2048,
    );
    const text = { content, ...(mention === null ? {} : { mentioned_list: [mention] }) };
    const body = asMarkdown
      ? { msgtype: 'markdown', markdown: { content } }
      : { msgtype: 'text', text };
    return { url, headers: jsonHeaders, body: JSON.stringify(body) };
  },
  judge: (answer) => byCode(answer, codes),
};
