/** Which channels there are, by name. What each needs to run is the composition root's business. */
import type { Finding } from '../../domain/finding';
import type { Person } from '../../domain/people';
import type { Channel } from './channel';

export interface Channels {
  readonly names: readonly string[];
  /** @throws UnknownChannel when no channel has this name */
  get(name: string): Channel;
  /** An error for each address whose channel is not in use; for the day when the people are set. */
  check(people: readonly Person[]): readonly Finding[];
}

/** Thrown when a person's channel is not in use here; retrying helps only once it is. */
export class UnknownChannel extends Error {
  override readonly name = 'UnknownChannel';
  readonly channel: string;
  readonly known: readonly string[];

  constructor(channel: string, known: readonly string[]) {
    super(`渠道“${channel}”没有启用。${remedy(channel, known)}`);
    this.channel = channel;
    this.known = known;
  }
}

/** @example createChannels([createFileOutbox(…), createSmtp(…)]).get('email') */
export function createChannels(channels: readonly Channel[]): Channels {
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const names = [...byName.keys()];
  return {
    names,
    get(name) {
      const channel = byName.get(name);
      if (channel === undefined) throw new UnknownChannel(name, names);
      return channel;
    },
    check: (people) =>
      people.flatMap((person, index) =>
        person.channels.flatMap(({ channel }, at) =>
          byName.has(channel)
            ? []
            : [notInUse(person, channel, `people[${index}].channels[${at}].channel`, names)],
        ),
      ),
  };
}

function notInUse(
  { name }: Person,
  channel: string,
  path: string,
  known: readonly string[],
): Finding {
  const message = `${name}的渠道“${channel}”没有启用。${remedy(channel, known)}`;
  return { level: 'error', code: 'unknownChannel', message, path };
}

function remedy(channel: string, known: readonly string[]): string {
  const enable = enabling[channel] ?? '请核对渠道名称';
  return `${enable}，或改用已启用的渠道（${known.join('、')}），或删去该渠道：消息即进入发件箱文件夹。`;
}

const byFile = '请在 CHANNELS_FILE 中设置它';
const enabling: Readonly<Record<string, string>> = {
  email: '请设置 SMTP_URL 启用邮件',
  ...{ wecom: byFile, dingtalk: byFile, feishu: byFile, webhook: byFile },
};
