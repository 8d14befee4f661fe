/** The channels of this installation: a folder always, email where a mail server is set, robots and other systems by CHANNELS_FILE. */
import type { DeliverOptions } from '../../activities/deliver';
import type { Channel } from '../../activities/channels/channel';
import { createChannels, type Channels } from '../../activities/channels/channels';
import { createFileOutbox } from '../../activities/channels/file-outbox';
import { createAddresses } from '../../activities/channels/http/addresses';
import { createPost } from '../../activities/channels/http/post';
import { dingtalk } from '../../activities/channels/robots/dingtalk';
import { feishu } from '../../activities/channels/robots/feishu';
import { createRobots } from '../../activities/channels/robots/robot';
import { wecom } from '../../activities/channels/robots/wecom';
import type { ChannelSettings } from '../../activities/channels/settings';
import { createSmtp } from '../../activities/channels/smtp';
import { SmtpConfigError } from '../../activities/channels/smtp-options';
import { createWebhook } from '../../activities/channels/webhook/webhook';
import { createLinkTo, type LinkTo } from '../../activities/links';
import { CliFailure, exitCodes, type CliContext } from '../command';
import { pagesAt } from '../web/web-settings';
import { channelSettings } from './channel-settings';

export const outboxName = 'outbox';

interface Folders {
  readonly outbox: string;
  readonly sent: string;
}

export interface Messaging {
  readonly channels: Channels;
  readonly delivering: Omit<DeliverOptions, 'now'>;
}

type World = Pick<CliContext, 'env' | 'now' | 'cwd'>;

/**
 * @param linkingTo makes better addresses of the plain ones, where the pages' address is known
 * @throws CliFailure when any of the settings cannot be used
 */
export function messagingOf(
  world: World,
  folders: Folders,
  linkingTo: (plain: LinkTo, webUrl: string) => LinkTo = (plain) => plain,
): Messaging {
  const { env, now } = world;
  const settings = channelSettings(world);
  const channels = createChannels([
    createFileOutbox({ folder: folders.outbox, now, name: outboxName }),
    ...emailOf(world, folders),
    ...(settings === null ? [] : webChannels(settings, folders, world)),
  ]);
  const webUrl = webUrlOf(env['WEB_URL'] ?? '', settings?.webUrl ?? '');
  return {
    channels,
    delivering: {
      ...(webUrl === null ? {} : { linkTo: linkingTo(createLinkTo(webUrl), webUrl) }),
      ...(settings === null ? {} : mannersOf(settings)),
    },
  };
}

function mannersOf({ quietHours, fallbackAfterMinutes, webhook }: ChannelSettings) {
  const everyone = webhook.filter((target) => target.everyone);
  return {
    ...(quietHours === null ? {} : { quietHours }),
    fallbackAfterMs: fallbackAfterMinutes * 60_000,
    everyone: everyone.map(({ name }) => ({ channel: 'webhook', address: name })),
  };
}

function webChannels(
  settings: ChannelSettings,
  { sent: sentFolder }: Folders,
  { now }: World,
): readonly Channel[] {
  const post = createPost(createAddresses(settings.allow));
  const world = { post, sentFolder, now };
  const kinds = [wecom, dingtalk, feishu] as const;
  const robots = kinds.flatMap((kind) => {
    const own = settings[kind.channel];
    return own.length === 0 ? [] : [createRobots(kind, own, world)];
  });
  const webhook = settings.webhook.length === 0 ? [] : [createWebhook(settings.webhook, world)];
  return [...robots, ...webhook];
}

function emailOf({ env, now }: World, { sent }: Folders): readonly Channel[] {
  const url = env['SMTP_URL'] ?? '';
  if (url === '') return [];
  try {
    return [createSmtp({ url, from: env['SMTP_FROM'] ?? '', sentFolder: sent, now })];
  } catch (error) {
    if (!(error instanceof SmtpConfigError)) throw error;
    throw new CliFailure(
      `邮件设置有误：${error.message}（SMTP_URL、SMTP_FROM）。`,
      exitCodes.usage,
    );
  }
}

/** The environment goes before; null where neither says it. */
function webUrlOf(inEnvironment: string, inSettings: string): string | null {
  if (inEnvironment !== '') return pagesAt(inEnvironment, 'WEB_URL');
  return inSettings === '' ? null : pagesAt(inSettings, '渠道设置中的 webUrl');
}
