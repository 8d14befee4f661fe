/** 飞书 group robots, signed: the instant and a signature of it go into the body and are good for an hour. 20 KB a message. */
import { createHmac } from 'node:crypto';
import type { Lamp } from '../../../domain/words';
import type { Message } from '../channel';
import { byCode, type Codes } from './answer-code';
import { briefOf, plainMarkdown, type Style } from './brief';
import { bytesOf, clip, fitting } from './fit';
import { jsonHeaders, type RobotKind } from './robot';

const colours: Readonly<Record<Lamp, string>> = {
  overdue: 'red',
  behind: 'orange',
  approaching: 'blue',
  normal: 'grey',
};

/** The card's head says the subject. */
const style: Style = {
  heading: () => '',
  lamp: ({ lamp, lampTerm }) => `<font color='${colours[lamp]}'>【${lampTerm}】</font>`,
  detail: (text) => text,
  link: (url) => `[查看办理](${url})`,
  small: (text) => `<font color='grey'>${text}</font>`,
  mention: (user) => `<at id=${plainMarkdown(user)}></at>`,
  newLine: '\n',
  plain: plainMarkdown,
};

const codes: Codes = {
  limits: [11232, 11233, 99991400],
  silencedMs: 60_000,
  refused: {
    9499: '消息不合格式',
    19001: '地址中的令牌无效或机器人已被移除，请在群里重新取地址',
    19002: '消息不合格式',
    19007: '机器人已停用',
    19021: '签名不符或时间相差一小时以上，请核对签名密钥并校准本机时钟',
    19022: '本机 IP 不在机器人的白名单中',
    19024: '消息中没有机器人要求的关键词',
    19036: '消息过长',
  },
};

export const feishu: RobotKind = {
  channel: 'feishu',
  rates: [
    { count: 100, withinMs: 60_000 },
    { count: 5, withinMs: 1000 },
  ],
  request: (message, { url, secret }, mention, at) => {
    const timestamp = String(Math.floor(at / 1000));
    const sign = signature(timestamp, secret);
    const body = fitting(
      (measure) => {
        const content = briefOf(message, mention, style, measure).trimStart();
        const card = cardOf(message, content);
        return JSON.stringify({ timestamp, sign, msg_type: 'interactive', card });
      },
      bytesOf,
      20_000,
    );
    return { url, headers: jsonHeaders, body };
  },
  judge: (answer) => byCode(answer, codes),
};

function cardOf({ subject, summary }: Message, content: string) {
  const worst = summary.items[0]?.lamp ?? 'normal';
  return {
    config: { wide_screen_mode: true },
    header: {
      template: colours[worst],
      title: { tag: 'plain_text', content: clip(subject, 120) },
    },
    elements: [{ tag: 'markdown', content }],
  };
}

/** Of nothing, by `<seconds>\n<secret>` as the key. */
function signature(timestamp: string, secret: string): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
}
