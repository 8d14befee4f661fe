/** What the activity `remind` is asked: whom to tell of which milestone. Plain data that crosses the workflow's border. */
import type { Person } from './people';
import type { Wait } from './schedule';
import type { Lamp, PlainDate, Role } from './words';

export interface RemindRequest {
  readonly rectification: string | null;
  readonly unit: string;
  /** Null when the whole rectification is meant. */
  readonly problem: {
    readonly seq: number;
    readonly number: number | null;
    readonly title: string;
  } | null;
  readonly wait: Wait;
  readonly milestone: string;
  readonly lamp: Lamp;
  readonly why: string;
  /** What was missed while nobody could be told, oldest first. */
  readonly missed: readonly string[];
  readonly todo: string;
  /** The plan's day on whose morning this goes out: one digest a person a day. */
  readonly planDay: PlainDate;
  readonly digestSeconds: number;
  /** Each person once, in the highest of the roles they are told as. */
  readonly recipients: readonly Recipient[];
}

export interface Recipient {
  readonly person: Person;
  readonly role: Role;
}
