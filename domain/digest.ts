/** What falls on one person on one morning: plain data that crosses from a workflow to the activity `deliver`. */
import type { Person } from './people';
import type { Wait } from './schedule';
import type { Instant, Lamp, PlainDate, Role } from './words';

export interface Digest {
  /** Unique for the person, the morning, whether it is red, and what it holds; the idempotency key of its delivery. */
  readonly key: string;
  /** The rectification's id. */
  readonly rectification: string;
  readonly unit: string;
  readonly person: Person;
  readonly planDay: PlainDate;
  /** Red goes apart from the rest. */
  readonly red: boolean;
  readonly items: readonly DigestItem[];
}

export interface DigestItem {
  readonly key: string;
  /** Null for what concerns the rectification as a whole (plan, progress report, look-back). */
  readonly problem: {
    readonly seq: number;
    readonly number: number | null;
    readonly title: string;
  } | null;
  /** The capacity in which the person is told. */
  readonly role: Role;
  readonly wait: Wait;
  readonly lamp: Lamp;
  /** A milestone's `why`. */
  readonly why: string;
  /** What should have been said before and was merged into this. */
  readonly missed: readonly string[];
  /** What to do next, in words. */
  readonly todo: string;
}

/** What the digest's workflow remembers, and begins with. */
export interface DigestContext extends Omit<Digest, 'key' | 'items'> {
  readonly now: Instant;
  /** Its workflow's id; each message's key is this with a fingerprint of what it holds. */
  readonly key: string;
  /** Seconds for which it waits for more of the same morning, and for which it stays open afterwards. */
  readonly collectSeconds: number;
  readonly openSeconds: number;
  /** What waits to be sent; while a message is on its way, what came meanwhile. */
  readonly items: readonly DigestItem[];
  readonly sending: readonly DigestItem[];
  readonly sent: number;
}

/** `红灯提醒 张三（2026-05-09）` */
export function digestWords({
  red,
  person,
  planDay,
}: Pick<DigestContext, 'red' | 'person' | 'planDay'>): string {
  return `${red ? '红灯提醒' : '提醒汇总'} ${person.name}（${planDay}）`;
}
