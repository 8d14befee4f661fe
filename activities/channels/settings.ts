/**
 * CHANNELS_FILE: robots, other systems, quiet hours and what may be reached, checked at start and not with the first message. Knows
 * no files and no environment: what `env:` and `file:` stand for it is told.
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import { readYaml, type Mistake } from '../../domain/yaml-document';
import { createAddresses } from './http/addresses';
import type { QuietHours } from './quiet-hours';
import type { Robot } from './robots/robot';
import { keyOf } from './webhook/signature';
import type { WebhookTarget } from './webhook/webhook';

export interface ChannelSettings {
  /** The pages' address, for links; null where there are none. */
  readonly webUrl: string | null;
  readonly quietHours: QuietHours | null;
  /** How long a channel may fail before the person's next one is taken. */
  readonly fallbackAfterMinutes: number;
  /** Addresses of this machine or network that may be posted to, also without encryption. */
  readonly allow: readonly string[];
  readonly wecom: readonly Robot[];
  readonly dingtalk: readonly Robot[];
  readonly feishu: readonly Robot[];
  readonly webhook: readonly (WebhookTarget & { readonly everyone: boolean })[];
}

/** Thrown at start for settings that cannot be used, with every mistake and its line; repeats no URL and no secret. */
export class ChannelSettingsError extends Error {
  override readonly name = 'ChannelSettingsError';
  readonly file: string;
  readonly mistakes: readonly Mistake[];

  constructor(file: string, mistakes: readonly Mistake[]) {
    super([`渠道设置 ${file} 有${mistakes.length}处错误：`, ...mistakes.map(inWords)].join('\n'));
    this.file = file;
    this.mistakes = mistakes;
  }
}

/** What `env:NAME` or `file:/path` stands for. @throws Error that says why there is nothing, in Chinese */
export type Reveal = (reference: string) => string;

/**
 * @param text the file's content
 * @param name the file's name, for the error
 * @throws ChannelSettingsError
 */
export function readChannelSettings(text: string, name: string, reveal: Reveal): ChannelSettings {
  const reading = readYaml(text, settingsSchema(reveal));
  if (reading.kind === 'mistakes') throw new ChannelSettingsError(name, reading.mistakes);
  return reading.value;
}

function settingsSchema(reveal: Reveal) {
  const url = secretText(reveal).check(saying(urlMistake));
  const secret = secretText(reveal);
  const key = secret.check(saying(mistakeOf(keyOf)));
  const robot = z.strictObject({ name: robotName, url, secret });
  const wecom = z.strictObject({
    ...{ name: robotName, url },
    format: z.enum(['markdown', 'text']).default('markdown'),
  });
  const target = z.strictObject({
    ...{ name: robotName, url, everyone: z.boolean().default(false) },
    secret: z.union([key, z.array(key).min(1)], { error: '应是 whsec_ 开头的签名密钥，或其列表' }),
  });
  return z
    .strictObject({
      webUrl: z.string().nullable().default(null),
      quietHours: quietHours.nullable().default(null),
      fallbackAfterMinutes: z.number().int().min(1).max(1440).default(60),
      allow: listOf(z.string().check(saying(mistakeOf((each) => createAddresses([each]))))),
      wecom: listOf(wecom).check(namedOnce),
      dingtalk: listOf(robot).check(namedOnce),
      feishu: listOf(robot).check(namedOnce),
      webhook: listOf(target).check(namedOnce),
    })
    .check(encrypted)
    .transform((settings) => ({
      ...settings,
      wecom: settings.wecom.map(({ format, ...rest }) => ({
        ...rest,
        ...{ secret: '', markdown: format === 'markdown' },
      })),
      dingtalk: settings.dingtalk.map((each) => ({ ...each, markdown: true })),
      feishu: settings.feishu.map((each) => ({ ...each, markdown: true })),
      webhook: settings.webhook.map(({ secret: one, ...rest }) => ({
        ...rest,
        secrets: [one].flat(),
      })),
    }));
}

const robotName = z
  .string()
  .trim()
  .regex(/^[^@\s]{1,40}$/u, { error: '名称至多40个字，不含空格和 @' });

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '应是加引号的时刻，如 "22:00"' });

const quietHours = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: '不能与 from 相同' });

/** A field left empty is an empty list. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
}

/** Written out, or by reference. */
function secretText(reveal: Reveal) {
  return z
    .string()
    .trim()
    .min(1)
    .transform((text, context) => {
      if (!/^(env|file):/.test(text)) return text;
      try {
        return reveal(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: reasonOf(error) });
        return z.NEVER;
      }
    });
}

type Check<Value> = z.core.CheckFn<Value>;

/** @param mistakeIn null where nothing is wrong */
function saying(mistakeIn: (text: string) => string | null): Check<string> {
  return ({ value, issues }) => {
    const message = mistakeIn(value);
    // The input is left out: it may be secret.
    if (message !== null) issues.push({ code: 'custom', message, input: '' });
  };
}

function mistakeOf(make: (text: string) => unknown): (text: string) => string | null {
  return (text) => {
    try {
      make(text);
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  };
}

function urlMistake(text: string): string | null {
  if (!URL.canParse(text)) return '不是网址，应以 https:// 开头';
  const { protocol, username, hostname } = new URL(text);
  if (username !== '') return '网址中不能写用户和密码';
  if (hostname === '') return '网址中没有主机名';
  return /^https?:$/.test(protocol) ? null : '应以 https:// 开头';
}

const namedOnce: Check<readonly { readonly name: string }[]> = ({ value, issues }) => {
  const names = value.map(({ name }) => name);
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    const message = `名称“${name}”用了两次，请换一个`;
    issues.push({ code: 'custom', message, input: name, path: [index, 'name'] });
  });
};

interface Targets {
  readonly allow: readonly string[];
  readonly wecom: readonly { readonly url: string }[];
  readonly dingtalk: readonly { readonly url: string }[];
  readonly feishu: readonly { readonly url: string }[];
  readonly webhook: readonly { readonly url: string }[];
}

/** What can be said before a name is resolved; the rest is said when it is. */
const encrypted: Check<Targets> = ({ value, issues }) => {
  if (value.allow.some((each) => mistakeOf((one) => createAddresses([one]))(each) !== null)) return;
  const addresses = createAddresses(value.allow);
  for (const channel of ['wecom', 'dingtalk', 'feishu', 'webhook'] as const)
    value[channel].forEach(({ url }, index) => {
      if (urlMistake(url) !== null) return;
      const { protocol, hostname } = new URL(url);
      const plain = protocol === 'http:';
      const host = hostname.replace(/^\[|\]$/g, '');
      const isOpen =
        isIP(host) === 0 ? !plain || value.allow.length > 0 : addresses.permit(host, plain);
      if (isOpen) return;
      const message = plain
        ? '应以 https:// 开头；http:// 只能用于 allow 中列出的地址'
        : '这个地址属于本机、本网段或内网，须先列入 allow';
      issues.push({ code: 'custom', message, input: '', path: [channel, index, 'url'] });
    });
};

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function inWords({ line, path, message }: Mistake): string {
  return `  第${line}行${path === '' ? '' : ` ${path}`}：${message}`;
}
