/** A group robot of any provider as a channel: whom it speaks to, how often, and what became of it. */
import type { Channel, Message, Now } from '../channel';
import { DeliveryFailed, DeliveryRefused, DeliveryUncertain } from '../delivery-errors';
import type { Answer, Post, PostRequest } from '../http/post';
import { createRedaction } from '../http/redaction';
import { verdictOn, type Verdict } from '../http/verdict';
import { createRemembering } from '../remembering';
import { createSentLog } from '../sent-log';
import { Doubts } from './doubts';
import { Pace, type Rate } from './pace';

export interface Robot {
  /** As people.yaml names it: an address is `name`, or `name@user` to name somebody of the group. */
  readonly name: string;
  /** Its webhook; whoever knows it can post. */
  readonly url: string;
  /** What its messages are signed with; empty for a provider that knows no such thing. */
  readonly secret: string;
  /** Plain text where false: read in the messenger's sister app too, where Markdown is not. */
  readonly markdown: boolean;
}

export interface RobotKind {
  /** As people.yaml names the channel. */
  readonly channel: 'wecom' | 'dingtalk' | 'feishu';
  readonly rates: readonly Rate[];
  /** @param mention the user to name; null for nobody. @param at the instant, ms */
  readonly request: (
    message: Message,
    robot: Robot,
    mention: string | null,
    at: number,
  ) => PostRequest;
  readonly judge: (answer: Answer) => Verdict;
}

export interface RobotWorld {
  readonly post: Post;
  /** Where the log of what was sent is kept. */
  readonly sentFolder: string;
  readonly now: Now;
}

/** The channel of a provider, with all its robots. */
export function createRobots(
  kind: RobotKind,
  robots: readonly Robot[],
  { post, sentFolder, now }: RobotWorld,
): Channel {
  const speakers = new Map(robots.map((robot) => [robot.name, createSpeaker(kind, robot, post)]));

  async function handOver(message: Message): Promise<string> {
    const { name, user } = addressed(message.to.address);
    const speak = speakers.get(name);
    if (speak !== undefined) return speak(message, user, Date.parse(now()));
    const known = [...speakers.keys()].join('、');
    throw new DeliveryRefused(factsOf(kind, message), `没有名为“${name}”的机器人（有：${known}）`);
  }

  const remembering = createRemembering(kind.channel, createSentLog(sentFolder), now, handOver);
  return { name: kind.channel, ...remembering };
}

/** Gives where it went; throws what a channel throws. */
type Speak = (message: Message, mention: string | null, at: number) => Promise<string>;

function createSpeaker(kind: RobotKind, robot: Robot, post: Post): Speak {
  const pace = new Pace(kind.rates);
  const doubts = new Doubts();
  const redact = createRedaction([robot.url, robot.secret]);
  return async (message, mention, at) => {
    const facts = factsOf(kind, message);
    if (doubts.isSpent(message.key, at))
      throw new DeliveryUncertain(facts, '一小时内已发过两次，都没有得到明确应答', false);
    const wait = pace.turn(at);
    if (wait > 0)
      throw new DeliveryFailed(facts, `“${robot.name}”发送频率已到服务方的上限，排队中`, wait);
    const verdict = verdictOn(await post(kind.request(message, robot, mention, at)), kind.judge);
    switch (verdict.kind) {
      case 'sent':
        return `${robot.name}：${verdict.detail}`;
      case 'failed':
        throw new DeliveryFailed(facts, redact(verdict.reason), verdict.retryAfterMs);
      case 'refused':
        throw new DeliveryRefused(facts, redact(verdict.reason));
      case 'unknown':
        throw new DeliveryUncertain(facts, redact(verdict.reason), doubts.add(message.key, at));
    }
  };
}

function factsOf({ channel }: RobotKind, { key, to }: Message) {
  return { channel, key, person: to.person };
}

function addressed(address: string): { readonly name: string; readonly user: string | null } {
  const at = address.lastIndexOf('@');
  if (at === -1) return { name: address, user: null };
  return { name: address.slice(0, at), user: address.slice(at + 1) };
}

/** What robots are spoken to with. */
export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' } as const;
